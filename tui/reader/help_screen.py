"""All keys on one page, made from the table of actions."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.reader.actions import Action, Scope, bindings, on_screen, paired
from tui.reader.row_painting import DIRECT_BAR, INDIRECT_BAR

_MARKS = (
    (DIRECT_BAR, "said in quotation marks; the number before it is the speaker’s"),
    (INDIRECT_BAR, "told in other words"),
)


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """What every key does, and what the marks mean."""

    CSS_PATH: ClassVar = "help_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, actions: Sequence[Action], scope: Scope) -> None:
        super().__init__()
        self._lines = Content("\n").join(_lines(on_screen(actions, scope), scope))

    def compose(self) -> ComposeResult:
        """One page, scrolled where it is longer than the terminal."""
        with VerticalScroll(can_focus=False):
            yield Static(self._lines)

    def action_close_help(self) -> None:
        """Go back."""
        self.dismiss()

    def action_move(self, by: int) -> None:
        """Scroll."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=by * max(1, page.size.height - 2), animate=False)


def _lines(actions: Sequence[Action], scope: Scope) -> Iterator[Content]:
    rows = [
        ("  ".join(a.shown_keys for a in pair if a is not None), _meaning(*pair))
        for pair in paired(actions)
        if pair[0].keys
    ]
    width = max(len(keys) for keys, _ in rows) + 3

    def row(keys: str, meaning: str) -> Content:
        return Content.styled(keys.ljust(width), "bold $accent") + Content(meaning)

    for keys, meaning in rows:
        yield row(keys, meaning)
    if scope == "article":
        yield Content()
        for sign, meaning in _MARKS:
            yield row(sign, meaning)
    yield Content()
    yield Content.styled("esc closes this page", "dim")


def _meaning(action: Action, pair: Action | None) -> str:
    return action.tooltip if pair is None else f"{action.title} · {pair.title}".capitalize()
