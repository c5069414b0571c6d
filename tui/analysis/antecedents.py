"""Whom a word points back to: the encoder's pointers, followed from pronoun to pronoun to names."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

from tui.analysis.tagger import Pointer
from tui.article.model import Span

# A share that is smaller is not followed any further.
LEAST = 0.01


class Antecedents:
    """The pointers of an article, asked in its order."""

    def __init__(self, pointers: Sequence[Pointer], named_at: Callable[[int], int | None]) -> None:
        """`named_at` tells whose name, or whose description, stands at an offset, by a number."""
        self._pointers = {pointer.start: pointer for pointer in pointers}
        self._starts = sorted(self._pointers)
        self._named_at = named_at
        self._known: dict[int, dict[int, float]] = {}

    def of(self, mention: Span) -> dict[int, float]:
        """How much of what the words of a mention point to is each one's; at most 1 in all."""
        shares: dict[int, float] = defaultdict(float)
        first = bisect_right(self._starts, mention.start - 1)
        words = [s for s in self._starts[first : first + 12] if s < mention.end]
        for start in words:
            for whom, share in self._followed(start, mention.start).items():
                shares[whom] += share / len(words)
        return shares

    def _followed(self, start: int, before: int) -> dict[int, float]:
        known = self._known.get(start)
        if known is not None:
            return known
        shares: dict[int, float] = defaultdict(float)
        for at, share in self._pointers[start].back:
            if at >= before or share < LEAST:
                continue
            whom = self._named_at(at)
            if whom is not None:
                shares[whom] += share
            elif at in self._pointers:
                for other, part in self._followed(at, at).items():
                    shares[other] += share * part
        self._known[start] = dict(shares)
        return shares
