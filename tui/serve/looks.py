"""The colours of a theme as a web page needs them, for what is around the reader."""

from dataclasses import dataclass

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.reader.themed_app import READING_DARK, READING_LIGHT
from tui.settings import load as load_settings


@dataclass(frozen=True, slots=True)
class Looks:
    """Colours in `#rrggbb`: the ground, the words on it, and what stands out."""

    dark: bool
    ground: str
    words: str
    key: str


_OWN_DARK, _OWN_LIGHT = (
    Looks(dark=True, ground="#000000", words="#e4e4e4", key="#ffffff"),
    Looks(dark=False, ground="#ffffff", words="#1c1c1c", key="#000000"),
)
"""What stands for a terminal's own colours."""


def looks(theme: Theme) -> Looks:
    """The colours of a theme."""
    made = theme.to_color_system().generate()
    ground = Color.parse(made["background"])
    if ground.ansi is not None:
        return _OWN_DARK if theme.dark else _OWN_LIGHT
    words, key = Color.parse(made["foreground"]), Color.parse(made["accent"])
    return Looks(theme.dark, ground.hex6, words.hex6, key.hex6)


def settled_looks() -> Looks:
    """The colours of the theme that the user has chosen."""
    ours = {theme.name: theme for theme in (READING_DARK, READING_LIGHT)}
    return looks((BUILTIN_THEMES | ours).get(load_settings().theme or "", READING_DARK))
