"""What a terminal is sent of a row: no more segments than it shows, and colours that it has."""

from functools import lru_cache
from itertools import product
from typing import Final

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color, Lab, rgb_to_lab
from textual.filter import LineFilter

from tui.reader.contrast import LEAST, contrast

_STEPS: Final = (0, 95, 135, 175, 215, 255)


class MergedSegments(LineFilter):
    """Neighbours that look alike are one: what tells them apart is not for the terminal.

    An article's row has a segment a cell in its margins, for the mouse's sake; each would be sent
    with its colours, which a slow line feels.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The row in fewer segments."""
        plain = (Segment(text, style and _without_meta(style)) for text, style, _ in segments)
        return [*Segment.simplify(plain)]


class FewColours(LineFilter):
    """The colours of a terminal that has 256 of them or 16, such that words can still be read.

    Left to Rich, a dark grey with a trace of blue becomes a blue, and a light yellow a white. Where
    there are 16, whose looks are the terminal's, no ground is exact: see `ThemedApp`.
    """

    def __init__(self, count: int) -> None:
        super().__init__()
        self._colours = _sixteen() if count == 16 else _eight_bit()
        self._style = lru_cache(maxsize=1024)(self._of_style)
        self._number = lru_cache(maxsize=1024)(self._nearest)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The row in such colours."""
        return [Segment(text, style and self._style(style)) for text, style, _ in segments]

    def _of_style(self, style: Style) -> Style:
        words, ground = _exact(style.color), _exact(style.bgcolor)
        found, on = style, None
        if ground is not None:
            number = self._number(ground)
            found += Style(bgcolor=RichColor.from_ansi(number))
            # What could be read before is to be read now; what stood back may.
            if words is not None and contrast(words, ground) >= LEAST:
                on = self._colours[number][0]
        if words is not None:
            found += Style(color=RichColor.from_ansi(self._number(words, on)))
        return found

    def _nearest(self, colour: Color, on: Color | None = None) -> int:
        """The colour that looks most like one, of those that can be read on another."""
        light, a, b = rgb_to_lab(colour)

        def distance(number: int) -> float:
            other = self._colours[number][1]
            return (light - other.L) ** 2 + (a - other.a) ** 2 + (b - other.b) ** 2

        alike = sorted(self._colours, key=distance)
        clear = (n for n in alike if on is None or contrast(self._colours[n][0], on) >= LEAST)
        return next(clear, alike[0])


@lru_cache(maxsize=1024)
def _without_meta(style: Style) -> Style:
    return style.clear_meta_and_links()


def _exact(colour: RichColor | None) -> Color | None:
    """A colour that the terminal may not have."""
    if colour is None or colour.type is not ColorType.TRUECOLOR or colour.triplet is None:
        return None
    return Color(*colour.triplet)


def _eight_bit() -> dict[int, tuple[Color, Lab]]:
    """Those of 256 that are the same everywhere, by number: a cube, and a row of greys."""
    cube = [Color(red, green, blue) for red, green, blue in product(_STEPS, repeat=3)]
    greys = [Color(8 + 10 * n, 8 + 10 * n, 8 + 10 * n) for n in range(24)]
    return {n: (colour, rgb_to_lab(colour)) for n, colour in enumerate([*cube, *greys], 16)}


def _sixteen() -> dict[int, tuple[Color, Lab]]:
    """Those of 16 that are no greys, by number, as most terminals show them."""
    colours = dict[int, Color]()
    for n in range(1, 7):
        red, green, blue = (170 * (n >> bit & 1) for bit in range(3))
        colours[n] = Color(red, 85 if n == 3 else green, blue)
        colours[n + 8] = Color(red + 85, green + 85, blue + 85)
    return {n: (colour, rgb_to_lab(colour)) for n, colour in colours.items()}
