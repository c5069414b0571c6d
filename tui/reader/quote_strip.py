"""The whole article on one narrow column: who speaks where, and which part is in view."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from tui.reader.component_looks import ComponentLooks
from tui.reader.row_painting import INDIRECT_BAR
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.text_search import Matches

if TYPE_CHECKING:
    from tui.analysis.model import Analysis


class QuoteStrip(ComponentLooks, Widget, can_focus=False, inherit_bindings=False):
    """A map of the article's statements, its whole text on the widget's height.

    Each row has the colour of the speaker who has most of its part of the text. A second column,
    where the strip is wide enough for one, has a bar beside the part in view, and a tooth at each
    part that has a search hit.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"strip--rail", "strip--view", "strip--match"}

    class StripClicked(Message):
        """The mouse pointed at a part of the article: 0 is its beginning, 1 its end."""

        def __init__(self, fraction: float) -> None:
            super().__init__()
            self.fraction = fraction

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name for it
        super().__init__(id=id)
        self._analysis: Analysis | None = None
        self._colours: SpeakerColours | None = None
        self._view = (0.0, 0.0)
        self._rows: list[tuple[str | None, bool] | None] = []
        self._matches, self._length = Matches(), 1

    def show(self, analysis: Analysis, colours: SpeakerColours) -> None:
        """Map the quotes of an analysis, a partial one too."""
        self._analysis, self._colours = analysis, colours
        self._map()

    def show_view(self, first_fraction: float, last_fraction: float) -> None:
        """Mark the part of the text that is in view, each end a fraction of the whole."""
        if (first_fraction, last_fraction) != self._view:
            self._view = first_fraction, last_fraction
            self.refresh()

    def show_matches(self, matches: Matches, length: int) -> None:
        """Mark the parts of the text, which has this length, that hold search hits."""
        self._matches, self._length = matches, max(1, length)
        self.refresh()

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, self._recolour)

    def on_resize(self) -> None:
        """Map the article on the new height."""
        self._map()

    def _recolour(self, theme: Theme) -> None:
        if self._colours is not None:
            self._colours = self._colours.on(theme)
        self.refresh()

    def _map(self) -> None:
        """Find for each row the speaker who has most of it, and whether in quoted words."""
        height = self.size.height
        self._rows = [None] * height
        if self._analysis is None or not self._analysis.article.text or not height:
            return
        per_row = len(self._analysis.article.text) / height
        said = [Counter[tuple[str | None, bool]]() for _ in range(height)]
        for quote in self._analysis.quotes:
            who = quote.speaker, quote.kind != "indirect"
            for start, end in quote.spans:
                for row in range(int(start / per_row), min(height, int((end - 1) / per_row) + 1)):
                    said[row][who] += round(
                        min(end, (row + 1) * per_row) - max(start, row * per_row)
                    )
        self._rows = [row.most_common(1)[0][0] if row else None for row in said]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A row: a mark in the speaker's colour, then the rail with the bar of the view."""
        base, width = self.visual_style.rich_style, self.size.width
        mark = Segment(" ", base)
        if y < len(self._rows) and (who := self._rows[y]) is not None and self._colours is not None:
            speaker, direct = who
            style = base + Style(color=self._colours.of(speaker).colour)
            mark = Segment("▐" if direct else INDIRECT_BAR, style)
        height = max(1, self.size.height)
        first, last = self._view
        # At least one row is marked, however long the article is.
        top = min(int(first * height), height - 1)
        in_view = last > 0 and top <= y < max(top + 1, round(last * height))
        name = "strip--view" if in_view else "strip--rail"
        style = self.get_component_rich_style(name)
        part = (round(edge * self._length / height) for edge in (y, y + 1))
        if self._matches.within(*part):
            tooth = style + self.get_component_rich_style("strip--match")
            bar = Segment("┣" if in_view else "├", tooth)
        else:
            bar = Segment("┃" if in_view else "│", style)
        return Strip([mark, bar][:width]).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """Tell which part of the article was pointed at."""
        fraction = event.y / max(1, self.size.height - 1)
        self.post_message(self.StripClicked(min(1.0, max(0.0, fraction))))
