"""`In her words, “a bad joke”`: whose words some in quotation marks are told to be."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.noun_phrases import SUBJECT_PRONOUNS, phrase_starting_at
from tui.analysis.quoted_places import QuotedPlaces, without
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.analysis.unspoken import is_byname
from tui.article.model import Span

WORDS_OF = re.compile(
    r"\b[Ii]n (?:(?P<their>his|her|their)(?: own)? words"
    r"|(?P<whose>[^\n,.;:“”\"]{2,50}?)[’'](?:s(?: own)?|(?: own)?) words"
    r"|the words of (?P<of>[^\n,;:“”\"]{2,60})),(?: (?:it|this|that|they|he|she) [a-z ]{2,20})? $"
    r"|\bto quote (?P<quoted>[^\n,;:“”\"]{2,60}), $"
)
# `Hale, whom the Herald has called “the worst mayor in England”`, `as Bell had called him`
CALLED_BY = re.compile(
    r"\b(?:whom|who|which|as|what) (?P<whose>[^\n,.;:“”\"]{2,50}?)"
    r" (?:(?:has|had|have|once|often|also|later) )*"
    r"(?:call(?:s|ed)?|brand(?:s|ed)|label(?:s|led|ed)|describe[sd](?: as)?|dub(?:s|bed))"
    r"(?: (?:him|her|it|them)(?: as)?)? $"
)
# So far before a quotation it begins.
REACH = 90
SURELY = 0.9


def with_words_of(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims; a quotation that is told to be somebody's words is nobody else's."""
    found: list[Tagged] = []
    for part in places.parts:
        stretch = max(0, part.span.start - REACH), part.span.start
        told = WORDS_OF.search(text, *stretch)
        called = None if told else CALLED_BY.search(text, *stretch)
        if called is not None and not is_byname(text, part.quotation):
            told = called
        if told is None:
            continue
        at, end = told.span(told.lastgroup or "whose")
        words = tokens(text, at, end)
        phrase = phrase_starting_at(words, 0)
        if told is called and words and words[0].low in SUBJECT_PRONOUNS:
            continue  # `He spoke of what he called “a joke”`
        their = told is not called and told["their"] is not None
        if not their and (phrase is None or phrase.end < len(words)):
            continue
        whose = Span(at, end)
        known = any(
            c.source is not None and c.source.meets(whose) and any(map(part.span.meets, c.content))
            for c in claims
        )
        if not known:
            cue = Span(told.start(), told.start() + len(told[0].rstrip(", ")))
            cue = Span(end + 1, cue.end) if told is called else cue
            found.append(Tagged(cue, whose, (part.span,), SURELY, SURELY))
    if not found:
        return list(claims)
    kept = [left for claim in claims if (left := _without(text, claim, found)) is not None]
    return sorted([*kept, *found], key=lambda claim: claim.cue)


def _without(text: str, claim: Tagged, found: Sequence[Tagged]) -> Tagged | None:
    """A claim without the words that others are found to say; None where that is what it is for."""
    theirs = [other.content[0] for other in found]
    left = tuple(part for span in claim.content for part in without(span, theirs))
    if left == claim.content:
        return None if any(claim.cue.meets(other.cue) for other in found) else claim
    says = any(c.isalnum() for span in left for c in text[slice(*span)])
    return replace(claim, content=left) if says and claim.source is not None else None
