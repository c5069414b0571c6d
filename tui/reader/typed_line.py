"""A row in which words are asked for, with a label; it is seen only while they are."""

from pathlib import Path
from typing import Protocol, runtime_checkable

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.input import Selection

from tui.article.cleaning import clean_line
from tui.reader.line_input import LineInput

_LONGEST = 1000


@runtime_checkable
class AsksWhere(Protocol):
    """A screen that asks for the name of a file."""

    def ask_where(self) -> None:
        """Ask for it, or for another one."""


class TypedLine(Horizontal):
    """The label and the words; its screen has the keys that take them or leave them."""

    def __init__(self) -> None:
        super().__init__(id="line")
        self._label = Static(markup=False)
        self._input = LineInput(max_length=_LONGEST, compact=True, select_on_focus=False)
        self._left: Widget | None = None
        self.display = False

    def compose(self) -> list[Static | LineInput]:
        """The label, then the words."""
        return [self._label, self._input]

    @property
    def words(self) -> str:
        """What has been typed."""
        return self._input.value

    @property
    def path(self) -> Path | None:
        """The path that has been typed, `~` being somebody's home; None for none."""
        typed = clean_line(self.words)
        try:
            return Path(typed).expanduser() if typed else None
        except RuntimeError:  # nobody is called so: it is a name like any other
            return Path(typed)

    def open(self, label: str, words: str, *, replace: bool = False) -> None:
        """Let words be typed, beginning with some; with `replace` the first key replaces them."""
        self._label.update(f" {label} ")
        self._input.value = words
        self._input.cursor_position = len(words)
        if not self.display:
            self._left = self.screen.focused
        self.display = True
        self.screen.set_focus(self._input)
        if replace:  # the cursor stands before them: a long name is seen from its beginning
            self._input.selection = Selection(len(words), 0)

    def close(self) -> None:
        """Be seen no more; what had the keys before has them again."""
        self.display = False
        if self._input.has_focus:
            self.screen.set_focus(self._left)
