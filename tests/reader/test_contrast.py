"""Every word on every screen can be read, on every theme: ours, and those that Textual brings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from textual.color import Color
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme

from tests.reader.desk import Desk, reader
from tui.reader.contrast import LEAST, contrast
from tui.reader.themed_app import READING_DARK, READING_LIGHT, grounds, tones

RAIL = "╎│┃─▔▁▂▃▄▅▆▇█▏▎▍▌▋▊▉ "
"""What is no word: lines, bars and scrollbars, which may be quieter."""
ROUNDING = 0.05
SCREENS = (
    ["n", "n", "2", "w", "slash", *"ice", "enter", "e"],  # an article with all there is to see
    ["escape", "escape", "2", "slash", *"ice"],
    ["escape", "v", "tab"],
)
"""The keys that lead to the next screen each."""
PAGES = ["c", "down"], ["question_mark"], ["ctrl+p", *"qu"]
"""Those to a page from which `escape` leads back, and on which no key changes the theme."""
HARDEST = "pullquote-light", "textual-light", "solarized-dark", "catppuccin-frappe"
"""On these all screens are looked at, on the others the first: all write in the same tones."""


def words(desk: Desk) -> Iterator[tuple[str, Color, Color]]:
    """All words in view, each with its colour and that of its ground."""
    screen = desk.app.screen
    for strip in shown(screen):
        for text, style, _ in strip:
            if text.strip(RAIL) and style is not None:
                assert not style.dim, f"how dim is not ours to say: {text!r}"
                yield text, colour(style.color), colour(style.bgcolor)


def shown(screen: Screen[object]) -> list[Strip]:
    """The rows, or those of the page that lies over a screen which steps back."""
    page = screen.children[-1].region if isinstance(screen, ModalScreen) else screen.region
    rows = screen._compositor.render_strips()
    region = page.intersection(Region(0, 0, *screen.size))
    return [row.crop(region.x, region.right) for row in rows[region.y : region.bottom]]


def colour(of: RichColor | None) -> Color:
    assert of is not None
    assert of.triplet is not None
    return Color(*of.triplet)


@pytest.mark.parametrize("theme", [READING_DARK, READING_LIGHT, *BUILTIN_THEMES.values()])
def test_what_is_selected_found_or_marked_can_be_read(theme: Theme) -> None:
    seen = tones(theme.to_color_system().generate())
    pairs = [
        ("found-words", "found"),
        ("screen-selection-foreground", "screen-selection-background"),
        ("input-selection-foreground", "input-selection-background"),
        ("block-cursor-foreground", "block-cursor-background"),
    ]
    for ink, ground in pairs if not theme.ansi else []:
        assert contrast(Color.parse(seen[ink]), Color.parse(seen[ground])) >= LEAST
    for ink in ("foreground", "quiet", "key", "problem"):
        for on in grounds(theme):
            assert contrast(Color.parse(seen[ink]), on) >= LEAST


async def test_every_word_can_be_read_on_every_theme(folder: Path) -> None:
    async with reader(folder) as desk:
        app = desk.app
        names = [name for name, theme in app.available_themes.items() if not theme.ansi]
        assert len(names) > 15
        for number, keys in enumerate(SCREENS):
            await desk.press(*keys)
            for app.theme in HARDEST if number else names:
                await desk.pilot.pause()
                assert not poor(desk), f"{app.theme}: {poor(desk)}"
        await desk.press("escape", "escape", "n")
        for keys in PAGES:
            for app.theme in HARDEST:
                await desk.press(*keys)
                assert not poor(desk), f"{app.theme}: {poor(desk)}"
                await desk.press("escape")


def poor(desk: Desk) -> list[str]:
    """What cannot be read."""
    return [
        f"{text!r}: {ink} on {ground}"
        for text, ink, ground in words(desk)
        if contrast(ink, ground) < LEAST - ROUNDING
    ]
