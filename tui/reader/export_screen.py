"""The export: the forms in which an article can be written, each with a glance at it."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.analysis.model import Analysis
from tui.export.forms import FORMS, Form, form_of, written
from tui.export.new_files import file_name
from tui.reader.actions import Action, Scope, bindings
from tui.reader.background import in_background
from tui.reader.copies import Copied, CopyRequested
from tui.reader.export_request import FileRequested
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine, title_of
from tui.reader.list_screen import ListScreen
from tui.reader.typed_line import TypedLine

_SHOWN: Final = 8000
"""So many characters of what would be written are shown."""
_LONGEST: Final = 600_000
"""Of an article with more characters nothing is: to write it all takes a while."""
_TOO_LONG: Final = "The article is too long for a glance; it can be written all the same."


class ExportScreen(ListScreen[None], inherit_bindings=False):
    """The forms, the first words of the marked one, and the name of the file where one asks."""

    CSS_PATH: ClassVar = ["list_screen.tcss", "typed_line.tcss", "export_screen.tcss"]
    SCOPE: ClassVar[Scope] = "export"
    BINDINGS: ClassVar[list[BindingType]] = bindings("export")

    def __init__(self, analysis: Analysis, actions: Sequence[Action]) -> None:
        super().__init__()
        self._analysis = analysis
        self._forms: Sequence[Form] = tuple(FORMS.values())
        self._path: Path | None = None
        """What was typed last for the marked form."""
        self._header = HeaderLine(title_of(analysis.article))
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
    def _form(self) -> Form:
        return self._forms[self._number or 0]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what would be written."""
        event.stop()
        self._path = None
        self.query_one("#glance").scroll_home(animate=False)
        if len(self._analysis.article.text) > _LONGEST:
            self._preview.update(_TOO_LONG)
        else:
            in_background(self, partial(self._glance, self._form), exclusive=True)

    async def _glance(self, form: Form) -> None:
        text = await asyncio.to_thread(written, self._analysis, form.name)
        if form is self._form:
            more = "\n…" if len(text) > _SHOWN else ""
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
        name = file_name(title_of(self._analysis.article), self._form.ending)
        self._line.open("write to", str(self._path or name), replace=True)

    def action_open(self) -> None:
        """Take the name that is typed; else ask for one."""
        if not self._line.display:
            self.ask_where()
            return
        path = self._line.path
        self._stop_asking()
        if path is not None:
            self._path = path
            form = form_of(path.suffix) or self._form
            self.post_message(FileRequested(path, partial(written, self._analysis, form.name)))

    def _stop_asking(self) -> None:
        self._line.close()
        self._footer.fall_silent()

    def action_copy(self) -> None:
        """Copy what would be written."""
        name, analysis = self._form.name, self._analysis
        self.post_message(CopyRequested(Copied(name, lambda _: written(analysis, name))))

    def action_close(self) -> None:
        """Type no more; else go back."""
        if self._line.display:
            self._stop_asking()
        else:
            self.dismiss(None)
