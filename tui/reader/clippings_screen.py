"""The clippings list: tells what is to be changed in it, and which quote is to be gone to."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.article.cleaning import clean_line
from tui.article.listing import EXPORTED
from tui.export.clippings_text import (
    clipped_from,
    clipping_text,
    clippings_file,
    clippings_text,
)
from tui.export.report_words import counted
from tui.reader.actions import Action, Scope, bindings, naming_keys, on_screen
from tui.reader.copies import Copied, CopyRequested
from tui.reader.export_request import FileRequested
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.list_screen import ListScreen
from tui.reader.row_painting import DIRECT_BAR, INDIRECT_BAR
from tui.reader.typed_line import TypedLine
from tui.store.clippings import Clipping, ClippingStore

_NOTE: Final = "note"
_EMPTY: Final = "No quotes have been kept yet: {clip} keeps the current quote of an article."


class ClippingsScreen(ListScreen[Clipping | None]):
    """All clippings; gives the one to go to, or None."""

    CSS_PATH: ClassVar = ["list_screen.tcss", "typed_line.tcss"]
    SCOPE: ClassVar[Scope] = "clippings"
    BINDINGS: ClassVar[list[BindingType]] = bindings("clippings")

    class Changed(Message):
        """The list is to be changed, if that is said how, and shown again with a notice."""

        def __init__(
            self, change: Callable[[ClippingStore], None] | None = None, said: str = ""
        ) -> None:
            super().__init__()
            self.change, self.said = change, said

    def __init__(self, actions: Sequence[Action]) -> None:
        """All `actions`: quotes are kept with a key of another screen."""
        super().__init__()
        self._clips: tuple[Clipping, ...] = ()
        self._deleted: list[Clipping] = []
        self._noted: Clipping | None = None
        self._follow: int | None = None
        self._path = f"clippings{EXPORTED}.md"
        self._header = HeaderLine("Clippings")
        self._header.announce("")
        self._line = TypedLine()
        self._footer = FooterLine(on_screen(actions, "clippings"))
        self._empty = naming_keys(_EMPTY, actions)

    def compose(self) -> ComposeResult:
        """One row, the list, a line to type in where one types, one row."""
        yield from super().compose()
        yield self._header
        yield self._list
        yield self._line
        yield self._footer

    def on_screen_resume(self) -> None:
        """Ask for the list, which may have changed below another page."""
        self.post_message(self.Changed())

    def show(self, clips: Sequence[Clipping], said: str) -> None:
        """Show the list; the marker stays on its clipping or, if that is gone, in its place."""
        marked, number = self._follow, self._number or 0
        if marked is None and self._marked is not None:
            marked = self._marked.id
        self._clips, self._follow = tuple(clips), None
        ids = [clip.id for clip in clips]
        at = ids.index(marked) if marked in ids else min(number, len(ids) - 1)
        options = [Option(_row(clip), id=str(i)) for i, clip in enumerate(clips)]
        self._fill(options or [Option(Content(self._empty), disabled=True)], at)
        self._header.announce(counted(len(clips), "quote"))
        if said:
            self._footer.say(said)

    @property
    def _marked(self) -> Clipping | None:
        number = self._number
        return self._clips[number] if number is not None and number < len(self._clips) else None

    # What is typed

    def _ask(self, label: str, typed: str, *, replace: bool = False) -> None:
        self._footer.give_way_at_once()
        self._line.open(label, typed, replace=replace)
        does = "keeps the note" if label == _NOTE else "writes the list"
        self._footer.say(
            f"{{open_clipping}} {does}, {{close_clippings}} leaves all as it was.", lasts=True
        )

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever goes to the list types no more."""
        if event.widget is self._list and self._line.display:
            self._stop_asking()

    def _stop_asking(self) -> None:
        self._noted = None
        self._line.close()
        self._footer.fall_silent()

    def ask_where(self) -> None:
        """Let the name of a file be typed; whoever types another one replaces the last."""
        self._noted = None
        self._ask("write to", self._path, replace=True)

    def _take(self) -> None:
        """Do what was typed for."""
        typed, path, noted = clean_line(self._line.words), self._line.path, self._noted
        self._stop_asking()
        if noted is not None:
            self.post_message(self.Changed(lambda store: store.annotate(noted, typed)))
        elif path is not None:
            self._path = typed
            self.post_message(
                FileRequested(path, partial(clippings_file, path.suffix, self._clips))
            )

    # What is done

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to it."""
        event.stop()
        if self._marked is not None:
            self.dismiss(self._marked)

    def action_open(self) -> None:
        """Take what is typed; else go to the clipping that the marker is on."""
        if self._line.display:
            self._take()
        else:
            super().action_open()

    def action_edit_note(self) -> None:
        """Let a note be typed."""
        if (marked := self._marked) is not None:
            self._noted = marked
            self._ask(_NOTE, marked.note)

    def action_export(self) -> None:
        """Let the name of a file be typed."""
        if self._clips:
            self.ask_where()
            self._footer.say("A name that ends in .md is written as Markdown, any other as text.")

    def action_delete(self) -> None:
        """Take the clipping off the list."""
        if (marked := self._marked) is not None and marked not in self._deleted:
            self._deleted.append(marked)
            said = "Deleted. {undo_delete} puts it back."
            self.post_message(self.Changed(lambda store: store.delete(marked), said))

    def action_undo_delete(self) -> None:
        """Put back what was deleted last."""
        if not self._deleted:
            self._footer.say("Nothing has been deleted here.")
            return
        last = self._deleted.pop()
        self._follow = last.id
        self.post_message(self.Changed(lambda store: store.put_back(last), "Put back."))

    def action_move_clipping(self, by: int) -> None:
        """Let the clipping change places with the next one, or the one before (-1)."""
        if (marked := self._marked) is not None:
            self.post_message(self.Changed(lambda store: store.move(marked, by)))

    def action_copy(self) -> None:
        """Copy the clipping that the marker is on."""
        if (marked := self._marked) is not None:
            what = f"quote of {marked.speaker}" if marked.speaker else "quote"
            self.post_message(CopyRequested(Copied(what, lambda _: clipping_text(marked))))

    def action_copy_all(self) -> None:
        """Copy the whole list."""
        if self._clips:
            clips = tuple(self._clips)
            copied = Copied("all clippings", lambda _: clippings_text(clips))
            self.post_message(CopyRequested(copied))

    def action_close(self) -> None:
        """Type no more; else go back."""
        if self._line.display:
            self._stop_asking()
        else:
            self.dismiss(None)


def _row(clip: Clipping) -> Content:
    bar = INDIRECT_BAR if clip.told and not clip.mixed else DIRECT_BAR  # as in the article
    who = ", ".join(filter(None, (clip.speaker or "speaker unknown", clip.role)))
    note = (f"\n{clip.note}", "italic") if clip.note else ""
    words = " ".join(clip.words.split())
    return Content.assemble(
        f"{bar} {words}", (f"\n{who} · {clipped_from(clip)}", "$quiet"), note, "\n"
    )
