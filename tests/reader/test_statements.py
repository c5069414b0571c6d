"""What else has she said? From a voice to its statements in other articles, there, and back."""

from pathlib import Path

import pytest

from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, Desk, reader
from tests.store.ferry import ferry
from tui.analysis.options import Options
from tui.reader.article_screen import ArticleScreen
from tui.reader.statements_screen import StatementsScreen
from tui.store.analyses import AnalysisStore, Asked
from tui.store.articles import ArticleStore
from tui.store.database import default_path

FERRY = ferry()


@pytest.fixture
def ferry_was_read() -> None:
    ArticleStore().opened(FERRY.article)
    AnalysisStore().keep(Asked(FERRY.article, Options(), ()), FERRY)


async def asks(desk: Desk) -> None:
    """Ask what else the mayor said."""
    await desk.press("1", "o")
    await desk.until("Ferry to Little Ostrand stays")
    await desk.pilot.pause()


@pytest.mark.usefixtures("ferry_was_read")
@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_what_a_voice_said_elsewhere(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size, again=True) as desk:
        await asks(desk)
        assert isinstance(desk.app.screen, StatementsScreen)
        rows = "\n".join(desk.rows)
        assert "2 statements" in desk.header
        assert "▐ “The ferry stays as long as I do,”" in rows
        assert "┊ Falkmere denied that fares" in rows
        assert "We shall see" not in rows
        await desk.press("escape")
        assert isinstance(desk.app.screen, ArticleScreen)
        assert desk.current == "q1"


@pytest.mark.usefixtures("ferry_was_read")
async def test_one_goes_there_and_comes_back(folder: Path) -> None:
    async with reader(folder, MEDIUM, again=True) as desk:
        await asks(desk)
        await desk.press("j", "enter")
        await desk.until_said("esc leads back to “Harbour to close for a month, mayor says”.")
        await desk.until("quote 2 of 3")
        assert desk.screen._inquiry.article.text == FERRY.article.text
        assert desk.current == "q2"
        await desk.press("o")
        await desk.until("Harbour to close for a month")
        await desk.press("escape", "escape", "escape", "escape", "escape", "escape")
        await desk.until("8 quotes")
        await desk.until_read()
        assert desk.screen._inquiry.article == ANALYSIS.article
        await desk.press("escape", "escape", "escape")
        assert desk.screen._inquiry.article == ANALYSIS.article


@pytest.mark.usefixtures("ferry_was_read")
async def test_a_statement_is_copied_with_its_own_source(folder: Path) -> None:
    async with reader(folder, again=True) as desk:
        await asks(desk)
        await desk.press("y")
        await desk.until("Copied")
        copied = (folder / "clipboard").read_text(encoding="utf-8")
        assert copied == (
            "“The ferry stays as long as I do,” — Ada Falkmere"
            " (Ferry to Little Ostrand stays; ferry.txt)"
        )


async def test_who_speaks_nowhere_else_is_said(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("o")
        assert not desk.notices or "other article" in desk.notices[0]
        await desk.press("2", "o")
        await desk.until(
            "There is nothing by Piet Oduya in the other articles that you have opened."
        )


async def test_where_nothing_is_kept_that_is_said(folder: Path) -> None:
    default_path().mkdir(parents=True)
    async with reader(folder, again=True) as desk:
        desk.screen._footer.fall_silent()
        await desk.press("1", "o")
        await desk.until_said("Is a directory.")
