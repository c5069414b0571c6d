"""An application whose words can be read on every theme: two themes of ours, tones for all."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import Final

from textual.app import App, ReturnType
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from tui.reader.contrast import readable
from tui.reader.line_filters import FewColours

READING_DARK: Final = Theme(
    name="pullquote-dark",
    primary="#8fb3d9",
    secondary="#a9b7a0",
    warning="#e8b45a",
    error="#e98a7b",
    success="#93c08b",
    accent="#e3b76f",
    foreground="#d9d5cc",
    background="#191a1c",
    surface="#232427",
    panel="#2d2e32",
    dark=True,
)
READING_LIGHT: Final = Theme(
    name="pullquote-light",
    primary="#2c5f91",
    secondary="#5a6b50",
    warning="#8a5300",
    error="#a32f24",
    success="#35692d",
    accent="#85480a",
    foreground="#2b2a27",
    background="#faf6ec",
    surface="#f0eadc",
    panel="#e6dfcf",
    dark=False,
)
_BAR, _MARKER, _QUIET, _SELECTION = 0.08, 0.16, 0.6, 0.4


class ThemedApp(App[ReturnType]):
    """Knows two more themes, and for each theme the variables that its styles are written in.

    `$quiet` are words that step back, `$key` and `$problem` those that stand out, `$bar` and
    `$marker` the grounds of a row and of what is marked, `$found` that of a search hit, with
    `$found-words` on it. On a terminal's own colours, whose looks are not known, weights have to do
    the work: there `$quiet` is the foreground, and `$bar` and `$marker` are the background.
    """

    _has_theme = False

    def __init__(self, css_path: list[str | PurePath] | None = None) -> None:
        # They lie here, wherever an application that derives from this one does.
        here = Path(__file__).parent
        super().__init__(css_path=[here / path for path in css_path] if css_path else None)
        self.register_theme(READING_DARK)
        self.register_theme(READING_LIGHT)
        count = {"standard": 16, "256": 256}.get(self.console.color_system or "")
        self._few = FewColours(count) if count else None
        self.show_theme(READING_DARK.name)
        self.animation_level = "none"  # one reads better where nothing moves

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to each row before it is sent."""
        filters = super().get_line_filters()
        return filters if self._few is None else [*filters, self._few]

    def show_theme(self, name: str) -> None:
        """Take on a theme or, where the terminal has 16 colours, the terminal's own colours."""
        self._has_theme = True
        dark = self.available_themes[name].dark
        own = "ansi-dark" if dark else "ansi-light"
        shown = own if self.console.color_system == "standard" else name
        if self.is_running or self.available_themes[shown].ansi:
            self.theme = shown
        else:  # no styles have been read yet: they need not be read again
            self.set_reactive(App.theme, shown)
            self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """All variables of the theme, such that what is written in them can be read."""
        if not self._has_theme:  # Textual's own is never seen, and each theme takes its time
            return {}
        self.theme_variables = super().get_css_variables()
        self.theme_variables |= tones(self.theme_variables)
        return self.theme_variables


def grounds(theme: Theme) -> tuple[Color, ...]:
    """What words stand on in a theme, the background first; none where it is the terminal's."""
    return _grounds(theme.to_color_system().generate())


def _grounds(variables: Mapping[str, str]) -> tuple[Color, ...]:
    background = Color.parse(variables["background"])
    if background.ansi is not None:
        return ()
    foreground = Color.parse(variables["foreground"])
    return background, *(background.blend(foreground, share) for share in (_BAR, _MARKER))


def tones(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables that are ours, and those of Textual's that could not be read on some themes."""
    on = _grounds(variables)
    if not on:
        return {
            "quiet": "ansi_default",
            "bar": "ansi_default",
            "marker": "ansi_default",
            "key": variables["accent"],
            "problem": variables["text-warning"],
            "found": variables["warning"],
            "found-words": "ansi_black",
        }
    background, bar, marker = on
    foreground = readable(Color.parse(variables["foreground"]), on)
    selection = background.blend(Color.parse(variables["primary"]), _SELECTION)
    found = Color.parse(variables["warning-muted"])

    def tone(variable: str) -> str:
        return readable(Color.parse(variables[variable]), on).hex6

    def words_on(ground: Color) -> str:
        return readable(foreground, [ground]).hex6

    return {
        "foreground": foreground.hex6,
        "quiet": readable(background.blend(foreground, _QUIET), on).hex6,
        "bar": bar.hex6,
        "surface": bar.hex6,
        "marker": marker.hex6,
        "key": tone("accent"),
        "problem": tone("text-warning"),
        "found": found.hex6,
        "found-words": words_on(found),
        "block-cursor-background": marker.hex6,
        "block-cursor-foreground": foreground.hex6,
        "block-cursor-blurred-background": marker.hex6,
        "block-cursor-blurred-foreground": foreground.hex6,
        "screen-selection-background": selection.hex6,
        "screen-selection-foreground": words_on(selection),
        "input-selection-background": selection.hex6,
        "input-selection-foreground": words_on(selection),
    }
