"""An article in stretches of some thousand characters, so that what is on screen is read first."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.article.model import Article

# A stretch is about as much text as is read in a tenth of a second.
SHORTEST = 6_000
# After so many stretches in all, what is known so far is worth telling.
TOLD_AFTER = frozenset(4**power for power in range(16))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The blocks `first` to `end` (exclusive) of an article."""

    first: int
    end: int


def stretches(article: Article) -> tuple[Stretch, ...]:
    """The stretches of an article in order: whole blocks, together all of them."""
    found: list[Stretch] = []
    first = 0
    for i, block in enumerate(article.blocks):
        last = i == len(article.blocks) - 1
        if last or block.span.end - article.blocks[first].span.start >= SHORTEST:
            found.append(Stretch(first, i + 1))
            first = i + 1
    if len(found) > 1 and _length(article, found[-1]) < SHORTEST // 2:
        found[-2:] = [Stretch(found[-2].first, found[-1].end)]
    return tuple(found)


def from_view(article: Article, parts: Sequence[Stretch], view: int) -> Iterator[int]:
    """The indices of stretches in the order of reading: the one at the offset `view`, what follows
    it, and then what stands before it, the nearest first.
    """
    starts = [article.blocks[part.first].span.start for part in parts]
    at = max(bisect_right(starts, view) - 1, 0)
    yield from range(at, len(parts))
    yield from range(at - 1, -1, -1)


def _length(article: Article, part: Stretch) -> int:
    return article.blocks[part.end - 1].span.end - article.blocks[part.first].span.start
