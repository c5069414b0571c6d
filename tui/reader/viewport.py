"""Which rows of an article are in view: moves, places, and what a resize must not lose."""

from tui.article.model import Article, Span
from tui.reader.wrapping import Geometry, Spot


class Viewport:
    """A window on the rows of an article.

    What stands at its top is kept as an offset (code points of `article.text`) and only a move
    changes it; rows are derived from it. So resizing there and back shows the same words again.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.geometry = Geometry(article)
        self.rows: list[Spot] = []
        """The rows in view, from the top; none before the first `resize`."""
        self._height = 0
        self._anchor = 0

    def resize(self, measure: int, height: int) -> None:
        """Show `height` rows of at most `measure` cells, from the same words on."""
        self._height = height
        if measure != self.geometry.measure:
            self.geometry.set_measure(measure)
        self._fill()

    def move(self, by: int) -> None:
        """Go `by` rows down, or up."""
        if self.rows:
            self.show_from(self.geometry.moved(self.rows[0], by))

    def show_from(self, top: Spot) -> None:
        """Put a row at the top, but leave no empty rows under the article's end."""
        if self._height > 0:
            # A gap's row is stood for by the end of its block.
            self._anchor = self.geometry.row_span(min(top, self._lowest_top())).start
            self._fill()

    def reveal(self, span: Span) -> None:
        """Go where the whole of a span is in view, unless it is; a third down if there is room."""
        if not self.rows:
            self._anchor = span.start
            return
        geometry, height = self.geometry, len(self.rows)
        first, last = geometry.spot_of(span.start), geometry.spot_of(max(0, span.end - 1))
        if self.rows[0] <= first and last <= self.rows[-1]:
            return
        count = geometry.distance(first, last, height) + 1
        self.show_from(geometry.moved(first, -min(height // 3, max(0, height - count))))

    @property
    def place(self) -> tuple[int, int]:
        """What is at the top: the index of a block, and a character of it."""
        block = self.geometry.pieces[self.geometry.spot_of(self._anchor).piece].block
        start = self.article.blocks[block].span.start if self.article.blocks else 0
        return block, self._anchor - start

    def restore(self, place: tuple[int, int]) -> None:
        """Put a place at the top; the nearest there is, where the article has no such place."""
        if self.article.blocks:
            index, offset = place
            span = self.article.blocks[min(max(0, index), len(self.article.blocks) - 1)].span
            self._anchor = min(span.start + max(0, offset), span.end)
        self._fill()

    @property
    def extent(self) -> Span:
        """The stretch of the article's text that is in view."""
        if not self.rows:
            return Span(self._anchor, self._anchor)
        row_span = self.geometry.row_span
        return Span(row_span(self.rows[0]).start, row_span(self.rows[-1]).end)

    @property
    def progress(self) -> float:
        """How far the view is on its way through the article: 0 at its top, 1 at its end."""
        start, end = self.extent
        left = len(self.article.text) - end
        return start / (start + left) if left else 1.0

    def _lowest_top(self) -> Spot:
        return self.geometry.moved(self.geometry.last_spot(), 1 - self._height)

    def _fill(self) -> None:
        if self._height <= 0:
            return
        spot = min(self.geometry.spot_of(self._anchor), self._lowest_top())
        last = self.geometry.last_spot()
        self.rows = [spot]
        while len(self.rows) < self._height and spot < last:
            spot = self.geometry.moved(spot, 1)
            self.rows.append(spot)
