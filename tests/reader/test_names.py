"""The article's names: shown with one key, chosen with another."""

from pathlib import Path

import pytest

from tests.reader.desk import MEDIUM, SMALL, WIDE, reader
from tui.settings import Settings

SIZES = [WIDE, MEDIUM, SMALL]


@pytest.mark.parametrize("size", SIZES)
async def test_e_shows_the_names_and_how_one_is_chosen(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("e")
        text = "\n".join(desk.rows)
        for words in ("NAMED IN THE ARTICLE", "Ostrand", "⏎: what is said of it"):
            assert words in text
        assert desk.notices == ["⏎ chooses a name: n and p then go through what is said of it."]


@pytest.mark.parametrize("size", SIZES)
async def test_a_chosen_name_limits_the_walk(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("e", "j", "enter")
        assert any("catch" in row for row in desk.rows)
        assert desk.current == "q7"
        assert desk.notices == ["2 quotes on ice: n and p go through them, esc ends it."]
        await desk.press("n")
        assert desk.current == "q8"
        await desk.press("escape", "p", "p")
        assert desk.current == "q6"


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_one_name_after_the_other_can_be_tried(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("e", "j", "enter")
        assert any("▸ ice" in row for row in desk.rows)
        await desk.press("j", "enter")
        assert desk.notices == [
            "Nobody is quoted on Ines Tarrow: this is where the name first stands."
        ]
        await desk.press("j", "enter")
        assert desk.current == "q6"
        assert desk.notices == ["1 quote on the divers: esc ends it."]
        assert any("▸ the divers" in row for row in desk.rows)
        await desk.press("enter")
        assert not any("▸" in row for row in desk.rows)


async def test_before_there_are_names_it_says_so(folder: Path) -> None:
    async with reader(folder, engine="silent", analysed=False) as desk:
        await desk.press("e")
        assert desk.notices == ["No names have been found."]


async def test_the_key_that_chooses_a_name_is_the_users(folder: Path) -> None:
    async with reader(folder, settings=Settings(keys={"choose": "z"})) as desk:
        await desk.press("e")
        assert any("z: what is said of it" in row for row in desk.rows)
