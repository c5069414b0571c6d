"""What is on the screen at three sizes: the panes, the footer, the help."""

from pathlib import Path

import pytest

from tests.reader.desk import MEDIUM, SMALL, WIDE, reader
from tui.reader.article_screen import ArticleScreen
from tui.reader.help_screen import HelpScreen
from tui.settings import Settings

TALL = (120, 60)


async def test_voices_fill_in_and_the_first_is_open(folder: Path) -> None:
    async with reader(folder) as desk:
        text = "\n".join(desk.rows)
        for words in ("1 Ada Falkmere", "mayor of Ostrand", "IN SHORT", "2 Piet Oduya", "30 %"):
            assert words in text
        assert "8 quotes" in desk.header
        assert desk.current is None


async def test_medium_has_both_panes(folder: Path) -> None:
    async with reader(folder, MEDIUM) as desk:
        assert any("The harbour of Ostrand" in row for row in desk.rows)
        assert any("1 Ada Falkmere" in row for row in desk.rows)


async def test_small_has_one_pane_at_a_time(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        assert any("The harbour of Ostrand" in row for row in desk.rows)
        assert not any("VOICES" in row for row in desk.rows)
        await desk.press("tab")
        assert any("VOICES" in row for row in desk.rows)
        assert not any("The harbour of Ostrand" in row for row in desk.rows)
        await desk.press("j", "enter")
        assert any("least bad" in row for row in desk.rows)
        assert desk.current == "q1"
        assert not any("VOICES" in row for row in desk.rows)
        await desk.press("shift+tab", "escape")
        assert not any("VOICES" in row for row in desk.rows)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_help_and_quit_are_always_in_the_footer(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        footer = desk.rows[-1]
        assert "? help" in footer
        assert "q quit" in footer
        assert "n p quotes" in footer
        await desk.press("?")
        assert isinstance(desk.app.screen, HelpScreen)
        assert any("Next quote" in row for row in desk.rows)
        await desk.press("j", "q")
        assert isinstance(desk.app.screen, ArticleScreen)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_a_notice_takes_the_place_of_the_keys_and_covers_no_word(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size) as desk:
        await desk.press("n", "w")
        before = [row.strip() for row in desk.rows]
        await desk.press("y")
        await desk.until("Copied")
        await desk.pilot.pause()
        rows = [row.strip() for row in desk.rows]
        said = next(y for y, row in enumerate(rows) if row.startswith("Copied"))
        assert " ".join(rows[said:]).endswith("(tray + terminal OSC 52)")
        assert rows[said - 1] == before[-2]  # the last words of why
        assert not any("q quit" in row for row in rows)
        await desk.pilot.click(offset=(3, said))
        await desk.pilot.pause()
        assert [row.strip() for row in desk.rows] == before


async def test_where_there_is_one_pane_the_header_names_who_speaks(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        assert desk.header.startswith(" Harbour to close")
        await desk.press("n")
        assert desk.header.startswith(" 1 Ada Falkmere ")
        assert "1/8 · " in desk.header

        def look() -> tuple[str, str]:
            segment = next(iter(desk.screen._header.render_line(0)))
            colours = desk.screen._colours
            assert segment.style is not None
            assert segment.style.color is not None
            assert colours is not None
            return segment.style.color.name.lower(), colours.of("s2").colour.lower()

        await desk.press("n", "t")
        assert desk.header.startswith(" 2 Piet Oduya ")
        shown, expected = look()
        assert shown == expected
        await desk.press("escape")
        assert desk.header.startswith(" Harbour to close")
    async with reader(folder, MEDIUM) as desk:
        await desk.press("n")
        assert desk.header.startswith(" Harbour to close")


async def test_the_quote_stays_in_view_when_why_takes_rows(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("n", "w")
        await desk.pilot.pause()
        assert any("least bad" in row for row in desk.rows), "\n".join(desk.rows)
        await desk.press("n")
        await desk.pilot.pause()
        assert any("nobody had asked" in row for row in desk.rows)


@pytest.mark.parametrize("size", [TALL, MEDIUM, SMALL])
async def test_the_help_tells_keys_and_marks_and_how_far_it_goes(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size) as desk:
        await desk.press("?")
        await desk.pilot.pause()
        seen = desk.rows
        foot = next(row for row in reversed(seen) if "esc closes" in row)
        assert ("j k scroll" in foot) == (size != TALL)
        for _ in range(12):
            await desk.press("j")
            seen += desk.rows
        shown = "\n".join(seen)
        for words in (
            "Show all keys",
            "MARKS",
            "1▐ “…”",
            "1┊ …",
            "Told in other words",
            "ⓚ ",
            "▐┃",
        ):
            assert words in shown, words
        if size != TALL:
            count = foot.split(" of ")[1].split()[0]
            assert f"–{count} of {count}" in shown
            assert desk.rows[:2] != seen[:2]
        await desk.press("?")
        assert isinstance(desk.app.screen, ArticleScreen)


async def test_the_help_names_the_keys_that_the_user_has_in_it(folder: Path) -> None:
    settings = Settings(keys={"help_down": "z", "close_help": "x"})
    async with reader(folder, SMALL, settings=settings) as desk:
        await desk.press("?")
        await desk.until("z k scroll · x closes")


async def test_resizing_keeps_the_focused_pane(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("tab")
        await desk.pilot.resize_terminal(*SMALL)
        await desk.pilot.pause()
        assert any("VOICES" in row for row in desk.rows)
        await desk.pilot.resize_terminal(*WIDE)
        await desk.pilot.pause()
        assert any("The harbour of Ostrand" in row for row in desk.rows)


async def test_the_help_goes_to_its_end_and_to_its_beginning(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("?")
        await desk.pilot.pause()
        first = desk.rows
        for end, beginning in (("G", "g"), ("end", "home")):
            await desk.press(end)
            count = next(row for row in desk.rows if "esc closes" in row).split("–")[1].split()
            assert count[0] == count[2]
            await desk.press(beginning)
            assert desk.rows == first
