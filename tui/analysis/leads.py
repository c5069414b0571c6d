"""What stands before a statement in other words and says who says it, and how: `she denied`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.analysis.frames import RELATIVES
from tui.analysis.tokens import lower_forms
from tui.article.model import Article, Span

if TYPE_CHECKING:
    from tui.analysis.model import Quote, SummarySentence

# So many words may stand between a mention and its cue, or a cue and what is said.
BETWEEN = 4
# A first half of a statement, with what interrupts it, has so many at most.
MOST = 12
PLAIN = frozenset(["said", "says"])
# No lead goes over these.
PAUSES = frozenset(',;:!?…—–“”„«»"()[]')


def lead_of(text: str, quote: Quote, part: Span, sentences: Sequence[Span]) -> Span | None:
    """The cue, and the mention where it is near, directly before a part of a statement.

    Where the statement is interrupted to say so (`The lake, she said, | was low`), all that stands
    before its second half. None where the part is in the speaker's own words, begins elsewhere in
    the statement, or its cue stands elsewhere. Offsets are code points of `text`; `sentences` are
    in order.
    """
    starts = [span.start for span in quote.spans]
    if quote.kind == "direct" or quote.cue is None or part.start not in starts:
        return None
    floor = sentences[bisect_right(sentences, part.start, key=lambda s: s.start) - 1].start
    half = starts.index(part.start)
    if half:
        start = quote.spans[half - 1].start
        near = start >= floor and len(text[start : part.start].split()) <= MOST
        return _lead(text, start, part.start) if near else None
    start = part.start
    # `whose wife told the panel that`: without the words before it a mention leads nowhere
    mention = quote.mention
    if mention is not None and (
        RELATIVES.issuperset(lower_forms(text, mention))
        or text.endswith("whose ", max(0, mention.start - 6), mention.start)
    ):
        mention = None
    ties = [quote.cue] if mention is None else [quote.cue, mention]
    for tie in sorted(ties, reverse=True):
        if floor <= tie.start and tie.end <= start and _near(text[tie.end : start]):
            start = tie.start
        elif tie == quote.cue:
            return None
    return _lead(text, start, part.start)


def _lead(text: str, start: int, end: int) -> Span | None:
    words = text[start:end].rstrip()
    # a verb that only says that something is said tells nothing without who says it
    return Span(start, start + len(words)) if words and words not in PLAIN else None


def with_lead(article: Article, sentence: SummarySentence) -> str:
    """A sentence's words with the lead before it, where it has one, as the article has them."""
    return article.text[(sentence.lead or sentence.span).start : sentence.span.end]


def _near(between: str) -> bool:
    return PAUSES.isdisjoint(between) and len(between.split()) <= BETWEEN
