"""The export: the forms in which something can be written, each with a glance at it."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, Final, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.analysis.model import Analysis
from tui.export.forms import FORMS, FormName, form_of, written
from tui.export.new_files import file_name
from tui.reader.actions import Action, Scope, bindings
from tui.reader.background import in_background
from tui.reader.copies import Copied, CopyRequested
from tui.reader.export_request import Exportable, FileRequested, FormShown
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine, title_of
from tui.reader.home_path import into_here
from tui.reader.list_screen import ListScreen
from tui.reader.typed_line import TypedLine

_SHOWN: Final = 8000
"""So many characters of what would be written are shown."""
_LONGEST: Final = 600_000
"""Of an article with more characters nothing is: to write it all takes a while."""
_TOO_LONG: Final = "The article is too long for a glance; it can be written all the same."


def article_exported(analysis: Analysis) -> Exportable:
    """An article with what was found in it, in all its forms."""

    def text(form: str) -> str:
        return written(analysis, cast(FormName, form))

    not_seen = _TOO_LONG if len(analysis.article.text) > _LONGEST else ""
    forms = tuple(FORMS.values())
    return Exportable(title_of(analysis.article), forms, text, text, not_seen=not_seen)


class ExportScreen(ListScreen[None], inherit_bindings=False):
    """The forms, the first words of the marked one, and the name of the file where one asks."""

    CSS_PATH: ClassVar = ["list_screen.tcss", "typed_line.tcss", "export_screen.tcss"]
    SCOPE: ClassVar[Scope] = "export"
    BINDINGS: ClassVar[list[BindingType]] = bindings("export")

    def __init__(self, exported: Exportable, actions: Sequence[Action]) -> None:
        super().__init__()
        self._exported = exported
        self._forms: Sequence[FormShown] = exported.forms
        self._path: Path | None = None
        """What was typed last for the marked form."""
        self._header = HeaderLine(exported.title)
        self._header.announce("export")
        self._preview = Static(markup=False)
        self._line = TypedLine()
        self._footer = FooterLine(actions)

    def compose(self) -> ComposeResult:
        """One row, the forms beside or above a glance, a line to type in, one row."""
        yield from super().compose()
        yield self._header
        yield Container(
            self._list, VerticalScroll(self._preview, id="glance", can_focus=False), id="forms"
        )
        yield self._line
        yield self._footer

    def on_mount(self) -> None:
        """List the forms."""
        options = [
            Option(Content.assemble(form.name, "\n", (form.description, "$quiet"), "\n"), id=str(i))
            for i, form in enumerate(self._forms)
        ]
        self._fill(options, 0)

    @property
    def _form(self) -> FormShown:
        return self._forms[self._number or 0]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what would be written."""
        event.stop()
        self._path = None
        self.query_one("#glance").scroll_home(animate=False)
        if self._exported.not_seen:
            self._preview.update(self._exported.not_seen)
        else:
            in_background(self, partial(self._glance, self._form), exclusive=True)

    async def _glance(self, form: FormShown) -> None:
        try:
            text = await asyncio.to_thread(self._exported.glance, form.name)
        except OSError as error:
            text = f"It cannot be read: {error.strerror}."
        if form is self._form:
            more = "\n…" if len(text) > _SHOWN or self._exported.more else ""
            self._preview.update(Content(text[:_SHOWN] + more))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the name of a file."""
        event.stop()
        self.ask_where()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever goes to the list types no more."""
        if event.widget is self._list and self._line.display:
            self._line.close()

    def ask_where(self) -> None:
        """Let the name of a file be typed; whoever types another one replaces it."""
        self._footer.give_way_at_once()
        name = file_name(self._exported.title, self._form.ending)
        self._line.open("write to", str(self._path or name), replace=True)
        said = f"{{write_file}} writes it{into_here()}, {{close_export}} leaves it."
        self._footer.say(said, lasts=True)

    def action_open(self) -> None:
        """Take the name that is typed; else ask for one."""
        if not self._line.display:
            self.ask_where()
            return
        path = self._line.path
        self._stop_asking()
        if path is not None:
            self._path = path
            told = form_of(path.suffix)
            named = (form for form in self._forms if told is not None and form.name == told.name)
            form = next(named, self._form)
            self.post_message(FileRequested(path, partial(self._exported.written, form.name)))

    def _stop_asking(self) -> None:
        self._line.close()
        self._footer.fall_silent()

    def action_copy(self) -> None:
        """Copy what would be written."""
        if self._exported.not_copied:
            self._footer.say(f"{self._exported.not_copied} {{write_file}} writes them to a file.")
        else:
            copying = partial(self._copy, self._form.name)
            in_background(self, copying, group="copy", exclusive=True)

    async def _copy(self, form: str) -> None:
        try:
            text = await asyncio.to_thread(self._exported.written, form)
        except OSError as error:
            self._footer.say(f"It cannot be read: {error.strerror}.", problem=True)
        else:
            self.post_message(CopyRequested(Copied(form, lambda _: text)))

    def action_close(self) -> None:
        """Type no more; else go back."""
        if self._line.display:
            self._stop_asking()
        else:
            self.dismiss(None)
