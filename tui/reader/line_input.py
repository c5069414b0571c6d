"""A line to type in, on a screen that has the key which ends the typing."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class LineInput(Input, inherit_bindings=False):
    """An input of one row without a key of its own for what is to be done with the words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in Input.BINDINGS
        if isinstance(binding, Binding) and binding.key != "enter"
    ]

    def on_mount(self) -> None:
        """Let the cursor stand still."""
        self.cursor_blink = False
