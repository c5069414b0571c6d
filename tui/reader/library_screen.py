"""The library: the articles that are at hand; tells which one is to be opened."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.reader.actions import Action, bindings
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.shelf import ShelfEntry


class ShelfList(OptionList, inherit_bindings=False):
    """The list; its screen has the keys."""

    BINDINGS: ClassVar[list[BindingType]] = []


class LibraryScreen(Screen[None], inherit_bindings=False):
    """A list of articles by their titles."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")
    AUTO_FOCUS = "ShelfList"

    class Opened(Message):
        """An article is to be opened."""

        def __init__(self, entry: ShelfEntry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, entries: Sequence[ShelfEntry], actions: Sequence[Action]) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._list = ShelfList(*(Option(_prompt(entry)) for entry in entries))
        self._header = HeaderLine("pullquote: see who said what")
        self._footer = FooterLine(actions)

    def compose(self) -> ComposeResult:
        """One row, the list, one row."""
        yield self._header
        yield self._list
        yield self._footer

    def on_mount(self) -> None:
        """Put the marker on the first."""
        count = len(self._entries)
        self._header.announce(f"{count} {'article' if count == 1 else 'articles'}")
        self._list.highlighted = 0 if self._entries else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which was chosen with the mouse or the key."""
        event.stop()
        self.post_message(self.Opened(self._entries[event.option_index]))

    def action_open(self) -> None:
        """Choose what the marker is on."""
        self._list.action_select()

    def action_move_line(self, by: int) -> None:
        """Move the marker."""
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_move_to_end(self, by: int) -> None:
        """Put the marker on the last, or on the first (-1)."""
        if by > 0:
            self._list.action_last()
        else:
            self._list.action_first()


def _prompt(entry: ShelfEntry) -> Content:
    # Neither title nor path is ours: literal, and without what a terminal would obey.
    path = entry.source.replace(str(Path.home()), "~", 1)
    title, where = ("".join(c for c in text if c.isprintable()) for text in (entry.title, path))
    return Content.assemble(title, "\n", (where, "$quiet"), "\n")
