"""A screen that is a list: the moves of the marker in it."""

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import ScreenResultType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.reader.painted_options import PaintedOptions
from tui.reader.sized_screen import SizedScreen


class MarkedList(PaintedOptions, OptionList, inherit_bindings=False):
    """The list; its screen has the keys."""

    BINDINGS: ClassVar[list[BindingType]] = []


class ListScreen(SizedScreen[ScreenResultType], inherit_bindings=False):
    """Has a list with a marker, each of whose options has its number as its id; headings have none.

    What is chosen with the mouse or the key comes as the list's own message.
    """

    AUTO_FOCUS = "MarkedList"

    def __init__(self) -> None:
        super().__init__()
        self._list = MarkedList(markup=False)

    @property
    def _number(self) -> int | None:
        """The number of what the marker is on."""
        option = self._list.highlighted_option
        return int(option.id) if option is not None and option.id else None

    def _fill(self, options: list[Option], marked: int) -> None:
        """Show these, the marker on the one of a number, if there is one."""
        self._list.clear_options()
        self._list.add_options(options)
        if any(option.id == str(marked) for option in options):
            self._list.highlighted = self._list.get_option_index(str(marked))

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
        """Move the marker by a page, where there is room for one."""
        if not self._list.scrollable_content_region:
            return
        if by > 0:
            self._list.action_page_down()  # type: ignore[no-untyped-call]  # it tells no types
        else:
            self._list.action_page_up()  # type: ignore[no-untyped-call]  # nor does this

    def action_move_to_end(self, by: int) -> None:
        """Put the marker on the last, or on the first (-1)."""
        if by > 0:
            self._list.action_last()
        else:
            self._list.action_first()
