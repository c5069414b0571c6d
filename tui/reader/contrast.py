"""How well one colour can be read on another, and a colour moved until it can be."""

from collections.abc import Sequence
from typing import Final

from textual.color import Color

LEAST: Final = 4.5
"""The least contrast of words with what they stand on (WCAG 2, level AA)."""

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
_STEP: Final = 0.03


def contrast(one: Color, other: Color) -> float:
    """The contrast of two opaque colours after WCAG 2, from 1 (the same) to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def is_dark(ground: Color) -> bool:
    """Whether white can be read on a ground better than black."""
    return contrast(ground, WHITE) > contrast(ground, BLACK)


def readable(colour: Color, grounds: Sequence[Color]) -> Color:
    """A colour, moved towards white or black until it can be read on all of these grounds.

    They must all be dark or all be light: else the end of the way is given.
    """
    end = WHITE if is_dark(grounds[0]) else BLACK
    way = 0.0
    found = colour
    while way < 1 and any(contrast(found, ground) < LEAST for ground in grounds):
        way = min(1.0, way + _STEP)
        found = colour.blend(end, way)
    return found


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
