"""From quote to quote: which one is next, for whom, from where the reader is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from tui.analysis.model import Entity, Quote


# A mention or a cue stands so many characters from its quote's first word at most.
TIED = 400


class QuoteWalk:
    """Quotes in the order of the article's words; offsets are code points of its text."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self.quotes = tuple(sorted((q for q in quotes if q.spans), key=start_of))
        self._starts = [start_of(quote) for quote in self.quotes]
        self._places = {quote.id: place for place, quote in enumerate(self.quotes)}

    def place_of(self, quote_id: str | None) -> int | None:
        """Which quote of them all this is, counted from 0; None where it is not among them."""
        return self._places.get(quote_id or "")

    def starting_at(self, offset: int) -> Quote | None:
        """The first quote that begins at just this offset."""
        place = bisect_left(self._starts, offset)
        return self.quotes[place] if offset in self._starts[place : place + 1] else None

    def tied_to(self, offset: int) -> Quote | None:
        """The quote near by whose speaker's mention, or cue, holds an offset."""
        first = bisect_left(self._starts, offset - TIED)
        for quote in self.quotes[first : bisect_left(self._starts, offset + TIED)]:
            if any(tie and tie.start <= offset < tie.end for tie in (quote.mention, quote.cue)):
                return quote
        return None

    def about(self, entity: Entity) -> Self:
        """Only the quotes whose words mention an entity."""
        mentions = sorted(entity.mentions)
        starts = [mention.start for mention in mentions]

        def mentioned(quote: Quote) -> bool:
            return any(
                (i := bisect_left(starts, span.start)) < len(starts) and starts[i] < span.end
                for span in quote.spans
            )

        return type(self)(quote for quote in self.quotes if mentioned(quote))

    def step(self, current: Quote | None, view: tuple[int, int], by: int) -> Quote | None:
        """The quote after (`by` 1) or before (-1) the current one; None at either end.

        Where there is no current quote, or it has left the view (first and last offset), the step
        is from the top of the view: the first quote that begins in it or after it, or the last
        that begins before it.
        """
        at = start_of(current) if current is not None and _in_view(current, view) else None
        if at is None:
            place = bisect_left(self._starts, view[0]) - (by < 0)
        elif current is not None and (own := self.place_of(current.id)) is not None:
            place = own + by
        else:
            place = bisect_left(self._starts, at) - (by < 0)
        return self.quotes[place] if 0 <= place < len(self.quotes) else None

    def nearest(self, offset: int) -> Quote | None:
        """The first quote that begins at an offset or after it, else the first of all."""
        if not self.quotes:
            return None
        return self.quotes[bisect_left(self._starts, offset) % len(self.quotes)]


def start_of(quote: Quote) -> int:
    """The offset of a quote's first word."""
    return quote.spans[0].start


def _in_view(quote: Quote, view: tuple[int, int]) -> bool:
    return quote.spans[0].start < view[1] and quote.spans[-1].end > view[0]
