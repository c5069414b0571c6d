"""The export screen: forms, a glance at each, and files that are never written over."""

import json
import os
from pathlib import Path

import pytest

from tests.reader.desk import MEDIUM, SMALL, WIDE, reader
from tui.export.forms import FORMS


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_an_article_is_written_in_the_form_that_is_chosen(
    folder: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    async with reader(folder, size) as desk:
        await desk.press("x")
        await desk.until("markdown")
        await desk.press("j", "j", "enter")
        await desk.until("write to")
        await desk.press("enter")
        await desk.until_said("Written to")
        (page,) = folder.glob("*.quotes.html")
        assert page.name == "harbour-to-close-for-a-month-mayor-says.quotes.html"
        assert "Harbour to close for a month" in page.read_text(encoding="utf-8")
        await desk.press("escape")
        assert desk.screen.is_read


async def test_what_would_be_written_is_seen_before(folder: Path) -> None:
    async with reader(folder, WIDE) as desk:
        await desk.press("x")
        await desk.until("STATEMENTS")
        await desk.press("j")
        await desk.until("## Statements")
        await desk.press("G")
        await desk.until("http://www.w3.org/ns/anno.jsonld")
        assert all(any(name in row for row in desk.rows) for name in FORMS)


async def test_a_file_that_is_there_stays_and_another_name_is_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "mine.json").write_text("mine", encoding="utf-8")
    async with reader(folder, MEDIUM) as desk:
        await desk.press("x", "j", "j", "j", "enter", *"mine.json", "enter")
        await desk.until_said("is there already, and stays")
        assert (folder / "mine.json").read_text(encoding="utf-8") == "mine"
        await desk.press(*"other.json", "enter")
        await desk.until_said("Written to")
    document = json.loads((folder / "other.json").read_text(encoding="utf-8"))
    assert document["schema"] == 1


async def test_what_is_hidden_is_not_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    async with reader(folder, MEDIUM) as desk:
        await desk.press("i", "x", "j", "j", "j", "enter", *"direct.json", "enter")
        await desk.until_said("Written to")
    document = json.loads((folder / "direct.json").read_text(encoding="utf-8"))
    assert {quote["kind"] for quote in document["quotes"]} == {"direct", "mixed"}


async def test_what_would_be_written_is_copied(folder: Path) -> None:
    async with reader(folder, MEDIUM) as desk:
        await desk.press("x", "y")
        await desk.until_said("Copied")
    assert "VOICES" in (folder / "clipboard").read_text(encoding="utf-8")


async def test_while_the_article_is_read_there_is_nothing_to_write(folder: Path) -> None:
    async with reader(folder, MEDIUM, engine="silent", analysed=False) as desk:
        await desk.press("x")
        await desk.until_said("still being read")


async def test_a_name_that_cannot_be_is_asked_for_again_as_it_was_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "drafts").mkdir()
    async with reader(folder, MEDIUM) as desk:
        await desk.press("x", "enter", *"~nobody-of-this-name/page.html", "enter")
        await desk.until_said("cannot be written")
        assert any("~nobody-of-this-name/page.html" in row for row in desk.rows)
        await desk.press(*"drafts", "enter")
        await desk.until_said("is a folder: choose another name")
        await desk.press(*"table.csv", "enter")
        await desk.until_said("Written to")
    assert (folder / "table.csv").read_text(encoding="utf-8").count("\n") > 5


async def test_where_the_folder_one_is_in_is_gone_that_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    async with reader(folder, MEDIUM) as desk:
        gone.rmdir()
        await desk.press("x", "enter")
        await desk.until_said("⏎ writes it, esc leaves it.")
        await desk.press("enter")
        await desk.until_said("cannot be written: No such file or directory.")


async def test_where_a_file_goes_is_said_while_its_name_is_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder.parent))
    async with reader(folder, MEDIUM) as desk:
        await desk.press("x", "enter")
        await desk.until_said(f"⏎ writes it into ~{os.sep}{folder.name}, esc leaves it.")
