"""The strip maps the whole article on its height."""

import pytest

from tests.reader.harbour import Host, harbour, reading
from tui.reader.quote_strip import QuoteStrip
from tui.reader.speaker_colours import SpeakerColours


def host(copies: int = 1) -> Host:
    article = harbour(copies)
    return Host(article, reading(article))


def marks(app: Host) -> list[tuple[str, str]]:
    """Each row's mark with its colour."""
    found = []
    for y in range(app.strip.size.height):
        first = next(iter(app.strip.render_line(y)))
        assert first.style is not None
        assert first.style.color is not None
        found.append((first.text, first.style.color.get_truecolor().hex.lower()))
    return found


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_statements_stand_where_they_are_in_the_article(size: tuple[int, int]) -> None:
    app = host()
    async with app.run_test(size=size):
        assert app.analysis is not None
        colours = SpeakerColours(app.analysis.speakers, app.current_theme)
        rows = marks(app)
        height = len(rows)
        middle = sum(app.analysis.quotes[5].spans[0]) / 2 / len(app.article.text)
        assert rows[int(middle * height)] == ("▐", colours.of("s1").colour.lower())
        assert rows[0][0] == " "
        both = {colour for mark, colour in rows if mark != " "}
        assert colours.of("s2").colour.lower() in both


async def test_without_quotes_nothing_is_marked() -> None:
    app = Host(harbour())
    async with app.run_test(size=(80, 24)):
        assert {mark for mark, _ in marks(app)} == {" "}


async def test_the_bar_tells_which_part_is_in_view() -> None:
    app = host(4)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert next(y for y in range(24) if "┃" in app.strip.render_line(y).text) == 0
        app.pane.go_end()
        await pilot.pause()
        shown = [y for y in range(24) if "┃" in app.strip.render_line(y).text]
        assert shown[-1] == 23
        assert shown == list(range(shown[0], 24))
        assert shown[0] > 0


async def test_however_long_the_article_the_bar_is_seen() -> None:
    app = host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.strip.show_view(0.99999, 1.0)
        await pilot.pause()
        assert "┃" in app.strip.render_line(23).text
        app.strip.show_view(0.5, 0.50001)
        await pilot.pause()
        assert "┃" in app.strip.render_line(12).text


async def test_a_click_tells_which_part_is_wanted() -> None:
    app = host()
    async with app.run_test(size=(80, 25)) as pilot:
        for y in (0, 12, 24):
            await pilot.click(QuoteStrip, offset=(0, y))
        await pilot.pause()
        assert app.told.fractions == [0, 0.5, 1]


async def test_a_theme_takes_effect_at_once() -> None:
    app = host()
    async with app.run_test(size=(80, 24)) as pilot:
        dark = marks(app)
        app.theme = "textual-light"
        await pilot.pause()
        light = marks(app)
        assert [mark for mark, _ in dark] == [mark for mark, _ in light]
        assert {c for m, c in dark if m != " "}.isdisjoint({c for m, c in light if m != " "})
