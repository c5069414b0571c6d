"""A page with a list over another page: gives what is chosen on it."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.reader.actions import Action
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.list_screen import ListScreen

T = TypeVar("T")


class ChoiceScreen(ListScreen[T | None], Generic[T]):
    """Some choices, each with the number of its option as its place; gives one, or None."""

    CSS_PATH: ClassVar = "list_screen.tcss"

    def __init__(
        self,
        title: str,
        told: str,
        choices: Sequence[T],
        options: Sequence[Option],
        actions: Sequence[Action],
    ) -> None:
        super().__init__()
        self._choices, self._options = choices, options
        self._header = HeaderLine(title)
        self._header.announce(told)
        self._footer = FooterLine(actions)

    def compose(self) -> ComposeResult:
        """One row, the choices, one row."""
        yield from super().compose()
        yield self._header
        yield self._list
        yield self._footer

    def on_mount(self) -> None:
        """Put the marker on the first."""
        self._fill([*self._options], 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what the marker is on."""
        event.stop()
        if self._number is not None:
            self.dismiss(self._choices[self._number])

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
