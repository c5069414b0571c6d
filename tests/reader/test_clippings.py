"""Clippings: kept from an article, listed, changed, copied, exported, and gone to."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.widgets import OptionList

from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, Desk, reader
from tests.reader.voiced_harbour import write_answers
from tests.store.ferry import ferry
from tui.analysis.options import Options
from tui.reader.clippings_screen import ClippingsScreen
from tui.settings import Settings
from tui.store.analyses import AnalysisStore, Asked
from tui.store.articles import ArticleStore
from tui.store.clippings import ClippingStore, clipping
from tui.store.database import default_path

FERRY = ferry()
FIRST = "the least bad of three bad choices"


async def keep(desk: Desk, count: int) -> None:
    """Keep the first quotes, and show the list."""
    for number in range(1, count + 1):
        await desk.press("n", "m")
        # it is asked in this round alone
        await until(desk, lambda: len(ClippingStore().all()) == number)  # noqa: B023
    await desk.press("M")
    await desk.until("1 quote" if count == 1 else f"{count} quotes")


async def keep_three(desk: Desk) -> None:
    await keep(desk, 3)


def speakers() -> list[str | None]:
    return [clip.speaker for clip in ClippingStore().all()]


async def until(desk: Desk, condition: Callable[[], bool]) -> None:
    """Wait for something to come about."""
    for _ in range(400):
        if condition():
            await desk.pilot.pause()
            return
        await desk.pilot.pause(0.02)
    raise AssertionError("\n".join(desk.rows))


async def until_listed(desk: Desk, *wished: str) -> None:
    await until(desk, lambda: speakers() == [*wished])


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_what_is_kept_is_listed_with_whose_it_is(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("m")
        await desk.until("Choose a quote first")
        await desk.press("n", "m")
        await desk.until_said("On the clippings list: quote of Ada Falkmere. M shows all.")
        await desk.press("m")
        await desk.until_said("It is on the clippings list already.")
        await desk.press("M")
        await desk.until("▐ “the least bad")
        assert any("Ada Falkmere, mayor of Ostrand ·" in row for row in desk.rows)
        assert any("harbour.txt" in row for row in desk.rows)
        await desk.press("M")
        assert not isinstance(desk.app.screen, ClippingsScreen)


async def test_an_empty_list_says_what_to_do(folder: Path) -> None:
    async with reader(folder, MEDIUM) as desk:
        await desk.press("M")
        await desk.until("No quotes have been kept yet: m keeps the current quote")
        await desk.press("d", "e", "y", "Y", "x", "J", "enter", "u")
        await desk.until_said("Nothing has been deleted here.")
        await desk.press("escape")
        assert desk.screen


async def test_the_key_that_keeps_quotes_is_named_as_the_user_has_it(folder: Path) -> None:
    async with reader(folder, MEDIUM, settings=Settings(keys={"clip": "z"})) as desk:
        await desk.press("M")
        await desk.until("No quotes have been kept yet: z keeps the current quote")


async def test_a_kept_quote_has_the_sign_that_it_has_in_the_article(folder: Path) -> None:
    partly = replace(ANALYSIS.quotes[1], kind="mixed")
    quotes = (ANALYSIS.quotes[0], partly, *ANALYSIS.quotes[2:])
    write_answers(folder / "answers.json", replace(ANALYSIS, quotes=quotes))
    async with reader(folder) as desk:
        await desk.press("n", "n", "m", "n", "n", "m")
        await until(desk, lambda: len(ClippingStore().all()) == 2)
        assert any("2▐ Piet Oduya, who speaks" in row for row in desk.rows)
        await desk.press("M")
        await desk.until("2 quotes")
        assert [c for row in desk.rows for c in row if c in "▐┊"] == ["▐", "┊"]


async def test_a_list_is_put_in_order_and_deleting_is_undone(folder: Path) -> None:
    ada, piet = "Ada Falkmere", "Piet Oduya"
    async with reader(folder) as desk:
        await keep_three(desk)
        order = speakers()
        assert order[:2] == [ada, piet]
        third = order[2]
        assert third is not None
        await desk.press("J")
        await until_listed(desk, piet, ada, third)
        await desk.press("J")
        await until_listed(desk, piet, third, ada)
        await desk.press("K", "g", "d")
        await until_listed(desk, ada, third)
        await desk.press("d")
        await until_listed(desk, third)
        await desk.press("u")
        await until_listed(desk, ada, third)
        await desk.press("u")
        await until_listed(desk, piet, ada, third)


async def test_a_note_is_written_changed_and_given_up(folder: Path) -> None:
    async with reader(folder) as desk:
        await keep_three(desk)
        await desk.press("e", *"quiet", "enter")
        await desk.until("quiet")
        assert ClippingStore().all()[0].note == "quiet"
        await desk.press("e", *"er", "enter")
        await until(desk, lambda: ClippingStore().all()[0].note == "quieter")
        await desk.press("e", *"xx", "escape")
        assert isinstance(desk.app.screen, ClippingsScreen)
        await desk.press("y")
        await desk.until("Copied")
        copied = (folder / "clipboard").read_text(encoding="utf-8")
        assert copied.endswith("(Harbour to close for a month, mayor says; harbour.txt)\nquieter")
        assert ClippingStore().all()[0].note == "quieter"


async def test_a_note_that_is_left_with_the_mouse_is_no_name_of_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    async with reader(folder) as desk:
        await keep(desk, 1)
        await desk.press("e")
        await desk.pilot.click(OptionList, offset=(50, 20))
        await desk.press("x", "enter")
        await desk.until_said("Written to")
        assert ClippingStore().all()[0].note == ""


async def test_what_is_deleted_twice_at_once_is_put_back_once(folder: Path) -> None:
    async with reader(folder) as desk:
        await keep(desk, 2)
        for _ in range(2):
            desk.app.post_message(events.Key("d", "d"))
        await desk.until("1 quote")
        await desk.press("u")
        await desk.until("2 quotes")
        await desk.press("u")
        await desk.until_said("Nothing has been deleted here.")


async def test_what_puts_back_is_named_as_the_user_has_it(folder: Path) -> None:
    async with reader(folder, settings=Settings(keys={"undo_delete": "z"})) as desk:
        await keep(desk, 1)
        await desk.press("d")
        await desk.until_said("Deleted. z puts it back.")


async def test_it_is_exported_into_a_new_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder.parent))
    here = f"~{os.sep}{folder.name}{os.sep}"
    async with reader(folder) as desk:
        await keep_three(desk)
        await desk.press("x", "enter")
        await desk.until_said(f"Written to {here}clippings.quotes.md.")
        assert (folder / "clippings.quotes.md").read_text(encoding="utf-8").startswith("> ")
        (folder / "clippings.quotes.md").write_text("mine", encoding="utf-8")
        await desk.press("x", "enter")
        await desk.until_said(f"{here}clippings.quotes.md is there already, and stays: choose")
        assert (folder / "clippings.quotes.md").read_text(encoding="utf-8") == "mine"
        await desk.press(*"no/a.txt", "enter")  # the line is still there
        await desk.until_said(f"no{os.sep}a.txt cannot be written: No such file or directory.")
        await desk.press(*"/no/a.txt", "enter")
        await desk.until_said(f"{os.sep}no{os.sep}a.txt cannot be written")
        await desk.press("escape", "Y")
        await desk.until_said("all clippings")


async def test_one_goes_to_a_clipping_of_another_article(folder: Path) -> None:
    ArticleStore().opened(FERRY.article)
    AnalysisStore().keep(Asked(FERRY.article, Options(), ()), FERRY)
    quote = FERRY.quotes[1]
    start = quote.spans[0].start
    ClippingStore().add(clipping(FERRY.article, start, quote.text, "Ada", None, told=True))
    async with reader(folder, MEDIUM, again=True) as desk:
        await desk.press("M")
        await desk.until("1 quote")
        await desk.press("enter")
        await desk.until("quote 2 of 3")
        await desk.until_said("esc leads back")
        await desk.press("M", "escape", "escape", "escape", "escape")
        await desk.until("8 quotes")


async def test_a_clipping_whose_article_is_gone_says_so(folder: Path) -> None:
    ClippingStore().add(clipping(FERRY.article, 9, "“We go,”", None, None, told=False))
    async with reader(folder, again=True) as desk:
        await desk.press("M")
        await desk.until("speaker unknown · Ferry to Little Ostrand stays")
        await desk.press("enter")
        await desk.until_said("ferry.txt: no such file")


async def test_a_clipping_of_the_open_article_is_shown_there(folder: Path) -> None:
    async with reader(folder, MEDIUM) as desk:
        await keep_three(desk)
        await desk.press("G", "enter")
        await desk.until("quote 3 of 8")
        assert desk.screen._inquiry.article.text == ANALYSIS.article.text
        assert not any("another article" in notice for notice in desk.notices)


async def test_where_nothing_can_be_kept_that_is_said(folder: Path) -> None:
    default_path().mkdir(parents=True)
    async with reader(folder, again=True) as desk:
        desk.screen._footer.fall_silent()
        await desk.press("n", "m")
        await desk.until_said("Is a directory.")
        desk.screen._footer.fall_silent()
        await desk.press("M")
        await desk.until_said("Is a directory.")
