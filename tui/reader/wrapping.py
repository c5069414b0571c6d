"""Where an article's lines break on screen: exactly where one looks, estimated elsewhere."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from rich._wrap import divide_line
from rich.cells import cell_len

from tui.article.model import Article, BlockKind, Span

LONGEST_PIECE: Final = 4000
"""A block longer than this is laid out in pieces, so that no step's work grows with a block."""

_MARKER = re.compile(r"(?:[-*+•‣◦–—·▪●○■]|\(?\w{1,3}[.)])\s+(?=\S)")
# Characters of one cell each among which only U+0020 is a place to break. All are of the basic
# plane: a class that reaches beyond it is many times slower to match.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0386\u0388-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u05d0-\u05ea\u2010-\u2027\u202f\u2030-\u205e\u20a0-\u20bf]*"
)
_NO_BREAK = str.maketrans({"\u00a0": "x", "\u2007": "x", "\u202f": "x"})
_KEPT_WRAPS: Final = 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block that is laid out by itself.

    `span` counts code points of the article's text and leaves out the `> ` of a block quotation.
    `marker` is how many characters at its start stand out to the left of its further rows (a
    list's bullet), `hang` how many cells they take; `inset` is how many cells all its rows stand
    to the right. `gap` is how many empty rows follow it.
    """

    block: int
    kind: BlockKind
    span: Span
    marker: int
    hang: int
    inset: int
    gap: int


class Spot(NamedTuple):
    """A row of the layout: a piece, and a row of it. The rows of its gap come last."""

    piece: int
    row: int


def row_starts(text: str, width: int) -> list[int]:
    """The indices into `text` at which its rows begin when no row may take over `width` cells.

    Rows break at spaces, whose cells at a row's end do not count; a word that is wider than a row
    is broken anywhere. No-break spaces hold. The first index is 0, also for an empty text.
    """
    if text.isascii() or _NARROW.fullmatch(text):
        return [match.start() for match in _greedy(width).finditer(text)] or [0]
    return [0, *divide_line(text.translate(_NO_BREAK), width)]


@lru_cache(maxsize=64)
def _greedy(width: int) -> re.Pattern[str]:
    return re.compile(rf"(?:.{{1,{width}}}(?![^ ])|.{{1,{width}}}) *", re.DOTALL)


def pieces_of(article: Article) -> list[Piece]:
    """The article's blocks as pieces, in order; there is at least one."""
    text, pieces = article.text, list[Piece]()
    for index, block in enumerate(article.blocks):
        start, end = block.span
        last = index + 1 == len(article.blocks)
        next_start = end if last else article.blocks[index + 1].span.start
        gap = 1 if text.count("\n", end, next_start) > 1 else 0
        marker = inset = 0
        if block.kind == "quote":
            inset = 2
            start += 2 if text.startswith("> ", start, end) else 0
        elif block.kind == "item" and (found := _MARKER.match(text, start, min(end, start + 9))):
            marker = found.end() - start
        elif block.kind == "turn":
            marker = min(2, end - start)
        hang = cell_len(text[start : start + marker])
        while end - start > LONGEST_PIECE:
            cut = text.rfind(" ", start, start + LONGEST_PIECE) + 1 or start + LONGEST_PIECE
            pieces.append(Piece(index, block.kind, Span(start, cut), marker, hang, inset, 0))
            start, marker, hang = cut, 0, 0
        pieces.append(Piece(index, block.kind, Span(start, end), marker, hang, inset, gap))
    return pieces or [Piece(0, "paragraph", Span(0, len(text)), 0, 0, 0, 0)]


class Geometry:
    """The rows of an article at one measure.

    Each step's work depends on the rows that it passes and not on the article's length, but for
    `top` and `spot_at`, which add up all heights after one has changed (a millisecond for a
    million words). `wraps` counts the pieces that were wrapped so far.
    """

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.pieces = pieces_of(article)
        self.wraps = 0
        self.starts = [
            # A block's first piece has all of the block, what is not shown of it included.
            piece.span.start
            if index and self.pieces[index - 1].block == piece.block
            else (article.blocks[piece.block].span.start if article.blocks else 0)
            for index, piece in enumerate(self.pieces)
        ]
        self._rows: dict[int, list[int]] = {}
        self._heights = array("L", [1]) * len(self.pieces)
        self._exact = bytearray(len(self.pieces))
        self._tops: array[int] | None = None
        self._next = 0
        self.measure = 0

    def set_measure(self, measure: int) -> None:
        """Lay out at most `measure` cells a row (at least 1): all heights are estimates again."""
        self.measure = max(1, measure)
        usual = max(1, self.measure - 3)
        self._heights = array(
            "L", (1 + max(0, p.span.end - p.span.start - 1) // usual + p.gap for p in self.pieces)
        )
        self._exact = bytearray(len(self.pieces))
        self._rows.clear()
        self._tops, self._next = None, 0

    def rows(self, index: int) -> Sequence[int]:
        """Where the rows of a piece begin: indices into the piece, the first 0."""
        found = self._rows.get(index)
        if found is None:
            if len(self._rows) >= _KEPT_WRAPS:
                self._rows.clear()
            found = self._rows[index] = self._wrap(index)
        return found

    def _wrap(self, index: int) -> list[int]:
        piece = self.pieces[index]
        self.wraps += 1
        hang = self._hang(piece)
        marker = piece.marker if hang == piece.hang else 0
        words = self.text[piece.span.start + marker : piece.span.end]
        width = max(1, self.measure - piece.inset - hang)
        starts = [start + marker for start in row_starts(words, width)]
        starts[0] = 0
        height = len(starts) + piece.gap
        if not self._exact[index]:
            self._exact[index] = 1
            if height != self._heights[index]:
                self._heights[index] = height
                self._tops = None
        return starts

    def indent(self, spot: Spot) -> int:
        """How many cells a row's text stands to the right of the column's edge."""
        piece = self.pieces[spot.piece]
        return piece.inset + (self._hang(piece) if spot.row else 0)

    def _hang(self, piece: Piece) -> int:
        return piece.hang if piece.hang < self.measure // 2 else 0

    def row_span(self, spot: Spot) -> Span:
        """The row's stretch of the article's text, spaces at its end included; empty in a gap."""
        start, end = self.pieces[spot.piece].span
        rows = self.rows(spot.piece)
        if spot.row >= len(rows):
            return Span(end, end)
        after = start + rows[spot.row + 1] if spot.row + 1 < len(rows) else end
        return Span(start + rows[spot.row], after)

    def spot_of(self, offset: int) -> Spot:
        """The row that has the character at an offset of the article's text.

        The end of a block, and what stands between two blocks, is the gap after it where it has
        one, else its last row.
        """
        index = max(0, bisect_right(self.starts, offset) - 1)
        piece, rows = self.pieces[index], self.rows(index)
        if offset >= piece.span.end:
            return Spot(index, len(rows) - 1 + piece.gap)
        return Spot(index, bisect_right(rows, max(0, offset - piece.span.start)) - 1)

    def moved(self, spot: Spot, by: int) -> Spot:
        """The row that is `by` rows further down (or up, if negative), but within the article."""
        index, row = spot.piece, spot.row + by
        while row < 0 and index > 0:
            index -= 1
            row += self._height(index)
        while row >= (height := self._height(index)) and index + 1 < len(self.pieces):
            row -= height
            index += 1
        return Spot(index, min(max(row, 0), height - 1))

    def distance(self, above: Spot, below: Spot, limit: int) -> int:
        """How many rows `below` is under `above`, but at most `limit`; 0 if it is not under it."""
        index, rows = above.piece, -above.row
        while index < below.piece and rows < limit:
            rows += self._height(index)
            index += 1
        return max(0, min(limit, rows + below.row))

    def last_spot(self) -> Spot:
        """The last row of the article."""
        index = len(self.pieces) - 1
        return Spot(index, self._height(index) - 1)

    def _height(self, index: int) -> int:
        if not self._exact[index]:
            self.rows(index)
        return self._heights[index]

    @property
    def height(self) -> int:
        """The rows of the whole article, as far as they are known by now."""
        return self._top(len(self.pieces))

    def top(self, spot: Spot) -> int:
        """How many rows stand above a row, as far as they are known by now."""
        return self._top(spot.piece) + spot.row

    def spot_at(self, y: int) -> Spot:
        """The row that has about `y` rows above it."""
        self._top(0)
        assert self._tops is not None
        index = min(max(0, bisect_right(self._tops, y) - 1), len(self.pieces) - 1)
        return Spot(index, min(max(0, y - self._tops[index]), self._height(index) - 1))

    def _top(self, index: int) -> int:
        if self._tops is None:
            self._tops = array("Q", accumulate(self._heights, initial=0))
        return self._tops[index]

    def refine(self, go_on: Callable[[], bool]) -> bool:
        """Make more heights exact, from the top, while `go_on()`; whether all of them are now."""
        while self._next < len(self.pieces):
            if not self._exact[self._next]:
                if not go_on():
                    return False
                self._wrap(self._next)
            self._next += 1
        return True
