"""A glance at an article of the library: its title, its voices, its first words."""

from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from tui.article.cleaning import clean_line
from tui.reader.cell_fitting import fitted
from tui.reader.home_path import from_home
from tui.reader.shelf import SAMPLES, ShelfEntry
from tui.reader.voices_rows import bar

_ROOMY: Final = 20
"""From so many rows on voices have a row each."""
_MOST_VOICES: Final = 6
_BAR: Final = 8


class PreviewPane(Widget, can_focus=False, inherit_bindings=False):
    """As much as there is room for; what is cut ends in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: ShelfEntry | None = None
        self._words = ""

    def show(self, entry: ShelfEntry | None, words: str = "") -> None:
        """Show an article whose text begins with some words; empty while they are not known.

        None shows nothing.
        """
        self._entry, self._words = entry, words
        self.refresh()

    def render(self) -> Content:
        """All rows, cut to the room that there is."""
        width, height = self.content_size
        if self._entry is None or width < 2:
            return Content()
        rows = [row.rstrip() for row in self._above(self._entry, width)]
        for paragraph in self._words.split("\n"):
            rows += [row.rstrip() for row in Content(paragraph).wrap(width)] or [Content()]
            if len(rows) > height:
                rows = rows[:height]
                rows[-1] = Content(fitted(f"{rows[-1].plain} …", width))
                break
        return Content("\n").join(rows)

    def _above(self, entry: ShelfEntry, width: int) -> list[Content]:
        path = clean_line(entry.link or from_home(entry.source))
        where = "a sample that comes with pullquote" if entry.group == SAMPLES else path
        rows = [*Content.styled(clean_line(entry.title), "bold").wrap(width)]
        rows.append(Content.styled(_end_of(where, width), "$quiet"))
        if self.content_size.height >= _ROOMY and entry.voices:
            rows.append(Content())
            for voice in entry.voices[:_MOST_VOICES]:
                name = fitted(clean_line(voice.name), width - _BAR - 1)
                rows.append(Content.assemble((bar(voice.share, _BAR), "$quiet"), " ", name))
            if (more := len(entry.voices) - _MOST_VOICES) > 0:
                rows.append(Content.styled(" " * (_BAR + 1) + f"and {more} more", "$quiet"))
        return [*rows, Content()]


def _end_of(path: str, width: int) -> str:
    """A path, or as much of its end as there is room for."""
    while cell_len(path) > width and len(path) > 1:
        path = "…" + path[2:]
    return path
