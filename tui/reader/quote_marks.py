"""Which quotes stand where, piece by piece."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.model import Span

if TYPE_CHECKING:
    from tui.analysis.model import Quote, QuoteKind


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of a quote, as it is shown. `span` counts code points of the article's text."""

    span: Span
    quote: str
    speaker: str | None
    kind: QuoteKind
    guess: bool
    """Whether the speaker is one that was guessed."""


class QuoteMarks:
    """The marks of an article, found by the piece of the layout in which they stand.

    `starts` are the offsets at which the pieces begin, ascending.
    """

    def __init__(self, quotes: Iterable[Quote], starts: Sequence[int]) -> None:
        self.quotes = {quote.id: quote for quote in quotes}
        self._starts = starts
        self._pieces: dict[int, list[Mark]] = {}
        for quote in self.quotes.values():
            for span in quote.spans:
                mark = Mark(span, quote.id, quote.speaker, quote.kind, quote.is_guess)
                for piece in _pieces_under(span, starts):
                    self._pieces.setdefault(piece, []).append(mark)
        for marks in self._pieces.values():
            # What stands inside another comes after it, and so above it.
            marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))

    def of_piece(self, piece: int) -> Sequence[Mark]:
        """The marks that touch a piece: by their start, what encloses before what is enclosed."""
        return self._pieces.get(piece, ())

    def pieces_of(self, quote_id: str) -> set[int]:
        """The pieces that a quote touches; none for an unknown one."""
        quote = self.quotes.get(quote_id)
        spans = quote.spans if quote else ()
        return {piece for span in spans for piece in _pieces_under(span, self._starts)}

    def at(self, offset: int) -> str | None:
        """The id of the innermost quote at an offset."""
        found = None
        for mark in self.of_piece(_piece_at(offset, self._starts)):
            if mark.span.start <= offset < mark.span.end:
                found = mark.quote
        return found

    def extent(self, quote_id: str | None) -> Span | None:
        """From a quote's first word to its last; None for no quote."""
        quote = self.quotes.get(quote_id or "")
        return Span(quote.spans[0].start, quote.spans[-1].end) if quote and quote.spans else None

    def same_quote(self, quote: Quote) -> str | None:
        """The id here of a quote of an earlier reading: the one of the same words, or of some."""
        twin = self.quotes.get(quote.id)
        if twin is not None and twin.spans == quote.spans:
            return twin.id
        for span in quote.spans:
            for piece in _pieces_under(span, self._starts):
                for mark in self.of_piece(piece):
                    if mark.span.meets(span):
                        return mark.quote
        return None


def _pieces_under(span: Span, starts: Sequence[int]) -> range:
    """The pieces that a span touches. `starts` are the offsets at which the pieces begin."""
    return range(
        _piece_at(span.start, starts), _piece_at(max(span.start, span.end - 1), starts) + 1
    )


def _piece_at(offset: int, starts: Sequence[int]) -> int:
    return max(0, bisect_right(starts, offset) - 1)
