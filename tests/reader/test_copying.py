"""Summaries and quotes as one copies them."""

import json
from dataclasses import replace
from pathlib import Path

from tests.reader.desk import ANALYSIS, reader
from tui.analysis.schema import to_json
from tui.settings import Settings


async def test_the_open_voice_follows_the_quote(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("n", "n", "Y")
        await desk.until("Copied")
        assert (folder / "clipboard").read_text(encoding="utf-8").startswith("Piet Oduya, speaks")


async def test_copies_say_what_was_copied_and_by_which_roads(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("y")
        assert desk.notices == ["Choose a quote first: n goes to the next one."]
        await desk.press("n", "y")
        await desk.until("Copied")
        copied = (folder / "clipboard").read_text(encoding="utf-8")
        assert copied.startswith("“the least bad of three bad choices.” — Ada Falkmere, mayor")
        said = f"Copied {len(copied)} characters: quote of Ada Falkmere (tray + terminal OSC 52)"
        assert said in desk.notices
        assert desk.app.clipboard == copied
        await desk.press("A")
        await desk.until("all summaries")
        assert "Piet Oduya" in desk.app.clipboard


async def test_a_quote_is_copied_in_the_form_of_the_settings(folder: Path) -> None:
    settings = Settings(copy_form="markdown", path=folder / "settings.toml")
    async with reader(folder, settings=settings) as desk:
        await desk.press("n", "y")
        await desk.until("Copied")
        assert desk.app.clipboard.startswith("> “the least bad of three bad choices.”\n\n— **Ada")
        await desk.press("Y")
        await desk.until("summary of")
        assert desk.app.clipboard.startswith("Ada Falkmere, mayor of Ostrand ·")


async def test_the_statements_that_are_listed_are_copied(folder: Path) -> None:
    settings = Settings(copy_form="markdown", path=folder / "settings.toml")
    async with reader(folder, settings=settings) as desk:
        await desk.press("n", "l")
        assert "Y copy statements" in desk.rows[-1]
        await desk.press("Y")
        await desk.until_said("3 statements of Ada Falkmere")
        copied = desk.app.clipboard
        assert copied.count("— **Ada Falkmere**, mayor of Ostrand") == 2
        assert copied.count("— reported speech of **Ada Falkmere**, mayor of Ostrand") == 1
        assert "> “the least bad of three bad choices.”\n\n—" in copied
        await desk.press("i", "Y")
        await desk.until_said("2 statements of Ada Falkmere")
        assert "pay for the ice" in copied
        assert "pay for the ice" not in desk.app.clipboard
        await desk.press("l", "Y")
        await desk.until_said("summary of Ada Falkmere")


async def test_a_summary_that_is_not_there_yet_is_not_copied(folder: Path) -> None:
    bare = tuple(replace(speaker, summary=()) for speaker in ANALYSIS.speakers)
    early = replace(ANALYSIS, speakers=bare, step="speakers", done=0.8)
    answer = {"step": early.step, "done": early.done, "analysis": to_json(early)}
    (folder / "answers.json").write_text(json.dumps([answer]), encoding="utf-8")
    async with reader(folder, analysed=False) as desk:
        await desk.until("2 Piet Oduya")
        await desk.press("1", "Y")
        await desk.until_said("There is no summary yet: the article is still being read.")


async def test_plus_and_minus_change_the_summaries(folder: Path) -> None:
    async with reader(folder) as desk:
        assert any("rather be shouted" in row and "·" in row for row in desk.rows)
        await desk.press("-", "-")
        for _ in range(200):
            if not any("· “I would rather" in row for row in desk.rows):
                break
            await desk.pilot.pause(0.02)
        assert not any("· “I would rather" in row for row in desk.rows)
        assert desk.notices == ["Summaries of 1 sentence."]


async def test_the_mouse_selection_can_be_copied(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("ctrl+c")
        assert desk.notices == ["Nothing is selected. q closes the reader."]
        y, row = next((y, row) for y, row in enumerate(desk.rows) if "What it costs" in row)
        x = row.index("What it costs")
        await desk.pilot.mouse_down(offset=(x, y))
        await desk.pilot.hover(offset=(x + 6, y))
        await desk.pilot.mouse_up(offset=(x + 6, y))
        await desk.press("ctrl+c")
        await desk.until("selection")
        assert desk.app.clipboard == "What it"
