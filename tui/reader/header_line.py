"""One row above the article: its title or who speaks, and where one is in it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.article.model import Article
from tui.reader.component_looks import ComponentLooks

if TYPE_CHECKING:
    from tui.reader.speaker_colours import SpeakerStyle

_ROOM_FOR_VOICES: Final = 80
"""From so many cells on the voices stand beside the article, and name who speaks."""


class HeaderLine(ComponentLooks, Widget, can_focus=False, inherit_bindings=False):
    """The title on the left; on the right what has been chosen, the quote and the progress.

    Where there is room for the article alone, whoever says the current quote takes the title's
    place.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"header--title", "header--mode", "header--place"}

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's
        super().__init__(id=id)
        self._title = title
        self._mode = ""
        self._count: tuple[int | None, int] | None = None
        self._of_matches = self._stopped = False
        self._progress = 0.0
        self._speaker: tuple[str, SpeakerStyle] | None = None
        self._place: str | None = None

    def show(
        self,
        mode: str,
        count: tuple[int | None, int] | None,
        progress: float,
        speaker: tuple[str, SpeakerStyle] | None = None,
        *,
        of_matches: bool = False,
        stopped: bool = False,
    ) -> None:
        """Say where one is.

        `mode` is what n and p are bound to, if they are; `count` the number of the current quote,
        or match where they are of a search (counted from 1; None for none), and of how many, None
        while nothing is known of them, which it will not be where the reading has `stopped`;
        `speaker` the name and the style of whoever says the quote.
        """
        self._mode, self._progress, self._speaker = mode, progress, speaker
        self._count, self._of_matches, self._stopped = count, of_matches, stopped
        self._place = None
        self.refresh()

    def rename(self, title: str) -> None:
        """Have another title."""
        self._title = title
        self.refresh()

    def announce(self, place: str) -> None:
        """Say something else on the right."""
        self._place = place
        self.refresh()

    def place(self, *, short: bool) -> str:
        """The place in words: `quote 4 of 17 · 38 %`, or `4/17 · 38 %`."""
        if self._place is not None:
            return self._place
        share = f"{int(100 * self._progress)} %"  # rounded, it would be at the end before it is
        if self._count is None:
            waiting = "searching…" if self._of_matches else "reading…"
            if self._stopped and not self._of_matches:
                waiting = "not read"
            return share if short else f"{waiting} · {share}"
        number, count = self._count
        one, many = ("match", "matches") if self._of_matches else ("quote", "quotes")
        if short:
            return f"{number or '–'}/{count} · {share}"
        if number is None:
            return f"{count} {one if count == 1 else many} · {share}"
        return f"{one} {number} of {count} · {share}"

    def render_line(self, y: int) -> Strip:
        """The row."""
        width = self.size.width
        place = self.place(short=width < 60)
        mode = f"{self._mode} · " if self._mode and width >= 60 else ""
        room = max(0, width - cell_len(mode) - cell_len(place) - 4)
        title, style = self._title, self.get_component_rich_style("header--title")
        if self._speaker is not None and width < _ROOM_FOR_VOICES:
            name, look = self._speaker
            title, style = f"{look.sign} {name}", style + Style(color=look.colour)
        if cell_len(title) > room:
            title = set_cell_size(title, max(0, room - 1)).rstrip() + "…"

        def part(text: str, name: str) -> Segment:
            return Segment(text, self.get_component_rich_style(f"header--{name}"))

        return Strip(
            [
                Segment(" " + set_cell_size(title, room + 2), style),
                part(mode, "mode"),
                part(place, "place"),
            ]
        ).adjust_cell_length(width, self.visual_style.rich_style)


def title_of(article: Article) -> str:
    """The headline; where there is none, the name of the file."""
    return article.title or PurePath(article.origin).name
