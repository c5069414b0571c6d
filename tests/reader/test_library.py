"""The library: what stands on the shelf, opening from it, and going on from there."""

import asyncio
import contextlib
import email.message
import mailbox
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from textual import events

import tui
from tests.conftest import SAMPLES
from tests.reader import scripted_engine
from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, Desk, reader
from tui.analysis.options import Options
from tui.article.listing import Listed
from tui.article.listing import listed as found_in
from tui.article.loading import SeveralError, load
from tui.article.model import Article
from tui.reader.app import ReaderApp
from tui.reader.library_screen import LibraryScreen
from tui.reader.shelf import LONGEST_TITLE, Shelf, first_words
from tui.settings import Settings
from tui.store.analyses import AnalysisStore, Asked
from tui.store.articles import ArticleStore, Place
from tui.store.database import default_path


def test_articles_of_a_folder_are_listed_by_title(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("\n  Second \x1b[2J title\n\nText.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("First title\n", encoding="utf-8")
    titles = [entry.title for entry in Shelf(found_in(str(tmp_path))).entries()]
    assert titles == ["First title", "Second title"]


async def test_what_was_exported_into_a_folder_is_not_listed_with_its_articles(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "harbour.txt").write_text("Harbour to close\n\nIt rains.\n", encoding="utf-8")
    async with reader(folder) as desk:
        await desk.press("v", "x", "enter")
        await desk.until_said("Written to")
    assert len([*folder.glob("*.txt")]) == 2
    (entry,) = Shelf(found_in(str(folder))).entries()
    assert Path(entry.source).name == "harbour.txt"


@pytest.mark.parametrize("name", ["pipe.txt", "pipe.html", "pipe.epub", "pipe"])
def test_a_pipe_is_listed_by_its_name_and_not_read_before_it_is_opened(
    name: str, tmp_path: Path
) -> None:
    pipe, told = tmp_path / name, list[str]()
    os.mkfifo(pipe)

    def glance() -> None:
        (entry,) = Shelf([Listed(str(pipe))]).entries()
        told.extend((entry.title, first_words(entry.source)))

    glancing = Thread(target=glance, daemon=True)  # nobody writes: who reads waits for ever
    glancing.start()
    glancing.join(20)
    assert told == [name, ""]


def test_a_title_over_two_lines_is_whole_and_a_cut_one_says_so(tmp_path: Path) -> None:
    titles = [entry.title for entry in Shelf(found_in(str(SAMPLES))).entries()]
    assert any(title.endswith('union calls timing "a slap with a cold fish"') for title in titles)
    (tmp_path / "a.txt").write_text("word " * 2000, encoding="utf-8")
    (cut,) = (entry.title for entry in Shelf(found_in(str(tmp_path))).entries())
    assert cut.endswith("word…")
    assert len(cut) <= LONGEST_TITLE


def test_on_first_use_there_are_the_samples() -> None:
    entries = Shelf().entries()
    assert {entry.group for entry in entries} == {"SAMPLES"}
    assert len(entries) == len([*SAMPLES.glob("*.txt")])


def test_what_was_read_and_still_exists_comes_first(tmp_path: Path) -> None:
    for name in ("gone", "there"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{name.title()} again\n\nIt rains.\n", encoding="utf-8")
        ArticleStore().opened(load(str(path)))
    (tmp_path / "gone.txt").unlink()
    ArticleStore().opened(load(str(SAMPLES / "court.txt")))
    ArticleStore().left(load(str(SAMPLES / "court.txt")), Place(99, None, 0.5))
    read = [entry for entry in Shelf().entries() if entry.group == "READ LATELY"]
    assert [Path(entry.source).name for entry in read] == ["court.txt", "there.txt"]
    assert [entry.progress for entry in read] == [0.5, 0.0]
    assert len(Shelf().entries()) == len([*SAMPLES.glob("*.txt")]) + 1


def test_a_sample_that_was_read_elsewhere_is_not_offered_again(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes((SAMPLES / "court.txt").read_bytes())
    ArticleStore().opened(load(str(copy)))
    entries = Shelf().entries()
    assert [Path(e.source).name for e in entries if e.title == entries[0].title] == ["copy.txt"]


def test_a_sample_that_holds_nothing_is_offered_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui, "__file__", str(tmp_path / "tui.py"))
    (tmp_path / "sample_articles").mkdir()
    (tmp_path / "sample_articles" / "empty.txt").touch()
    ArticleStore().opened(load(str(SAMPLES / "court.txt")))
    entries = Shelf().entries()
    assert [Path(entry.source).name for entry in entries] == ["court.txt", "empty.txt"]


def test_a_damaged_store_is_said_and_the_samples_are_there() -> None:
    default_path().parent.mkdir(parents=True)
    default_path().write_bytes(b"{" * 5000)
    shelf = Shelf()
    assert shelf.entries()
    assert shelf.problem is not None
    assert "was damaged: it lies in" in shelf.problem


@asynccontextmanager
async def library(
    tmp_path: Path,
    size: tuple[int, int] = MEDIUM,
    shelf: Shelf | None = None,
    open_article: Callable[[str], Article] = load,
) -> AsyncIterator[Desk]:
    """The library of a folder with four articles, one of which cannot be opened."""
    folder = tmp_path / "articles"
    folder.mkdir(exist_ok=True)
    for name, text in {
        "a": "Alders are felled\n\n“They were old,” said Ada Falk.\n",
        "b": "\0\1\2\3\4\5" * 99,
        "c": "[b]Odd[/c] title\n\nIt rains [red]here[/b].\n",
        "d": "Divers are found\n\nNobody spoke of it.\n\n" + "More of it. " * 400,
    }.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    app = ReaderApp(
        Settings(path=tmp_path / "settings.toml"),
        shelf=shelf or Shelf(found_in(str(folder))),
        open_article=open_article,
        engine_command=[sys.executable, str(scripted_engine.__file__), "silent"],
    )
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.until("articles")
        yield desk


async def opens(desk: Desk, *keys: str) -> None:
    await desk.press(*keys)
    await desk.until("reading…")


@pytest.mark.parametrize("key", ["question_mark", "ctrl+p", "M"])
async def test_a_page_that_opens_while_one_goes_back_keeps_nobody_in_the_article(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = asyncio.Event()
    async with library(tmp_path) as desk:
        await opens(desk, "enter")
        monkeypatch.setattr(desk.app, "_keep_place", kept.wait)
        await desk.press("escape", key)
        kept.set()
        for _ in range(3):
            await desk.press("escape")
        await desk.until("4 articles")


async def test_a_palette_gives_way_to_an_article_before_it_is_there(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        desk.app.action_command_palette()
        desk.app.pop_screen()
        await desk.pilot.pause()
        await desk.press("ctrl+p")
        await desk.until("all articles")


async def test_the_marker_moves_in_a_terminal_without_room_for_the_list(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        for size in ((1, 1), (40, 2)):
            await desk.pilot.resize_terminal(*size)
            await desk.press("space", "b", "j", "k", "G", "g", "space")
        await desk.pilot.resize_terminal(*MEDIUM)
        assert "4 articles" in desk.header


async def test_enter_opens_and_escape_comes_back_to_the_same_one(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        assert isinstance(desk.app.screen, LibraryScreen)
        assert "4 articles" in desk.header
        assert any("[b]Odd[/c] title" in row for row in desk.rows)
        assert "? help" in desk.rows[-1]
        await opens(desk, "j", "j", "j", "enter")
        assert "Divers are found" in desk.header
        await desk.press("G", "escape")
        await desk.until("read to the end")
        assert isinstance(desk.app.screen, LibraryScreen)
        marked = desk.app.screen._marked
        assert marked is not None
        assert marked.title == "Divers are found"
    (opened,) = ArticleStore().latest(9)
    assert Path(opened.source).name == "d.txt"


async def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        await desk.press("j", "enter")
        await desk.until("not a text file")
        assert isinstance(desk.app.screen, LibraryScreen)


async def test_the_moves_of_less_move_the_marker(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        screen = desk.app.screen
        assert isinstance(screen, LibraryScreen)
        places = []
        for key in ("j", "k", "G", "g", "space", "b"):
            await desk.press(key)
            places.append(screen._list.highlighted)
        assert places == [1, 0, 3, 0, 3, 0]


async def test_one_goes_from_article_to_article(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        await opens(desk, "enter")
        await desk.press("left_square_bracket")
        await desk.until("That was the first article.")
        await desk.press("right_square_bracket")
        await desk.until("not a text file")
        await desk.press("right_square_bracket")
        await desk.until("It rains [red]here[/b].")
        await desk.press("right_square_bracket")
        await desk.until("Divers are found")
        await desk.press("right_square_bracket")
        await desk.until("That was the last article.")
        await desk.press("left_square_bracket")
        await desk.until("It rains [red]here[/b].")
        assert len(desk.app.screen_stack) == 2
        await desk.press("escape")
        await desk.until("4 articles")
        assert isinstance(desk.app.screen, LibraryScreen)
        await desk.pilot.pause()
        marked = desk.app.screen._marked
        assert marked is not None
        assert marked.title.startswith("[b]Odd")


async def test_steps_in_quick_succession_all_count(tmp_path: Path) -> None:
    async with library(tmp_path) as desk:
        await opens(desk, "enter")
        for _ in range(3):
            desk.app.post_message(events.Key("right_square_bracket", "]"))
        await desk.until("Divers are found")


async def test_an_article_that_is_not_there_yet_gives_way_to_the_way_back(tmp_path: Path) -> None:
    wished, opened = Event(), Event()

    def slow(source: str) -> Article:
        article = load(source)
        if article.text.startswith("[b]Odd"):
            wished.wait(20)
            opened.set()
        return article

    async with library(tmp_path, open_article=slow) as desk:
        await opens(desk, "G", "enter")
        await desk.press("left_square_bracket", "escape")
        await desk.until_on(LibraryScreen)
        wished.set()
        while not opened.is_set():
            await desk.pilot.pause(0.02)
        await desk.pilot.pause(0.1)
        assert isinstance(desk.app.screen, LibraryScreen)


async def test_an_article_alone_has_no_next_one(tmp_path: Path) -> None:
    app = ReaderApp(Settings(), ANALYSIS.article, engine_command=["/nonexistent/engine"])
    async with app.run_test(size=WIDE) as pilot:
        await Desk(app, pilot).press("right_square_bracket")
        await Desk(app, pilot).until("There is no other article: pullquote FOLDER")


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_a_preview_shows_the_first_words(tmp_path: Path, size: tuple[int, int]) -> None:
    async with library(tmp_path, size) as desk:
        await desk.until("“They were old,” said Ada Falk.")
        await desk.press("j", "j")
        await desk.until("It rains [red]here[/b].")
        await desk.press("j")
        await desk.until("Nobody spoke of it.")
        await desk.until("…")


async def test_voices_and_the_place_are_told_of_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(ANALYSIS.article.text, encoding="utf-8")
    article = load(str(path))
    ArticleStore().opened(article)
    ArticleStore().left(article, Place(300, None, 0.42))
    AnalysisStore().keep(Asked(article, Options(), ()), ANALYSIS)
    two = [Listed(str(path)), Listed(str(SAMPLES / "court.txt"))]
    for size in (WIDE, MEDIUM, SMALL):
        async with library(tmp_path, size, Shelf(two)) as desk:
            await desk.until("Ada Falkmere, Piet Oduya and 1 more")
            if size != SMALL:
                await desk.until("Ada Falkmere, Piet Oduya and 1 more · read to 42 %")
            if size == WIDE:
                await desk.until("█")
            assert any("█" in row for row in desk.rows) == (size == WIDE)


async def test_the_parts_of_an_article_are_listed_and_left_again(tmp_path: Path) -> None:
    (tmp_path / "alone.txt").write_text("Alders are felled\n\nIt rains.\n", encoding="utf-8")
    write_letters(tmp_path / "letters.mbox")
    async with library(tmp_path, MEDIUM, Shelf(found_in(str(tmp_path)))) as desk:
        await desk.press("j")
        await desk.until("2 articles to choose from.")
        await desk.press("enter")
        await desk.until("The well is dry")
        assert listed(desk) == ["The well is dry", "The well is full"]
        assert "letters.mbox" in desk.header
        await desk.until_said("esc leads back.")
        await desk.press("j", "enter")
        await desk.until("reading…")
        assert "The well is full" in desk.header
        await desk.press("left_square_bracket")
        await desk.until("It has fallen in")
        await desk.press("escape")
        await desk.until("esc back")
        assert listed(desk) == ["The well is dry", "The well is full"]
        await desk.press("escape")
        await desk.until("Alders are felled")
        assert isinstance(desk.app.screen, LibraryScreen)
        assert desk.app.screen._marked is not None
        assert desk.app.screen._marked.source.endswith("letters.mbox")
        assert "esc back" not in desk.rows[-1]
    read = [entry for entry in Shelf().entries() if entry.group == "READ LATELY"]
    assert [entry.title for entry in read] == ["The well is dry", "The well is full"]


async def test_that_what_has_parts_is_gone_by_now_is_said(tmp_path: Path) -> None:
    path = tmp_path / "letters.mbox"
    write_letters(path)

    def last(source: str) -> Article:
        try:
            return load(source)
        except SeveralError:
            path.unlink()
            raise

    async with library(tmp_path, MEDIUM, Shelf([Listed(str(path))]), last) as desk:
        await desk.press("enter")
        await desk.until_said("no such file")
        assert desk.app.failure is None


def write_letters(path: Path) -> None:
    """A mailbox of two letters."""
    with contextlib.closing(mailbox.mbox(path)) as box:
        for title, words in (
            ("The well is dry", "“It has fallen in,” said Ada Falk."),
            ("The well is full", "“It has rained,” said Bo Lind."),
        ):
            letter = email.message.EmailMessage()
            letter["Subject"], letter["From"] = title, "Tamar Holt <holt@paper.example>"
            letter["Date"] = "Mon, 04 May 2026 10:00:00 +0000"
            letter["Message-ID"] = f"<{len(title)}@paper.example>"
            letter.set_content(f"{words}\n")
            box.add(letter)


def listed(desk: Desk) -> list[str]:
    """The titles that are listed."""
    assert isinstance(desk.app.screen, LibraryScreen)
    return [entry.title for entry in desk.app.screen._entries]
