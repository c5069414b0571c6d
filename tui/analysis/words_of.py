"""`In her words, “a bad joke”`: whose words some in quotation marks are told to be."""

import re
from collections.abc import Sequence

from tui.analysis.noun_phrases import phrase_starting_at
from tui.analysis.quoted_places import QuotedPlaces, without
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.article.model import Span

WORDS_OF = re.compile(
    r"\b[Ii]n (?:(?P<their>his|her|their)(?: own)? words"
    r"|(?P<whose>[^\n,.;:“”\"]{2,50}?)[’'](?:s(?: own)?|(?: own)?) words"
    r"|the words of (?P<of>[^\n,;:“”\"]{2,60})), $"
)
# So far before a quotation it begins.
REACH = 90
SURELY = 0.9


def with_words_of(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims; a quotation that is told to be somebody's words is nobody else's."""
    found: list[Tagged] = []
    for part in places.parts:
        told = WORDS_OF.search(text, max(0, part.span.start - REACH), part.span.start)
        if told is None:
            continue
        at, end = told.span(told.lastgroup or "whose")
        words = tokens(text, at, end)
        phrase = phrase_starting_at(words, 0)
        if told["their"] is None and (phrase is None or phrase.end < len(words)):
            continue
        cue = Span(told.start(), told.end() - len(", "))
        found.append(Tagged(cue, Span(at, end), (part.span,), SURELY, SURELY))
    if not found:
        return list(claims)
    theirs = [claim.content[0] for claim in found]
    kept = []
    for claim in claims:
        left = tuple(part for span in claim.content for part in without(span, theirs))
        if left == claim.content and not any(map(claim.cue.meets, (c.cue for c in found))):
            kept.append(claim)
    return sorted([*kept, *found], key=lambda claim: claim.cue)
