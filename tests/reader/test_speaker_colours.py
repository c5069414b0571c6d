"""Speakers can be told apart and read, on every theme: ours, and those that come with Textual."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui.analysis.model import Speaker
from tui.reader.contrast import LEAST, contrast
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.themed_app import READING_DARK, READING_LIGHT, grounds

THEMES = {theme.name: theme for theme in (READING_DARK, READING_LIGHT, *BUILTIN_THEMES.values())}


def voices(count: int) -> list[Speaker]:
    return [
        Speaker(f"s{n}", f"Voice {n}", (), "person", None, 10, 1 - n / 100, ())
        for n in range(count)
    ]


def colours_on(theme: str, count: int) -> list[Color]:
    """The colours of so many voices, in the order of their keys."""
    colours = SpeakerColours(voices(count), THEMES[theme])
    return [Color.parse(colours.of(speaker_id).colour) for speaker_id in colours.order]


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_readable_wherever_it_is_written(theme: str) -> None:
    own = Color.parse("#000000" if THEMES[theme].dark else "#ffffff")
    on = [ground.hex6 for ground in grounds(THEMES[theme]) or (own,)]
    colours = SpeakerColours(voices(12), THEMES[theme])
    for speaker_id in (*colours.order, None):
        style = colours.of(speaker_id)
        for ground in (*on, style.tint, style.lifted):
            if ground is not None:
                assert contrast(Color.parse(style.colour), Color.parse(ground)) >= LEAST


# Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color
# Vision Deficiency", IEEE TVCG 15(6): severity 1, on linear RGB.
EYES = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# sRGB to CIE XYZ over the white of D65 (IEC 61966-2-1)
XYZ = ((0.4339, 0.3762, 0.1899), (0.2127, 0.7152, 0.0722), (0.0178, 0.1095, 0.8727))
APART = 24.0
"""Ten times what is just noticed (CIE 1976): enough for a stripe of one cell."""


def seen(colour: Color, eyes: str) -> tuple[float, float, float]:
    """Where a colour is in CIE L*a*b* (1976) for these eyes."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    mixed = [min(1.0, max(0.0, mix)) for mix in _times(EYES[eyes], linear)]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in _times(XYZ, mixed))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def distance(one: Color, other: Color, eyes: str) -> float:
    parts = zip(seen(one, eyes), seen(other, eyes), strict=True)
    return float(sum((a - b) ** 2 for a, b in parts) ** 0.5)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_voices_whose_keys_are_neighbours_differ_for_all_eyes(theme: str, eyes: str) -> None:
    nine = colours_on(theme, 9)
    assert min(distance(*two, eyes) for two in pairwise(nine)) >= APART
    assert min(distance(*two, eyes) for two in combinations(nine[:3], 2)) >= APART


@pytest.mark.parametrize("theme", THEMES)
def test_the_first_eight_voices_have_eight_colours(theme: str) -> None:
    apart = [distance(*two, "normal") for two in combinations(colours_on(theme, 8), 2)]
    assert min(apart) > APART / 2


def test_the_largest_share_comes_first_and_the_order_given_breaks_ties() -> None:
    speakers = [
        Speaker(name, name, (), "person", None, 1, share, ())
        for name, share in (("a", 0.2), ("b", 0.5), ("c", 0.2), ("d", 0.1))
    ]
    colours = SpeakerColours(speakers, BUILTIN_THEMES["nord"])
    assert colours.order == ("b", "a", "c", "d")
    assert [colours.of(s).sign for s in colours.order] == ["1", "2", "3", "4"]


def test_nine_have_keys_and_the_others_a_letter_of_their_own() -> None:
    names = ["Ada"] * 9 + ["the port authority", "A diplomat", "東京", "42", "éva Orr", "ßa"]
    named = [replace(v, name=n, share=0.1) for v, n in zip(voices(len(names)), names, strict=True)]
    colours = SpeakerColours(named, BUILTIN_THEMES["nord"])
    looks = [colours.of(speaker_id) for speaker_id in colours.order]
    assert "".join(look.sign for look in looks) == "123456789ⓟⓓⓐⓑⓔⓒ"
    assert all(cell_len(look.sign) == 1 for look in looks)


def test_the_many_voices_of_one_initial_are_told_apart_while_there_are_letters() -> None:
    colours = SpeakerColours(voices(80), BUILTIN_THEMES["nord"])
    signs = [colours.of(speaker_id).sign for speaker_id in colours.order]
    assert len({*signs[:61]}) == 61
    assert {*signs[61:]} == {"·"}


def test_nobody_known_is_grey_with_a_question_mark() -> None:
    colours = SpeakerColours(voices(1), BUILTIN_THEMES["nord"])
    assert colours.of(None).sign == "?"
    assert colours.of("s99") == colours.of(None)
    red, green, blue = Color.parse(colours.of(None).colour).rgb
    assert red == green == blue


def test_another_theme_keeps_the_signs() -> None:
    dark = SpeakerColours(voices(3), BUILTIN_THEMES["textual-dark"])
    light = dark.on(BUILTIN_THEMES["textual-light"])
    assert light.order == dark.order
    assert light.of("s1").sign == dark.of("s1").sign
    assert light.of("s1").colour != dark.of("s1").colour
