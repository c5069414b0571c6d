"""Words that stand for somebody, and the earlier words that they point back to."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.article.model import Span


@dataclass(frozen=True, slots=True, eq=False)
class Pointers:
    """Pointers in columns, as there are many in a long text.

    `starts` (words,) are the offsets of the words that point, in order; those of word i point to
    the offsets `to[first[i]:first[i + 1]]`, how surely `shares` of the same places tell. `first` is
    (words + 1,), `to` and `shares` (pointers,). Offsets are code points of the article's text.
    """

    starts: NDArray[np.int32]
    first: NDArray[np.int32]
    to: NDArray[np.int32]
    shares: NDArray[np.float32]

    def within(self, span: Span) -> range:
        """The numbers of the words that point from within a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def at(self, offset: int) -> int | None:
        """The number of the word at an offset, if it points."""
        i = bisect_left(self.starts, offset)
        return i if i < len(self.starts) and self.starts[i] == offset else None

    def back(self, word: int) -> Iterator[tuple[int, float]]:
        """Where a word points, by its number: offsets and shares."""
        part = slice(self.first[word], self.first[word + 1])
        return zip(self.to[part].tolist(), self.shares[part].tolist(), strict=True)


def pointers(found: Sequence[tuple[int, Sequence[tuple[int, float]]]]) -> Pointers:
    """Pointers from words in order, each an offset with where it points."""
    return Pointers(
        np.array([start for start, _ in found], np.int32),
        np.cumsum([0, *(len(back) for _, back in found)], dtype=np.int32),
        np.array([to for _, back in found for to, _ in back], np.int32),
        np.array([share for _, back in found for _, share in back], np.float32),
    )


NO_POINTERS = pointers([])


def joined_pointers(parts: Sequence[Pointers]) -> Pointers:
    """The pointers of some parts of a text, which are in order, as one."""
    if not parts:
        return NO_POINTERS
    before = np.cumsum([0, *(len(part.to) for part in parts)])
    firsts = [part.first[:-1] + at for part, at in zip(parts, before, strict=False)]
    return Pointers(
        np.concatenate([part.starts for part in parts]),
        np.concatenate([*firsts, before[-1:]]).astype(np.int32),
        np.concatenate([part.to for part in parts]),
        np.concatenate([part.shares for part in parts]),
    )
