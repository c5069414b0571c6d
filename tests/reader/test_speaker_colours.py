"""Speakers can be told apart and read, on every theme that comes with Textual."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui.analysis.model import Speaker
from tui.reader.speaker_colours import CONTRAST, SpeakerColours, contrast

THEMES = sorted(BUILTIN_THEMES)


def voices(count: int) -> list[Speaker]:
    return [
        Speaker(f"s{n}", f"Voice {n}", (), "person", None, 10, n / 100, ()) for n in range(count)
    ]


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_is_readable_wherever_it_is_written(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    ground = Color.parse(theme.to_color_system().generate()["background"])
    if ground.ansi is not None:
        ground = Color.parse("#000000" if theme.dark else "#ffffff")
    speakers = voices(12)
    colours = SpeakerColours(speakers, theme)
    for speaker_id in (*colours.order, None):
        style = colours.of(speaker_id)
        colour = Color.parse(style.colour)
        for background in (ground.hex6, style.tint, style.lifted):
            if background is not None:
                assert contrast(colour, Color.parse(background)) >= CONTRAST


@pytest.mark.parametrize("name", THEMES)
def test_the_first_eight_speakers_have_eight_colours(name: str) -> None:
    colours = SpeakerColours(voices(8), BUILTIN_THEMES[name])
    assert len({colours.of(speaker_id).colour for speaker_id in colours.order}) == 8


# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
PROTANOPIA = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))
DEUTERANOPIA = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))


def seen(colour: Color, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
    linear = [part**2.2 for part in colour.normalized]
    mixed = (sum(m * part for m, part in zip(row, linear, strict=True)) for row in matrix)
    return [min(1.0, max(0.0, part)) ** (1 / 2.2) for part in mixed]


@pytest.mark.parametrize("matrix", [PROTANOPIA, DEUTERANOPIA], ids=["protan", "deutan"])
@pytest.mark.parametrize("name", THEMES)
def test_the_three_loudest_voices_differ_for_colour_blind_eyes(
    name: str, matrix: tuple[tuple[float, ...], ...]
) -> None:
    colours = SpeakerColours(voices(3), BUILTIN_THEMES[name])
    looks = [seen(Color.parse(colours.of(s).colour), matrix) for s in colours.order]
    for one in range(3):
        for other in range(one):
            apart = zip(looks[one], looks[other], strict=True)
            assert sum((a - b) ** 2 for a, b in apart) ** 0.5 > 0.12


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
    assert "".join(look.sign for look in looks) == "123456789PDABÉC"
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
