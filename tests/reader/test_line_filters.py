"""What terminals are sent: no more than they show, and colours that they have."""

from itertools import pairwise

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tests.reader.harbour import host
from tests.reader.test_speaker_colours import voices
from tui.reader.contrast import LEAST, contrast
from tui.reader.line_filters import FewColours, MergedSegments
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.themed_app import READING_DARK, READING_LIGHT

NOWHERE = Color(0, 0, 0)


def sent(style: Style, count: int) -> Style:
    (segment,) = FewColours(count).apply([Segment("words", style)], NOWHERE)
    assert segment.style is not None
    return segment.style


def shown(colour: RichColor | None) -> Color:
    assert colour is not None
    assert colour.number is not None
    return Color(*colour.get_truecolor())


async def test_an_empty_row_is_one_segment_and_no_word_is_lost() -> None:
    app = host()
    async with app.run_test(size=(100, 30)):
        rows = [app.pane.render_line(y) for y in range(20)]
        merged = [MergedSegments().apply([*row], NOWHERE) for row in rows]
        assert ["".join(s.text for s in row) for row in merged] == [row.text for row in rows]
        assert min(map(len, merged)) == 1
        assert sum(map(len, merged)) < sum(map(len, rows)) / 3
        assert {s.style for row in merged for s in row} == {
            s.style.clear_meta_and_links() for row in rows for s in row if s.style
        }


@pytest.mark.parametrize("theme", [READING_DARK, READING_LIGHT], ids=lambda theme: theme.name)
def test_what_can_be_read_in_all_colours_can_be_read_in_256(theme: Theme) -> None:
    colours = SpeakerColours(voices(8), theme)
    found = list[RichColor]()
    for speaker_id in colours.order:
        look = colours.of(speaker_id)
        for ground in (look.tint, look.lifted):
            style = sent(Style(color=look.colour, bgcolor=ground, bold=True), 256)
            assert style.bold
            assert contrast(shown(style.color), shown(style.bgcolor)) >= LEAST
        assert style.color is not None
        found.append(style.color)
    assert all(one != other for one, other in pairwise(found))


def test_a_dark_tint_does_not_become_a_colour() -> None:
    style = sent(Style(color="#4bb4e1", bgcolor="#1e292f"), 256)
    red, green, blue = shown(style.bgcolor).rgb
    assert red == green == blue


def test_of_16_colours_neighbouring_voices_have_two() -> None:
    colours = SpeakerColours(voices(9), READING_DARK)
    numbers = [sent(Style(color=colours.of(s).colour), 16).color for s in colours.order]
    assert all(one != other for one, other in pairwise(numbers))
    assert all(number is not None and number.number not in (0, 7, 8, 15) for number in numbers)


def test_a_terminals_own_colours_stay() -> None:
    style = Style(color="red", bgcolor="default")
    assert sent(style, 256) == sent(style, 16) == style
