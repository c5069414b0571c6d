"""A second opening: the analysis is there at once, and one goes on where one left off."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, reader
from tests.reader.voiced_harbour import answers, write_answers
from tui.analysis.corrections import Correction
from tui.article.listing import listed as found_in
from tui.article.loading import load
from tui.reader.shelf import Shelf
from tui.settings import Settings
from tui.store.articles import ArticleStore, Place
from tui.store.corrections import CorrectionsStore
from tui.store.database import Database, default_path


async def read_once(folder: Path, *keys: str, size: tuple[int, int] = MEDIUM) -> None:
    async with reader(folder, size) as desk:
        await desk.press(*keys)
        await desk.until_kept()


@pytest.mark.parametrize("size", [MEDIUM, SMALL])
async def test_it_is_there_without_the_engine(folder: Path, size: tuple[int, int]) -> None:
    await read_once(folder, size=size)
    async with reader(folder, size, engine="dies", again=True) as desk:
        assert desk.screen._reading.analysis == ANALYSIS
        assert desk.app._engine.pid is None
        assert not desk.notices
        await desk.press("n", "s", "w", "v", "escape")
        assert desk.app._engine.pid is None


async def test_one_goes_on_where_one_left_off(folder: Path) -> None:
    await read_once(folder, "n", "n", "n", "n", "n", "n", "j")
    async with reader(folder, MEDIUM, again=True) as desk:
        # how far that is the header says, which goes by what is in view
        assert desk.notices == ["You left off here. g goes to the beginning."]
        assert desk.current == "q6"
        assert desk.screen._view[0] > 0
        assert not any("Harbour to close for a month, mayor says" in row for row in desk.rows[1:])
        at = desk.screen._view[0]
        await desk.press("g")
        assert desk.screen._view[0] == 0
    (opened,) = ArticleStore().latest(1)
    assert opened.place.offset == 0 < at
    async with reader(folder, MEDIUM, again=True) as desk:
        assert not desk.notices
        assert desk.current == "q6"


async def test_a_place_is_the_same_words_at_another_width(folder: Path) -> None:
    await read_once(folder, "G")
    (opened,) = ArticleStore().latest(1)
    async with reader(folder, SMALL, again=True) as desk:
        first, last = desk.screen._view
        assert first <= opened.place.offset < last


async def test_one_who_has_moved_on_already_stays_there(folder: Path) -> None:
    await read_once(folder, "G")
    with Database().writing() as rows:  # whoever wants to know the place has to wait
        async with reader(folder, SMALL, analysed=False, again=True) as desk:
            await desk.press("j")
            at = desk.screen._view
            rows.execute("COMMIT")
            rows.execute("BEGIN")
            await desk.until("–/8")
            assert desk.screen._view == at
            assert not desk.notices


async def test_longer_summaries_start_the_engine_and_nothing_flickers(folder: Path) -> None:
    await read_once(folder)
    gate = folder / "gate"
    partial, whole = answers(ANALYSIS)
    held = json.dumps([partial, {**whole, "after": str(gate)}])
    (folder / "answers.json").write_text(held, encoding="utf-8")
    async with reader(folder, again=True) as desk:
        await desk.press("+")
        later = "They come when the article has been read again."
        assert desk.notices == [f"Summaries of 4 sentences. {later}"]
        while desk.app._engine.pid is None:
            await desk.pilot.pause(0.01)
        await desk.pilot.pause(0.3)
        assert desk.screen._reading.analysis == ANALYSIS
        gate.touch()
        await desk.until_kept(4)
        await desk.press("+")
        assert desk.notices == ["Summaries of 5 sentences."]
        await desk.until_kept(5)
    async with reader(folder, engine="dies", again=True) as desk:
        assert desk.app._engine.pid is None


async def test_a_correction_starts_the_engine_and_is_there_the_next_time(folder: Path) -> None:
    await read_once(folder)
    right = replace(ANALYSIS, corrections=1)
    write_answers(folder / "answers.json", right)
    async with reader(folder, again=True) as desk:
        await desk.press("n", "c", *"Bo", "enter")
        await desk.until_said("Kept: ")
        await desk.until_kept(corrections=1)
        assert desk.screen._reading.analysis == right
    async with reader(folder, engine="dies", again=True) as desk:
        assert desk.screen._reading.analysis == right


async def test_what_was_corrected_elsewhere_is_read_anew(folder: Path) -> None:
    await read_once(folder)
    store = CorrectionsStore(ANALYSIS.article)
    store.add(Correction(ANALYSIS.quotes[0].spans, "statement", None, None, "Bo", new=True))
    async with reader(folder, again=True) as desk:
        assert desk.app._engine.pid is not None


async def test_summaries_of_another_length_are_read_anew(folder: Path) -> None:
    await read_once(folder)
    settings = Settings(sentences=5, path=folder / "settings.toml")
    async with reader(folder, settings=settings, again=True) as desk:
        assert desk.app._engine.pid is not None


async def test_where_nothing_can_be_kept_all_else_works_and_that_is_said_once(
    folder: Path,
) -> None:
    default_path().mkdir(parents=True)
    async with reader(folder, MEDIUM, again=True) as desk:
        assert desk.notices == [f"{default_path()} cannot be used: Is a directory."]
        await desk.press("n")
        assert desk.current == "q1"


async def test_what_is_damaged_is_said_and_the_next_time_it_is_kept(folder: Path) -> None:
    await read_once(folder)
    default_path().write_bytes(b"{" * 5000)
    async with reader(folder, again=True) as desk:
        assert "was damaged: it lies in" in desk.notices[0]
        await desk.until_kept()
    async with reader(folder, engine="dies", again=True) as desk:
        assert not desk.notices


@pytest.mark.parametrize("name", ["two  blanks.txt", "soft\xadhyphen.txt", "caf\udce9 \x1b[2J.txt"])
def test_an_article_is_known_again_whatever_its_file_is_called(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("It rains\n\nIt rained on and on.\n", encoding="utf-8")
    article = load(str(tmp_path / name))
    ArticleStore().opened(article)
    ArticleStore().left(article, Place(7, None, 0.5))
    (listed,) = Shelf(found_in(str(tmp_path))).entries()
    is_text = "\udce9" not in name
    assert (listed.title, listed.progress) == ("It rains", 0.5 if is_text else None)
    lately = [entry.source for entry in Shelf().entries() if entry.progress is not None]
    assert lately == ([str(tmp_path / name)] if is_text else [])
