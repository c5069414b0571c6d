"""The library: what stands on the shelf, and opening from it."""

from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.reader.voiced_harbour import voiced_harbour
from tui.article.loading import load
from tui.article.model import Article
from tui.reader.app import ReaderApp
from tui.reader.article_screen import ArticleScreen
from tui.reader.library_screen import LibraryScreen
from tui.reader.run import run_library
from tui.reader.shelf import (
    LONGEST_TITLE,
    ShelfEntry,
    in_folder,
    recent,
    shelf,
)
from tui.settings import Settings
from tui.store.articles import ArticleStore


def entry(name: str) -> ShelfEntry:
    return ShelfEntry(name.title(), f"/articles/{name}.txt")


def test_a_folder_without_articles_is_no_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_library(load, Settings(), tmp_path) == 1
    said = f"pullquote: cannot read {tmp_path}: there are no text files (.txt) in it\n"
    assert capsys.readouterr().err == said


def test_articles_of_a_folder_are_listed_by_title(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("\n  Second \x1b[2J title\n\nText.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("First title\n", encoding="utf-8")
    assert [sample.title for sample in in_folder(tmp_path)] == ["First title", "Second title"]


def test_a_title_over_two_lines_is_whole_and_a_cut_one_says_so(tmp_path: Path) -> None:
    titles = [sample.title for sample in in_folder(SAMPLES)]
    assert any(title.endswith('union calls timing "a slap with a cold fish"') for title in titles)
    (tmp_path / "a.txt").write_text("word " * 2000, encoding="utf-8")
    (cut,) = (sample.title for sample in in_folder(tmp_path))
    assert cut.endswith("word…")
    assert len(cut) <= LONGEST_TITLE


def test_the_shelf_has_what_was_read_and_still_exists_then_the_samples(tmp_path: Path) -> None:
    for name in ("there", "sample", "gone"):
        (tmp_path / f"{name}.txt").write_text(f"{name.title()} again\n\nIt rains.\n", "utf-8")
        if name != "sample":
            ArticleStore().opened(load(str(tmp_path / f"{name}.txt")))
    (tmp_path / "gone.txt").unlink()
    names = [e.title for e in shelf(recent(), in_folder(tmp_path))]
    assert names == ["There again", "Sample again"]


def library(tmp_path: Path) -> ReaderApp:
    article = voiced_harbour().article

    def open_article(source: str) -> Article:
        if "broken" in source:
            raise ValueError(f"{source} is [no] text")
        return article

    return ReaderApp(
        Settings(path=tmp_path / "settings.toml"),
        shelf=[entry("one"), entry("broken"), entry("[b]odd[/c]")],
        open_article=open_article,
        engine_command=["/nonexistent/engine"],
    )


async def test_enter_opens_and_escape_comes_back(tmp_path: Path) -> None:
    app = library(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        strips = app.screen._compositor.render_strips()
        rows = ["".join(segment.text for segment in strip) for strip in strips]
        assert "3 articles" in rows[0]
        assert any("[B]Odd[/C]" in row for row in rows)
        assert "? help" in rows[-1]
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
    assert [Path(opened.source).name for opened in ArticleStore().latest(9)] == ["harbour.txt"]


async def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    app = library(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen._footer.notice == "/articles/broken.txt is [no] text"


async def test_the_moves_of_less_move_the_marker(tmp_path: Path) -> None:
    app = library(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        places = []
        for key in ("j", "k", "G", "g"):
            await pilot.press(key)
            places.append(screen._list.highlighted)
        assert places == [1, 0, 2, 0]
