"""`In her words, “a bad joke”`: whose words some in quotation marks are told to be."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.analysis.noun_phrases import SUBJECT_PRONOUNS, phrase_starting_at
from tui.analysis.quoted_places import Part, QuotedPlaces, without
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
# `I found a note on the door: “Gone to lunch.”`
FOUND = re.compile(
    r"\b(?:I|[Ww]e) (?:found|saw|read|spotted|noticed|passed)"
    r" (?P<whose>(?:an?|the|my|his|her|their) [^\n.:;“”\"]{2,60}): $"
)
# So far before a quotation it begins.
REACH = 90
SURELY = 0.9


def with_words_of(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims; a quotation that is told to be somebody's words is nobody else's."""
    owners: dict[int, list[Tagged]] = defaultdict(list)
    for claim in claims:
        for quotation in places.touched(claim.content):
            owners[quotation.start].append(claim)
    theirs: dict[int, Tagged] = {}
    for part in places.parts:
        told = _whose(text, part)
        if told is None:
            continue
        whose, cue = told
        known = any(
            c.source is not None and c.source.meets(whose) and any(map(part.span.meets, c.content))
            for c in owners[part.quotation.start]
        )
        if not known:
            theirs[part.span.start] = Tagged(cue, whose, (part.span,), SURELY, SURELY)
    if not theirs:
        return list(claims)
    kept = [left for claim in claims if (left := _without(text, claim, places, theirs)) is not None]
    return sorted([*kept, *theirs.values()], key=lambda claim: claim.cue)


def _whose(text: str, part: Part) -> tuple[Span, Span] | None:
    """Whose a quotation is told to be by the words before it, and those that tell it."""
    stretch = max(0, part.span.start - REACH), part.span.start
    if told := WORDS_OF.search(text, *stretch):
        at, end = told.span(told.lastgroup or "whose")
        begins = told.start()
    elif (told := CALLED_BY.search(text, *stretch)) and not is_byname(text, part.quotation):
        at, end = told.span("whose")
        begins = end + 1
    elif told := FOUND.search(text, *stretch):
        at, end = told.span("whose")
        begins = end
    else:
        return None
    words = tokens(text, at, end)
    if not words or (told.re is not WORDS_OF and words[0].low in SUBJECT_PRONOUNS):
        return None  # `He spoke of what he called “a joke”`
    phrase = phrase_starting_at(words, 0, loose=True)
    if told.lastgroup != "their" and (phrase is None or phrase.end < len(words)):
        return None
    return Span(at, end), Span(begins, told.start() + len(told[0].rstrip(", ")))


def _without(
    text: str, claim: Tagged, places: QuotedPlaces, theirs: Mapping[int, Tagged]
) -> Tagged | None:
    """A claim without the words that others are found to say, by where these begin; None where that
    is what it is for.
    """
    quoted = (s.start for q in places.touched(claim.content) for s in q.spans)
    others = [theirs[start].content[0] for start in quoted if start in theirs]
    left = tuple(part for span in claim.content for part in without(span, others))
    if left == claim.content:
        behind = places.behind(claim.cue.start)
        own = theirs.get(behind.span.start) if behind is not None else None
        return None if own is not None and claim.cue.meets(own.cue) else claim
    says = any(c.isalnum() for span in left for c in text[slice(*span)])
    return replace(claim, content=left) if says and claim.source is not None else None
