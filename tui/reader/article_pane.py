"""The article, line by line: moves through it, shows who says what, tells where one clicks."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.theme import Theme
from textual.timer import Timer

from tui.article.model import Article, Span
from tui.reader.line_filters import MergedSegments
from tui.reader.row_painting import GUTTER, RowPainter, Scene, looks_of
from tui.reader.text_search import Matches
from tui.reader.viewport import Viewport
from tui.reader.wrapping import Spot

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.reader.speaker_colours import SpeakerColours

_SLICE_SECONDS: Final = 0.004
_PUBLISH_SECONDS: Final = 0.25


class ArticlePane(ScrollView, can_focus=True, inherit_bindings=False):
    """An article with its quotes marked, its rows at most `measure` cells wide.

    All offsets are code points of `article.text`. The viewport knows which words are in view; the
    scroll offset only follows it, for the scrollbar's sake. The widget has no keys of its own: a
    screen calls its moves.
    """

    BINDINGS: ClassVar[list[BindingType]] = []
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title",
        "article--heading",
        "article--byline",
        "article--label",
        "article--faded",
        "article--match",
        "article--match-current",
    }

    current: reactive[str | None] = reactive(None, repaint=False)
    """The id of the current quote."""

    class QuoteClicked(Message):
        """The mouse chose a quote."""

        def __init__(self, quote_id: str) -> None:
            super().__init__()
            self.quote_id = quote_id

    class OffsetClicked(Message):
        """The mouse pointed at words that are no quote."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class ViewMoved(Message):
        """Other words are in view: those from `first_offset` to `last_offset` (exclusive)."""

        def __init__(self, first_offset: int, last_offset: int, progress: float) -> None:
            super().__init__()
            self.first_offset = first_offset
            self.last_offset = last_offset
            self.progress = progress

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__()
        self.article = article
        self._measure = measure
        self._viewport = Viewport(article)
        self.scene = Scene()
        """What is shown beside the words."""
        self._painter: RowPainter | None = None
        self._strips: dict[Spot, Strip] = {}
        self._told: Span | None = None
        self._following = False
        self._refining: Timer | None = None
        self._published = 0.0
        self._published_measure = 0

    # What is shown

    @property
    def wraps(self) -> int:
        """How many pieces of the article have been wrapped so far: what the moves have cost."""
        return self._viewport.geometry.wraps

    @property
    def is_refining(self) -> bool:
        """Whether some heights are still estimates, and being made exact bit by bit."""
        return self._refining is not None

    def show_analysis(self, analysis: Analysis, colours: SpeakerColours) -> None:
        """Mark the quotes of an analysis of this article, a partial one too; the view stays.

        The current quote stays current under whatever id it has now.
        """
        from tui.reader.quote_marks import QuoteMarks  # the first picture has none

        before = self.scene.marks
        marks = QuoteMarks(analysis.quotes, self._viewport.geometry.starts)
        self.scene.marks, self.scene.colours = marks, colours
        if before is not None and self.current in before.quotes:
            self.current = marks.same_quote(before.quotes[self.current])
        self._repaint()

    def select_quote(self, quote_id: str | None) -> None:
        """Make a quote the current one; where it is not wholly in view, scroll to it."""
        self.current = quote_id
        extent = self.scene.extent(quote_id)
        if extent is not None:
            self._reveal(extent)

    def dim_all_but(self, speaker_id: str | None) -> None:
        """Let only the words of one speaker stay bright; None brightens all."""
        if speaker_id != self.scene.only:
            self.scene.only = speaker_id
            self._repaint()

    def search_matches(self, matches: Matches, current: int | None) -> None:
        """Show search hits; the one at index `current` stands out and is in view."""
        if matches or self.scene.matches:
            self.scene.matches, self.scene.match = matches, current
            self._repaint()
        if current is not None:
            self._reveal(matches[current])

    def watch_current(self, before: str | None, now: str | None) -> None:
        """Draw the two quotes anew."""
        self.scene.current = now
        self._repaint_quotes(*(quote_id for quote_id in (before, now) if quote_id is not None))

    # Where one is

    def place(self) -> tuple[int, int]:
        """What is at the top of the view: a block's index and a character of it."""
        return self._viewport.place

    def restore(self, place: tuple[int, int]) -> None:
        """Put a place, as `place` gave it, at the top of the view."""
        self._viewport.restore(place)
        self._view_moved()

    @property
    def view(self) -> Span:
        """The stretch of the article's text that is in view."""
        return self._viewport.extent

    @property
    def progress(self) -> float:
        """How far the view is on its way through the article: 0 at its top, 1 at its end."""
        return self._viewport.progress

    def scroll_to_offset(self, offset: int) -> None:
        """Bring an offset into view, if it is not."""
        self._reveal(Span(offset, offset + 1))

    def show_from(self, offset: int) -> None:
        """Put the row of an offset at the top of the view."""
        self._viewport.show_from(self._viewport.geometry.spot_of(offset))
        self._view_moved()

    def scroll_line(self, n: int) -> None:
        """Move the view down by `n` rows, or up."""
        self._viewport.move(n)
        self._view_moved()

    def scroll_page(self, n: int) -> None:
        """Move the view down by `n` pages, or up; two rows stay in sight."""
        self.scroll_line(n * max(1, self.size.height - 2))

    def go_top(self) -> None:
        """Show the article's beginning."""
        self._viewport.show_from(Spot(0, 0))
        self._view_moved()

    def go_end(self) -> None:
        """Show the article's end."""
        self._viewport.show_from(self._viewport.geometry.last_spot())
        self._view_moved()

    def _reveal(self, span: Span) -> None:
        self._viewport.reveal(span)
        self._view_moved()

    # Layout

    @property
    def _margin(self) -> int:
        return max(GUTTER, (self.size.width - self._viewport.geometry.measure) // 2)

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, self._recolour)

    def on_resize(self) -> None:
        """Lay the article out anew; what is at the top of the view stays there.

        But where the current match or quote was in view and no longer is, it comes first.
        """
        if not self.size:
            return
        extent, was = self._looked_at, self._told
        self._fit()
        if extent and was and was.meets(extent):
            self._viewport.reveal(extent)
        if self._viewport.geometry.measure != self._published_measure:
            self._publish()
            if self._refining is not None:
                self._refining.stop()
            self._refining = self.set_timer(0.01, self._refine)
        self._view_moved()

    @property
    def _looked_at(self) -> Span | None:
        """The current match, else the extent of the current quote."""
        if self.scene.match is not None:
            return self.scene.matches[self.scene.match]
        return self.scene.extent(self.current)

    def _fit(self) -> None:
        measure = max(1, min(self._measure, self.size.width - GUTTER - 1))
        self._viewport.resize(measure, self.size.height)
        self._strips.clear()

    def _refine(self) -> None:
        """Make the estimated heights exact, a slice at a time, so that no key has to wait."""
        until = perf_counter() + _SLICE_SECONDS
        done = self._viewport.geometry.refine(lambda: perf_counter() < until)
        self._refining = None if done else self.set_timer(0.01, self._refine)
        if done or perf_counter() - self._published >= _PUBLISH_SECONDS:
            self._publish()
            self._follow_view()

    def _publish(self) -> None:
        """Tell the scrollbar how high the article is. Each time costs a layout of the screen."""
        self._published = perf_counter()
        self._published_measure = self._viewport.geometry.measure
        self.virtual_size = Size(self.size.width, self._viewport.geometry.height)

    def _view_moved(self) -> None:
        """Draw the rows that are in view now, and tell which they are."""
        if not self._viewport.rows:
            return
        self._follow_view()
        if self._told != self.view:
            self.refresh()
            self._told = self.view
            self.post_message(self.ViewMoved(*self.view, self.progress))

    def _follow_view(self) -> None:
        """Let the scroll offset tell where the view is: it follows, it does not lead."""
        if self._viewport.rows:
            self._following = True
            y = self._viewport.geometry.top(self._viewport.rows[0])
            self.scroll_to(y=y, animate=False, force=True)
            self._following = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Go where the wheel, the scrollbar or a selection past the edge wants to."""
        super().watch_scroll_y(old_value, new_value)
        rows = round(new_value) - round(old_value)
        # A value beyond the end was not scrolled back by anyone: a resize has cut it off.
        if self._following or not rows or old_value > self.max_scroll_y:
            return
        if abs(rows) <= self.size.height:
            self._viewport.move(rows)
        else:
            self._viewport.show_from(self._viewport.geometry.spot_at(round(new_value)))
        self._view_moved()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The strip of a row of the view."""
        if not self._viewport.rows and self.size:
            self._fit()  # the first picture is drawn before the first resize is told
        if y >= len(self._viewport.rows) or not self.is_attached:
            return Strip.blank(self.size.width, self.rich_style)
        spot = self._viewport.rows[y]
        strip = self._strips.get(spot)
        if strip is None:
            if self._painter is None:
                self._painter = RowPainter(self._viewport.geometry, self.scene, looks_of(self))
            if len(self._strips) >= 8 * max(64, self.size.height):
                self._strips.clear()
            strip = self._painter.paint(spot, self._margin, self.size.width)
            self._strips[spot] = strip
        return strip

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to a row before it is sent."""
        return [*super().get_line_filters(), MergedSegments()]

    def _repaint(self) -> None:
        """Draw anew the rows that look different now: a terminal may be slow."""
        before, self._strips = self._strips, {}
        for y, spot in enumerate(self._viewport.rows):
            if self.render_line(y) != before.get(spot):
                self.refresh(Region(0, y, self.size.width, 1))

    def _repaint_quotes(self, *quote_ids: str) -> None:
        """Draw anew only the rows of these quotes."""
        if (marks := self.scene.marks) is None:
            return
        touched = {piece for quote_id in quote_ids for piece in marks.pieces_of(quote_id)}
        for spot in [spot for spot in self._strips if spot.piece in touched]:
            del self._strips[spot]
        rows = [y for y, spot in enumerate(self._viewport.rows) if spot.piece in touched]
        if rows:
            self.refresh(Region(0, rows[0], self.size.width, rows[-1] - rows[0] + 1))

    def notify_style_update(self) -> None:
        """Forget what was drawn in other styles."""
        super().notify_style_update()
        self._strips.clear()
        self._painter = None

    def _recolour(self, theme: Theme) -> None:
        if self.scene.colours is not None:
            self.scene.colours = self.scene.colours.on(theme)
        self._painter = None
        self._repaint()

    # The mouse

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.scene.selection = selection
        self._repaint()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own words in a selection: no line end is in it that is not theirs."""
        pieces = self._viewport.geometry.pieces

        def offset(at: Offset) -> int:
            span = pieces[min(at.y, len(pieces) - 1)].span
            return min(span.start + at.x, span.end)

        start = 0 if selection.start is None else offset(selection.start)
        end = len(self.article.text) if selection.end is None else offset(selection.end)
        return self.article.text[start:end], "\n"

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked; the end of a drawn selection and a double click choose nothing."""
        event.prevent_default()
        at = event.get_content_offset(self)
        if event.chain > 1 or self.text_selection is not None or at is None:
            return
        if at.y >= len(self._viewport.rows):
            return
        offset = self._offset_at(at.x, at.y)
        quote = self.scene.quote_at(offset)
        self.post_message(self.OffsetClicked(offset) if quote is None else self.QuoteClicked(quote))

    def _offset_at(self, x: int, y: int) -> int:
        """The offset of the character in a cell of the view, or of the one nearest in its row."""
        spot = self._viewport.rows[y]
        start, end = self._viewport.geometry.row_span(spot)
        cells = x - self._margin - self._viewport.geometry.indent(spot)
        offset = start
        while offset + 1 < end and cell_len(self.article.text[start : offset + 1]) <= cells:
            offset += 1
        return offset
