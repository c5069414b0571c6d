"""A screen laid out by its width, from the first picture on."""

from textual.screen import Screen, ScreenResultType


class SizedScreen(Screen[ScreenResultType], inherit_bindings=False):
    """Has the class `-small`, `-medium` (from 80 columns on) or `-wide` (from 120 on)."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - as Textual has it
        (0, "-small"),
        (80, "-medium"),
        (120, "-wide"),
    ]

    def on_mount(self) -> None:
        """Let the first picture be the right one: Textual sets these classes only after it."""
        widths = self.HORIZONTAL_BREAKPOINTS or []
        self.add_class(*[name for width, name in widths if width <= self.app.size.width][-1:])
