"""What is told in other words, in a form that can stand alone: the sentences that tell it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from tui.analysis.model import Analysis, Quote
from tui.analysis.paired_marks import CLOSING, OPENING
from tui.analysis.whole_sentences import whole_sentences
from tui.article.model import Span

_PAUSE: Final = re.compile(r"\s*(?:[,;:—–]|--)|\s+(?:and|but|while|whereas)\b")
_JOINED: Final = re.compile(
    r"\s*(?:[,;:—–]|--)\s*(?:(?:and|but|while|whereas)\s+)?|\s+(?:and|but|while|whereas)\s+"
)
_IN_RELATIVE_CLAUSE: Final = re.compile(r"\b(?:who|which|that)\b[^,;]*$")
_NEIGHBOURS: Final = 6
"""So many statements before and after one may stand in its sentence."""


def is_told(analysis: Analysis, quote: Quote) -> bool:
    """Whether some of a quote's words are the article's, and no quotation could be made of it."""
    text = analysis.article.text
    return quote.kind == "indirect" or (
        quote.kind == "mixed"
        and not all(
            OPENING.match(text, *span) and CLOSING.search(text[slice(*span)])
            for span in quote.spans
        )
    )


def quoted(analysis: Analysis, quote: Quote) -> str:
    """The words of a quote; of what `is_told`, the sentences that tell it, as far as they do.

    What another statement adds behind it (`a claim that she dismissed`) is left out, and what
    somebody else says before it.
    """
    if not is_told(analysis, quote):
        return quote.text
    text = analysis.article.text
    words = _extent([*quote.spans, *([quote.cue] if quote.cue else [])])
    whole = whole_sentences(analysis.article, words)
    own = _extent([words, *_within(whole, quote.mention)])
    start, end = whole
    may_end = quote.mention is not None and not _is_aside(text, start, quote)
    for other in _neighbours(analysis, quote):
        places = _within(whole, *other.spans, other.cue, other.mention)
        if not places:
            continue
        if may_end and other.spans[0].start >= own.end and _PAUSE.match(text, own.end):
            end = own.end
        theirs = _extent(places)
        if (
            other.speaker not in (None, quote.speaker)
            and theirs.end < own.start
            and _JOINED.fullmatch(text, theirs.end, own.start)
        ):
            start = own.start
    return text[start:end].strip()


def _is_aside(text: str, start: int, quote: Quote) -> bool:
    """Whether the sentence has its own verb behind the statement: `A diplomat, who asked not to be
    named, said ...`.
    """
    return quote.cue is not None and bool(
        _IN_RELATIVE_CLAUSE.search(text, start, max(start, quote.cue.start))
    )


def _neighbours(analysis: Analysis, quote: Quote) -> Iterator[Quote]:
    quotes = analysis.quotes
    here = bisect_left(quotes, quote.spans[0].start, key=lambda q: q.spans[0].start)
    near = quotes[max(0, here - _NEIGHBOURS) : here + _NEIGHBOURS + 1]
    return (other for other in near if other.id != quote.id)


def _within(whole: Span, *places: Span | None) -> list[Span]:
    return [p for p in places if p is not None and whole.start <= p.start and p.end <= whole.end]


def _extent(places: list[Span]) -> Span:
    return Span(min(p.start for p in places), max(p.end for p in places))
