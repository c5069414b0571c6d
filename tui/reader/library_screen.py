"""The library: the articles that are at hand; tells which one is to be opened."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.article.cleaning import clean_line
from tui.reader.actions import Action, Scope, bindings
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.preview_pane import PreviewPane
from tui.reader.shelf import ShelfEntry, first_words
from tui.reader.sized_screen import SizedScreen

_NAMED: Final = 2


class ShelfList(OptionList, inherit_bindings=False):
    """The list; its screen has the keys."""

    BINDINGS: ClassVar[list[BindingType]] = []


class LibraryScreen(SizedScreen[None], inherit_bindings=False):
    """A list of articles by their titles, and a glance at the one that the marker is on."""

    CSS_PATH: ClassVar = "library_screen.tcss"
    SCOPE: ClassVar[Scope] = "library"
    BINDINGS: ClassVar[list[BindingType]] = bindings("library")
    AUTO_FOCUS = "ShelfList"

    class Wanted(Message):
        """The articles are to be shown, as they are by now."""

    class Opened(Message):
        """An article is to be opened."""

        def __init__(self, entry: ShelfEntry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._entries: tuple[ShelfEntry, ...] = ()
        self._list = ShelfList()
        self._preview = PreviewPane()
        self._header = HeaderLine("pullquote: see who said what")
        self._header.announce("")
        self._footer = FooterLine(actions)

    def compose(self) -> ComposeResult:
        """One row, the list beside or above what there is of an article, one row."""
        yield from super().compose()
        yield self._header
        yield Container(self._list, self._preview, id="shelf")
        yield self._footer

    def on_screen_resume(self) -> None:
        """Whoever comes back has read on meanwhile."""
        self.post_message(self.Wanted())

    def show(self, entries: Sequence[ShelfEntry], marked: str | None) -> None:
        """Show these, the marker on the one of a source; else it stays where it is."""
        marked = marked or self._marked_source
        self._entries = tuple(entries)
        self._list.clear_options()
        group = ""
        for number, entry in enumerate(entries):
            if entry.group != group:
                group = entry.group
                self._list.add_option(Option(Content.styled(f"{group}\n", "dim"), disabled=True))
            self._list.add_option(Option(_row(entry), id=str(number)))
        sources = [entry.source for entry in entries]
        number = sources.index(marked) if marked in sources else 0
        if entries:
            self._list.highlighted = self._list.get_option_index(str(number))
        count = len(entries)
        self._header.announce(f"{count} {'article' if count == 1 else 'articles'}")

    @property
    def _marked(self) -> ShelfEntry | None:
        option = self._list.highlighted_option
        return self._entries[int(option.id)] if option and option.id else None

    @property
    def _marked_source(self) -> str | None:
        return self._marked.source if self._marked else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what there is of the article."""
        event.stop()
        if (entry := self._marked) is not None:
            self._preview.show(entry, "")
            self.run_worker(self._look_into(entry), exclusive=True)

    async def _look_into(self, entry: ShelfEntry) -> None:
        words = await asyncio.to_thread(first_words, entry.source)
        self._preview.show(entry, words)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which was chosen with the mouse or the key."""
        event.stop()
        if event.option.id:
            self.post_message(self.Opened(self._entries[int(event.option.id)]))

    def action_open(self) -> None:
        """Choose what the marker is on."""
        self._list.action_select()

    def action_move_line(self, by: int) -> None:
        """Move the marker."""
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_move_page(self, by: int) -> None:
        """Move the marker by a page."""
        if by > 0:
            self._list.action_page_down()  # type: ignore[no-untyped-call]
        else:
            self._list.action_page_up()  # type: ignore[no-untyped-call]

    def action_move_to_end(self, by: int) -> None:
        """Put the marker on the last, or on the first (-1)."""
        if by > 0:
            self._list.action_last()
        else:
            self._list.action_first()


def _row(entry: ShelfEntry) -> Content:
    # Neither title nor path is ours: literal, and without what a terminal would obey.
    told = filter(None, (_voices(entry), _progress(entry)))
    below = " · ".join(told) or clean_line(Path(entry.source).name)
    return Content.assemble(clean_line(entry.title), "\n", (below, "dim"), "\n")


def _voices(entry: ShelfEntry) -> str:
    names = ", ".join(clean_line(voice.name) for voice in entry.voices[:_NAMED])
    more = len(entry.voices) - _NAMED
    return f"{names} and {more} more" if more > 0 else names


def _progress(entry: ShelfEntry) -> str:
    if entry.progress is None:
        return ""
    share = int(100 * entry.progress)
    return {0: "at the beginning", 100: "read to the end"}.get(share, f"read to {share} %")
