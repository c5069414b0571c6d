"""One row below all else: the keys that matter most, as many as fit."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.actions import FIXED, Action, paired


class FooterLine(Widget, can_focus=False, inherit_bindings=False):
    """Keys and their words, from the table of actions; a click does what the key does."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--word"}

    def __init__(self, actions: Sequence[Action], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._entries = [
            [action for action in pair if action is not None and action.keys]
            for pair in paired(actions)
            if pair[0].footer and pair[0].keys
        ]

    def fitting(self, width: int) -> list[list[Action]]:
        """What fits into so many cells: an action, or the two of a pair; help and quit first."""
        left = width - sum(_cells(entry) for entry in self._entries if entry[0].id in FIXED)
        shown = []
        for entry in self._entries:
            if entry[0].id in FIXED:
                shown.append(entry)
            elif left >= _cells(entry):
                left -= _cells(entry)
                shown.append(entry)
            else:
                left = 0
        return shown

    def render_line(self, y: int) -> Strip:
        """The row."""
        key = self.get_component_rich_style("footer--key")
        word = self.get_component_rich_style("footer--word")
        segments = []
        for entry in self.fitting(self.size.width):
            segments += [
                Segment(f" {' '.join(map(_key, entry))}", key),
                Segment(f" {entry[0].footer} ", word),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked: the key that was hit, else the first of a pair."""
        start = 0
        for entry in self.fitting(self.size.width):
            end = start + _cells(entry)
            if start <= event.x < end:
                first_key_ends = start + 1 + cell_len(_key(entry[0]))
                second_key_ends = start + _cells(entry) - cell_len(entry[0].footer) - 2
                second = len(entry) > 1 and first_key_ends < event.x < second_key_ends
                await self.screen.run_action(entry[1 if second else 0].call)
                return
            start = end


def _key(action: Action) -> str:
    return action.shown_keys.split(" ")[0]


def _cells(entry: Sequence[Action]) -> int:
    keys = sum(cell_len(_key(action)) + 1 for action in entry)
    return keys + cell_len(entry[0].footer) + 2
