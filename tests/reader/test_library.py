"""The library: what stands on the shelf, and opening from it."""

import json
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
    MOST_RECENT,
    RecentArticles,
    ShelfEntry,
    in_folder,
    shelf,
)
from tui.settings import Settings


def entry(name: str) -> ShelfEntry:
    return ShelfEntry(name.title(), f"/articles/{name}.txt")


def test_the_latest_article_is_first_and_none_is_twice(tmp_path: Path) -> None:
    recent = RecentArticles(tmp_path / "state" / "recent.json")
    for name in ("one", "two", "one"):
        recent.remember(entry(name))
    assert recent.entries() == (entry("one"), entry("two"))


def test_the_list_does_not_grow_for_ever(tmp_path: Path) -> None:
    recent = RecentArticles(tmp_path / "recent.json")
    for number in range(MOST_RECENT + 5):
        recent.remember(entry(str(number)))
    assert len(recent.entries()) == MOST_RECENT


def test_a_damaged_list_is_set_aside_and_said(tmp_path: Path) -> None:
    path = tmp_path / "recent.json"
    path.write_text('{"articles": [{"ti', encoding="utf-8")
    recent = RecentArticles(path)
    recent.remember(entry("one"))
    assert recent.entries() == (entry("one"),)
    aside = tmp_path / "recent.json.damaged-1"
    assert aside.read_text(encoding="utf-8") == '{"articles": [{"ti'
    assert recent.problem is not None
    assert str(aside) in recent.problem


def test_a_damaged_list_that_cannot_be_set_aside_is_said_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / ("r" * 250)  # with more to it, the name is longer than a name can be
    path.write_text('{"articles": [{"ti', encoding="utf-8")
    recent = RecentArticles(path)
    assert recent.entries() == ()
    assert recent.problem is not None
    assert "it is damaged and cannot be set aside (File name too long)" in recent.problem
    with pytest.raises(OSError, match="it is damaged and cannot be set aside"):
        recent.remember(entry("one"))
    assert path.read_text(encoding="utf-8") == '{"articles": [{"ti'


def test_a_folder_without_articles_is_no_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_library(load, Settings(), tmp_path) == 1
    said = f"pullquote: cannot read {tmp_path}: there are no text files (.txt) in it\n"
    assert capsys.readouterr().err == said


def test_a_list_of_another_shape_is_set_aside_too(tmp_path: Path) -> None:
    path = tmp_path / "recent.json"
    for number, shape in enumerate(([], {"articles": [3]}, {"articles": [{"title": "x"}]}), 1):
        path.write_text(json.dumps(shape), encoding="utf-8")
        assert RecentArticles(path).entries() == ()
        assert (tmp_path / f"recent.json.damaged-{number}").exists()


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
    there, sample = tmp_path / "there.txt", tmp_path / "sample.txt"
    for path in (there, sample):
        path.write_text("Title\n", encoding="utf-8")
    recent = [ShelfEntry("There", str(there)), ShelfEntry("Gone", str(tmp_path / "gone.txt"))]
    names = [e.title for e in shelf([*recent, ShelfEntry("S", str(sample))], in_folder(tmp_path))]
    assert names == ["There", "S"]


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
        assert [article.source for article in app.opened] == ["harbour.txt"]


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
