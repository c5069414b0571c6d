"""A list of any length with a marker: what a page shows is all that it ever asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.component_looks import ComponentLooks
from tui.reader.voices_rows import Part

Row = tuple[Part, ...]
_WHEEL: Final = 3
_KEPT: Final = 1000
_WIDEST: Final = 100
"""A row has so many cells at most: the eye would lose longer ones."""
_EDGE: Final = 2
"""The cells left of the rows."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One of the list: its rows, which the marker is on as one, and those above it, which it is
    never on.
    """

    rows: tuple[Row, ...]
    heading: tuple[Row, ...] = ()

    @property
    def height(self) -> int:
        """How many rows it has in all."""
        return len(self.heading) + len(self.rows)


class PagedList(ComponentLooks, Widget, can_focus=True, inherit_bindings=False):
    """Numbered items from 0, whose rows `made` gives for a width; its screen has the keys.

    A place in it is an item and how many of its rows are scrolled away, so that the work for a key
    grows with the screen alone.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paged--plain",
        "paged--strong",
        "paged--dim",
        "paged--label",
        "paged--match",
        "paged--marker",
        "paged--thumb",
    }

    class Seen(Message):
        """These are on the screen now, the last included; the marker is on one."""

        def __init__(self, first: int, last: int, marked: int) -> None:
            super().__init__()
            self.first, self.last, self.marked = first, last, marked

    class Chosen(Message):
        """One was chosen with the mouse."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, made: Callable[[int, int], ListItem]) -> None:
        super().__init__()
        self._made = made
        self._kept: dict[int, ListItem] = {}
        self._shown: list[tuple[int, int]] | None = None
        self._told: tuple[int, int, int] | None = None
        self._total = self._marked = self._top = self._skipped = 0

    # What is shown

    @property
    def total(self) -> int:
        """How many there are."""
        return self._total

    @property
    def marked(self) -> int | None:
        """The number of the one that the marker is on."""
        return self._marked if self._total else None

    def show(self, total: int, marked: int | None = None) -> None:
        """Show a list of so many; the marker stays in its place but where another is told."""
        self._total = total
        if marked is not None:
            self._top, self._skipped = max(0, min(marked, total - 1)), 0
            self._marked = marked
        self._marked = max(0, min(self._marked, total - 1))
        self.renew()

    def renew(self) -> None:
        """Make all rows anew: what they are made from has changed."""
        in_view = self._marked in {number for number, _ in self._places()}
        self._kept.clear()
        self._shown = None
        if in_view or not self._total:
            self._reveal()
        self._settle()

    def on_resize(self) -> None:
        """Lay the rows out for the new width; the marker stays in view."""
        self._kept.clear()
        self._reveal()
        self._settle()

    # Moves

    def mark(self, number: int) -> None:
        """Put the marker on one, and bring it into view."""
        self._marked = max(0, min(number, self._total - 1))
        self._reveal()
        self._settle()

    def move_line(self, by: int) -> None:
        """Move the marker."""
        self.mark(self._marked + by)

    def move_page(self, by: int) -> None:
        """Move the marker by as many as fit on the screen."""
        number, left = self._marked, self.size.height
        while 0 <= number + by < self._total and left > 0:
            number += by
            left -= self._item(number).height
        if left < 0 and number - by != self._marked:
            number -= by
        self.mark(number)

    def move_to_end(self, by: int) -> None:
        """Put the marker on the last, or on the first (-1)."""
        self.mark(self._total - 1 if by > 0 else 0)

    def _scroll(self, rows: int) -> None:
        top, skipped = self._top, self._skipped + rows
        while skipped < 0 and top > 0:
            top -= 1
            skipped += self._item(top).height
        while top < self._total - 1 and skipped >= self._item(top).height:
            skipped -= self._item(top).height
            top += 1
        last = self._ending_with(self._total - 1)
        self._top, self._skipped = min((top, max(0, skipped)), last)
        self._settle()

    def _reveal(self) -> None:
        """Scroll so that the marked one is in view."""
        if not self._total:
            self._top = self._skipped = 0
            return
        last = self._ending_with(self._total - 1)
        self._top, self._skipped = min((self._top, self._skipped), last)
        if self._marked <= self._top:
            if self._marked < self._top or self._skipped:
                self._top, self._skipped = self._marked, 0
            return
        rows = -self._skipped
        for number in range(self._top, self._marked + 1):
            rows += self._item(number).height
            if rows > self.size.height:
                self._top, self._skipped = min((self._marked, 0), self._ending_with(self._marked))
                return

    def _ending_with(self, number: int) -> tuple[int, int]:
        """The place in which one of them ends on the last row."""
        left = self.size.height
        while number >= 0:
            left -= self._item(number).height
            if left <= 0:
                return number, -left
            number -= 1
        return 0, 0

    def _settle(self) -> None:
        """Draw it, and tell what is to be seen."""
        self._shown = None
        places = self._places()
        if places:
            told = places[0][0], places[-1][0], self._marked
            if told != self._told:
                self._told = told
                self.post_message(self.Seen(*told))
        self.refresh()

    def tell_again(self) -> None:
        """Tell what is to be seen, though it has not changed."""
        self._told = None
        self._settle()

    # Drawing and the mouse

    @property
    def _row_width(self) -> int:
        return max(1, min(_WIDEST, self.size.width - _EDGE - 2))

    def _item(self, number: int) -> ListItem:
        found = self._kept.get(number)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[number] = self._made(number, self._row_width)
        return found

    def _places(self) -> list[tuple[int, int]]:
        """Of each row of the screen the item, and which of its rows it is."""
        if self._shown is None:
            shown = list[tuple[int, int]]()
            number, row = self._top, self._skipped
            while number < self._total and len(shown) < self.size.height:
                rows = range(row, self._item(number).height)
                shown += [(number, n) for n in rows][: self.size.height - len(shown)]
                number, row = number + 1, 0
            self._shown = shown
        return self._shown

    def render_line(self, y: int) -> Strip:
        """A row of the screen, and its part of the scrollbar."""
        width, base = self.size.width, self.visual_style.rich_style
        places = self._places()
        if y >= len(places):
            return Strip.blank(width, base)
        number, row = places[y]
        item = self._item(number)
        marked = number == self._marked and row >= len(item.heading)
        ground = self._marker_style() if marked else Style()
        segments = [Segment(" " * _EDGE, base + ground)]
        for part in (item.heading + item.rows)[row]:
            style = self.get_component_rich_style(f"paged--{part.look}")
            if ground.reverse:  # one ground for the whole row
                style = base + Style(bold=style.bold, underline=style.underline)
            segments.append(Segment(part.text, style + ground))
        strip = Strip(segments).adjust_cell_length(width - 1, base + ground)
        edge = self.get_component_rich_style("paged--thumb") if self._has_thumb(y) else base
        return Strip([*strip, Segment(" ", edge)])

    def _marker_style(self) -> Style:
        style = self.get_component_rich_style("paged--marker")
        return Style(bgcolor=style.bgcolor, reverse=style.reverse)

    def _has_thumb(self, y: int) -> bool:
        """Whether the scrollbar's thumb is in a row: it says how far down the list one is."""
        places, height = self._places(), self.size.height
        first, last = places[0][0], places[-1][0]
        if last - first + 1 >= self._total:
            return False
        size = max(1, height * (last - first + 1) // self._total)
        end = last == self._total - 1
        at = height - size if end else first * (height - size) // max(1, self._total - 1)
        return at <= y < at + size

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the marker stays where it is."""
        event.stop()
        self._scroll(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self._scroll(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked or, on the scrollbar, go to that part of the list."""
        at = event.get_content_offset(self)
        places = self._places()
        if at is None or not self._total:
            return
        if at.x == self.size.width - 1:
            self.mark(at.y * (self._total - 1) // max(1, self.size.height - 1))
        elif at.y < len(places):
            number, row = places[at.y]
            self.mark(number)
            if row >= len(self._item(number).heading):
                self.post_message(self.Chosen(number))
