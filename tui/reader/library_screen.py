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
from tui.reader.list_screen import ListScreen
from tui.reader.preview_pane import PreviewPane
from tui.reader.shelf import ShelfEntry, first_words

_NAMED: Final = 2


class LibraryScreen(ListScreen[None], inherit_bindings=False):
    """A list of articles by their titles, and a glance at the one that the marker is on."""

    SCOPE: ClassVar[Scope] = "library"
    BINDINGS: ClassVar[list[BindingType]] = bindings("library")

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
        marked = marked or (self._marked.source if self._marked else None)
        self._entries = tuple(entries)
        options, group = list[Option](), ""
        for number, entry in enumerate(entries):
            if entry.group != group:
                group = entry.group
                options.append(Option(Content.styled(f"{group}\n", "$quiet"), disabled=True))
            options.append(Option(_row(entry), id=str(number)))
        sources = [entry.source for entry in entries]
        self._fill(options, sources.index(marked) if marked in sources else 0)
        count = len(entries)
        self._header.announce(f"{count} {'article' if count == 1 else 'articles'}")

    @property
    def _marked(self) -> ShelfEntry | None:
        return None if self._number is None else self._entries[self._number]

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


def _row(entry: ShelfEntry) -> Content:
    # Neither title nor path is ours: literal, and without what a terminal would obey.
    told = filter(None, (_voices(entry), _progress(entry)))
    below = " · ".join(told) or clean_line(Path(entry.source).name)
    return Content.assemble(clean_line(entry.title), "\n", (below, "$quiet"), "\n")


def _voices(entry: ShelfEntry) -> str:
    names = ", ".join(clean_line(voice.name) for voice in entry.voices[:_NAMED])
    more = len(entry.voices) - _NAMED
    return f"{names} and {more} more" if more > 0 else names


def _progress(entry: ShelfEntry) -> str:
    if entry.progress is None:
        return ""
    share = int(100 * entry.progress)
    return {0: "at the beginning", 100: "read to the end"}.get(share, f"read to {share} %")
