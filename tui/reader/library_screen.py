"""The library: the articles that are at hand; tells which one is to be opened."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.article.cleaning import clean_line
from tui.export.report_words import counted
from tui.reader.actions import Action, Scope, bindings
from tui.reader.background import in_background
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.list_screen import ListScreen
from tui.reader.preview_pane import PreviewPane
from tui.reader.search_line import SearchLine
from tui.reader.shelf import CORPORA, ShelfEntry, first_words
from tui.reader.text_search import folded

_HERE: Final = "pullquote: see who said what"
_NOT_FETCHED: Final = "It is fetched when you open it."
_NAMED: Final = 2


class LibraryScreen(ListScreen[None], inherit_bindings=False):
    """A list of articles by their titles, and a glance at the one that the marker is on."""

    SCOPE: ClassVar[Scope] = "library"
    BINDINGS: ClassVar[list[BindingType]] = bindings("library")

    class Wanted(Message):
        """The articles are to be shown, as they are by now."""

    class Left(Message):
        """Whoever is here wants to go back to where this is a part of."""

    class Opened(Message):
        """An article is to be opened, one `among` those that are listed."""

        def __init__(self, entry: ShelfEntry, among: Sequence[ShelfEntry]) -> None:
            super().__init__()
            self.entry, self.among = entry, among

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__()
        self._all: tuple[ShelfEntry, ...] = ()
        self._name = ""
        self._folded: tuple[str, ...] = ()
        self._entries: tuple[ShelfEntry, ...] = ()
        self._query = ""
        self._preview = PreviewPane()
        self._header = HeaderLine(_HERE)
        self._header.announce("")
        self._footer = FooterLine(actions)
        told = {"open": "opens", "all_articles": "all articles"}
        self._line = SearchLine(actions, told)

    def compose(self) -> ComposeResult:
        """One row, the list beside or above what there is of an article, one row."""
        yield from super().compose()
        yield self._header
        yield Container(self._list, self._preview, id="shelf")
        yield Vertical(self._line, self._footer, id="foot")

    def on_screen_resume(self) -> None:
        """Whoever comes back has read on meanwhile."""
        self.post_message(self.Wanted())

    def show(
        self, entries: Sequence[ShelfEntry], marked: str | None, name: str = "", *, inner: bool
    ) -> None:
        """Show these, the marker on the one of a source; else it stays where it is.

        `name` is what they are parts of; an `inner` list is of one article of another.
        """
        if name != self._name:
            self._query = ""
        self._name = name
        self._header.rename(clean_line(name) or _HERE)
        self._footer.show_listing(inner)
        self._all = tuple(entries)
        self._folded = tuple(folded(_searched(entry)) for entry in entries)
        self._list_found(marked)

    def _list_found(self, marked: str | None = None) -> None:
        """List the articles that are searched for: all, while nothing is typed."""
        marked = marked or (self._marked.source if self._marked else None)
        words = folded(self._query).split()
        self._entries = tuple(
            entry
            for entry, text in zip(self._all, self._folded, strict=True)
            if all(word in text for word in words)
        )
        options, group = list[Option](), ""
        for number, entry in enumerate(self._entries):
            if entry.group != group:
                group = entry.group
                options.append(Option(Content.styled(f"{group}\n", "$quiet"), disabled=True))
            options.append(Option(_row(entry), id=str(number)))
        sources = [entry.source for entry in self._entries]
        self._fill(options, sources.index(marked) if marked in sources else 0)
        if not sources:
            self._preview.show(None)
        self._line.tell("" if sources or not words else "no title, no voice")
        found, count = map(_articles_in, (self._entries, self._all))
        articles = counted(count, "article")
        self._header.announce(f"“{self._query}” · {found:,} of {articles}" if words else articles)
        self._footer.show_search(typed=self._line.is_open, on=bool(words))

    # The search

    def action_search(self) -> None:
        """Let words be typed; only the articles are listed whose title or voices have them."""
        if self._line.is_open:
            raise SkipAction  # the key is a letter of the query
        self._footer.give_way_at_once()
        self._line.open(self._query)
        self._list_found()

    def on_search_line_typed(self, message: SearchLine.Typed) -> None:
        """Find them."""
        if self._line.is_open:
            self._query = message.query
            self._list_found()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever goes to the list types no more."""
        if event.widget is self._list:
            self._end_typing()

    def _end_typing(self) -> None:
        if self._line.is_open:
            self._query = self._line.words  # a fast hand: its last keys were not told yet
            self._line.close()
            self.set_focus(self._list)
            self._list_found()

    def action_end_search(self) -> None:
        """Type no more, and show all articles; where all are shown, go back from them."""
        if not (self._line.is_open or self._query):
            self.post_message(self.Left())
        self._line.close()
        self.set_focus(self._list)
        self._query = ""
        self._list_found()

    def action_open(self) -> None:
        """Open the article that the marker is on."""
        self._end_typing()
        super().action_open()

    @property
    def _marked(self) -> ShelfEntry | None:
        return None if self._number is None else self._entries[self._number]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what there is of the article."""
        event.stop()
        if (entry := self._marked) is not None:
            self._preview.show(entry)
            in_background(self, partial(self._look_into, entry), exclusive=True)

    async def _look_into(self, entry: ShelfEntry) -> None:
        if entry.link is not None:
            self._preview.show(entry, _NOT_FETCHED)  # nothing is that nobody opens
            return
        words = await asyncio.to_thread(first_words, entry.source)
        if entry is self._marked:
            self._preview.show(entry, words)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which was chosen with the mouse or the key."""
        event.stop()
        if event.option.id:
            self.post_message(self.Opened(self._entries[int(event.option.id)], self._entries))


def _articles_in(entries: Sequence[ShelfEntry]) -> int:
    return sum(entry.group != CORPORA for entry in entries)


def _searched(entry: ShelfEntry) -> str:
    voices = (voice.name for voice in entry.voices)
    return "\n".join((entry.title, Path(entry.source).name, *voices))


def _row(entry: ShelfEntry) -> Content:
    # Neither title nor path is ours: literal, and without what a terminal would obey.
    told = filter(None, (clean_line(entry.date), _voices(entry), _progress(entry)))
    name = clean_line(Path(entry.source).name)
    below = " · ".join(told) or (name if name != clean_line(entry.title) else "")
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
