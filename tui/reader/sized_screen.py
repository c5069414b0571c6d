"""A screen laid out by its width, from the first picture on; it is quiet below another."""

from textual.app import ComposeResult
from textual.screen import Screen, ScreenResultType

from tui.reader.footer_line import FooterLine
from tui.reader.left_once import LeftOnce


class SizedScreen(LeftOnce[ScreenResultType], Screen[ScreenResultType], inherit_bindings=False):
    """Has the class `-small`, `-medium` (from 80 columns on) or `-wide` (from 120 on)."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - as Textual has it
        (0, "-small"),
        (80, "-medium"),
        (120, "-wide"),
    ]

    def compose(self) -> ComposeResult:
        """Nothing yet, but for the width that there is, which Textual tells after the first."""
        widths = self.HORIZONTAL_BREAKPOINTS or []
        self.add_class(*[name for width, name in widths if width <= self.app.size.width][-1:])
        yield from super().compose()

    def on_screen_suspend(self) -> None:
        """Say no more what has been said here: another screen has the keys."""
        for footer in self.query(FooterLine):
            footer.give_way_at_once()
