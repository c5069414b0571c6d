"""Whom a word points back to: the encoder's pointers, followed from pronoun to pronoun to names."""

from collections import defaultdict
from collections.abc import Callable

from tui.analysis.pointers import Pointers
from tui.article.model import Span

# A share that is smaller is not followed any further, nor are longer ways.
LEAST = 0.01
LONGEST_WAY = 8
# So many answers are remembered: ways are short beside a long text.
REMEMBERED = 2000


class Antecedents:
    """The pointers of an article, asked in its order."""

    def __init__(self, pointers: Pointers, named_at: Callable[[int], int | None]) -> None:
        """`named_at` tells whose name, or whose description, stands at an offset, by a number."""
        self._pointers = pointers
        self._named_at = named_at
        self._known: dict[int, dict[int, float]] = {}

    def of(self, mention: Span) -> dict[int, float]:
        """How much of what the words of a mention point to is each one's; at most 1 in all."""
        shares: dict[int, float] = defaultdict(float)
        words = self._pointers.within(mention)
        if len(self._known) > REMEMBERED:
            self._known.clear()
        for word in words:
            for whom, share in self._followed(word, mention.start, LONGEST_WAY).items():
                shares[whom] += share / len(words)
        return shares

    def _followed(self, word: int, before: int, way: int) -> dict[int, float]:
        known = self._known.get(word)
        if known is not None:
            return known
        shares: dict[int, float] = defaultdict(float)
        for at, share in self._pointers.back(word):
            if at >= before or share < LEAST:
                continue
            whom = self._named_at(at)
            if whom is not None:
                shares[whom] += share
            elif way > 0 and (further := self._pointers.at(at)) is not None:
                for other, part in self._followed(further, at, way - 1).items():
                    shares[other] += share * part
        self._known[word] = dict(shares)
        return shares
