"""What is spoken of in some statements: gives the one that they are to be narrowed to."""

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.article.cleaning import clean_line
from tui.corpus.question import Count
from tui.reader.actions import Action, Scope, bindings
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.list_screen import ListScreen
from tui.reader.voices_rows import bar

_BAR: Final = 8


class SubjectsScreen(ListScreen[str | None]):
    """The names that stand in statements, those in most of them first."""

    CSS_PATH: ClassVar = "list_screen.tcss"
    SCOPE: ClassVar[Scope] = "subjects"
    BINDINGS: ClassVar[list[BindingType]] = bindings("subjects")

    def __init__(self, title: str, subjects: Sequence[Count], actions: Sequence[Action]) -> None:
        super().__init__()
        self._subjects = subjects
        self._header = HeaderLine(title)
        self._header.announce("spoke of")
        self._footer = FooterLine(actions)

    def compose(self) -> ComposeResult:
        """One row, the names, one row."""
        yield from super().compose()
        yield self._header
        yield self._list
        yield self._footer

    def on_mount(self) -> None:
        """List them."""
        most = max((subject.statements for subject in self._subjects), default=1)
        digits = cell_len(f"{most:,}")
        options = [
            Option(_row(subject, most, digits), id=str(number))
            for number, subject in enumerate(self._subjects)
        ]
        self._fill(options, 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give it."""
        event.stop()
        if self._number is not None:
            self.dismiss(self._subjects[self._number].label)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def _row(subject: Count, most: int, digits: int) -> Content:
    count = f"{subject.statements:,}".rjust(digits)
    blocks = bar(subject.statements / most, _BAR)
    return Content.assemble((f"{blocks} {count}", "$quiet"), "  ", clean_line(subject.label))
