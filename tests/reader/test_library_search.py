"""The library searched: what is found by title and by voice, and going along it."""

from pathlib import Path

import pytest
from textual import events

from tests.conftest import SAMPLES
from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE
from tests.reader.test_library import library, listed, opens
from tui.analysis.options import Options
from tui.article.listing import Listed
from tui.article.loading import load
from tui.reader.library_screen import LibraryScreen
from tui.reader.shelf import Shelf
from tui.store.analyses import AnalysisStore, Asked
from tui.store.articles import ArticleStore


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_articles_are_found_by_their_title_while_one_types(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with library(tmp_path, size) as desk:
        assert "/ search" in desk.rows[-1]
        await desk.press("/", *"ÁRE")
        assert desk.rows[-1].strip().startswith("/ ÁRE")
        assert listed(desk) == ["Alders are felled", "Divers are found"]
        assert "2 of 4 articles" in desk.header
        await desk.press(*" dive/")
        assert listed(desk) == []
        assert any("no title, no voice" in row for row in desk.rows)
        assert not any("are found" in row for row in desk.rows)
        await desk.press("enter", "escape")
        assert len(listed(desk)) == 4
        assert "4 articles" in desk.header
        assert "/ search" in desk.rows[-1]


async def test_what_was_found_is_opened_and_still_found_afterwards(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        await opens(desk, "/", *"are", "down", "enter")
        assert "Divers are found" in desk.header
        await desk.press("escape")
        await desk.until("2 of 4 articles")
        await desk.press("k")
        assert isinstance(desk.app.screen, LibraryScreen)
        assert desk.app.screen._marked is not None
        assert desk.app.screen._marked.title == "Alders are felled"
        await desk.press("escape")
        assert len(listed(desk)) == 4


async def test_one_goes_along_what_was_found(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        await opens(desk, "/", *"are", "enter")
        assert "Alders are felled" in desk.header
        await desk.press("right_square_bracket")
        await desk.until("Divers are found")


async def test_articles_are_found_by_a_voice(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(ANALYSIS.article.text, encoding="utf-8")
    ArticleStore().opened(load(str(path)))
    AnalysisStore().keep(Asked(load(str(path)), Options(), ()), ANALYSIS)
    two = [Listed(str(path)), Listed(str(SAMPLES / "court.txt"))]
    async with library(tmp_path, MEDIUM, Shelf(two)) as desk:
        await desk.press("/", *"oduya")
        assert listed(desk) == ["Harbour to close for a month, mayor says"]
        await desk.press("escape", "/", *"court.t")
        assert len(listed(desk)) == 1


async def test_keys_typed_ahead_are_letters_of_the_query(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        for letter in "/q[t":
            desk.app.post_message(events.Key("slash" if letter == "/" else letter, letter))
        await desk.until("“q[t”")
        assert listed(desk) == []
