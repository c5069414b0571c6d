"""A row in which words are asked for, with a label; it is seen only while they are."""

from textual.containers import Horizontal
from textual.widgets import Static

from tui.reader.line_input import LineInput

_LONGEST = 1000


class TypedLine(Horizontal):
    """The label and the words; its screen has the keys that take them or leave them."""

    def __init__(self) -> None:
        super().__init__(id="line")
        self._label = Static(markup=False)
        self._input = LineInput(max_length=_LONGEST, compact=True, select_on_focus=False)
        self.display = False

    def compose(self) -> list[Static | LineInput]:
        """The label, then the words."""
        return [self._label, self._input]

    @property
    def words(self) -> str:
        """What has been typed."""
        return self._input.value

    def open(self, label: str, words: str, *, replace: bool = False) -> None:
        """Let words be typed, beginning with some; with `replace` the first key replaces them."""
        self._label.update(f" {label} ")
        self._input.value = words
        self._input.cursor_position = len(words)
        self.display = True
        self.screen.set_focus(self._input)
        if replace:
            self._input.select_all()

    def close(self) -> None:
        """Be seen no more."""
        self.display = False
