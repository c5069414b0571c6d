"""Two voices side by side: what one sees of them, and what the keys do."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, Desk, reader
from tests.reader.voiced_harbour import answers, write_answers
from tui.analysis.schema import to_json
from tui.reader.article_screen import ArticleScreen
from tui.reader.comparison_body import ComparisonBody
from tui.reader.comparison_screen import ComparisonScreen
from tui.reader.footer_line import FooterLine
from tui.reader.help_screen import HelpScreen

SIZES = [WIDE, MEDIUM, SMALL]
ICE, MELTS = "the town would pay for the", "“Ice melts,”"


def marked(desk: Desk) -> str:
    """The statement that the marker is on."""
    screen = desk.app.screen
    assert isinstance(screen, ComparisonScreen)
    assert screen._body.marked is not None
    return screen._body.marked.sentence.text


def place(desk: Desk, words: str) -> tuple[int, int]:
    """The column and the row of some words."""
    for y, row in enumerate(desk.rows):
        if words in row:
            return row.index(words), y
    raise AssertionError(f"{words!r} is not there:\n" + "\n".join(desk.rows))


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_two_stand_side_by_side(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("v")
        assert "2 subjects in common" in desk.header
        assert "▸ 1 Ada Falkmere" in desk.rows[1]
        assert "2 Piet Oduya" in desk.rows[1]
        assert place(desk, "On ice")[0] == 2
        (left, y), (right, same) = place(desk, ICE), place(desk, MELTS)
        assert y == same
        assert left < size[0] // 2 < right
        assert place(desk, "What only one of the two speaks of")[1] > y
        assert place(desk, "On the divers")[0] < size[0] // 2


async def test_on_a_narrow_terminal_one_stands_above_the_other(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("v")
        assert "1 Ada" in desk.rows[1]
        assert "2 Piet" in desk.rows[1]
        (left, y), (right, below) = place(desk, ICE), place(desk, MELTS)
        assert left == right
        assert y < below
        assert place(desk, "2 Piet Oduya")[1] < below


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_a_statement_and_esc_back(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("v", "j", "enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        assert desk.current == "q8"
        assert any("“Ice" in row for row in desk.rows)
        await desk.press("v")
        assert "▸ 2 Piet" in desk.rows[1]
        assert marked(desk) == MELTS
        await desk.press("escape")
        assert isinstance(desk.app.screen, ArticleScreen)
        assert desk.current == "q8"


async def test_all_of_it_is_copied(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("v", "Y")
        await desk.until("Copied")
        copied = (folder / "clipboard").read_text(encoding="utf-8")
        assert copied.startswith("Ada Falkmere, mayor of Ostrand, and Piet Oduya, speaks for")
        assert "On ice\nAda Falkmere:\n- the town would pay" in copied
        assert "Ada Falkmere and Piet Oduya" in desk.notices[0]


async def test_one_subject_is_copied_by_itself(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("v", "j", "c")
        await desk.until_said("what was said of ice")
        copied = (folder / "clipboard").read_text(encoding="utf-8")
        assert copied.startswith("Ada Falkmere, mayor of Ostrand, and Piet Oduya, speaks for")
        assert "On ice\nAda Falkmere:\n- the town would pay" in copied
        assert copied.endswith("Piet Oduya:\n- “Ice melts,”\n")
        await desk.press("G", "c")
        await desk.until_said("what was said of the divers")
        copied = (folder / "clipboard").read_text(encoding="utf-8")
        assert copied.endswith(
            "Ada Falkmere alone\nOn the divers:\n"
            "- “The divers found a gap that a cow could swim through.”\n"
        )


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_goes_there(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("v")
        await desk.pilot.click(offset=place(desk, MELTS))
        await desk.pilot.pause()
        assert isinstance(desk.app.screen, ArticleScreen)
        assert desk.current == "q8"


@pytest.mark.parametrize("size", SIZES)
async def test_y_copies_with_the_attribution(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("v", "tab", "y")
        await desk.until("Copied")
        copied = (folder / "clipboard").read_text(encoding="utf-8")
        assert copied.startswith("“Ice melts,” — Piet Oduya, speaks for the fishermen")


async def test_the_marker_goes_over_all_statements(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("v")
        seen = [marked(desk)]
        for _ in range(5):
            await desk.press("n")
            seen.append(marked(desk))
        assert [words[:12] for words in seen] == [
            "the town wou", "“Ice melts,”", "the town wou", "“My own brot", "“The divers ",
            "“The divers ",
        ]  # fmt: skip
        await desk.press("g")
        assert marked(desk) == seen[0]
        await desk.press("right")
        assert marked(desk) == MELTS
        await desk.press("shift+tab", "G")
        assert marked(desk) == seen[-1]
        await desk.press(*"pppp")
        assert marked(desk) == seen[0]


async def test_other_voices_take_the_markers_side(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("v", "tab", "s")
        assert "▸ 3 the port authority" in desk.rows[1]
        assert "no subjects in common" in desk.header
        assert any("The two have no subject in common." in row for row in desk.rows)
        assert place(desk, "In short")[0] > 60 > place(desk, "On ice")[0]
        assert any("a later start would double it" in row for row in desk.rows)
        await desk.press("1")
        assert "3 the port authority" in desk.rows[1].split("▸")[0]
        assert "▸ 1 Ada Falkmere" in desk.rows[1]
        await desk.press("4")
        assert desk.notices == ["There is no voice 4 to compare."]
        await desk.press("S")
        assert "▸ 2 Piet Oduya" in desk.rows[1]


@pytest.mark.parametrize("size", SIZES)
async def test_long_comparisons_are_paged(folder: Path, size: tuple[int, int]) -> None:
    boats = tuple(replace(ANALYSIS.entities[1], id=f"e{n}", name=f"Boat {n}") for n in range(5, 15))
    write_answers(folder / "answers.json", replace(ANALYSIS, entities=boats))
    async with reader(folder, size) as desk:
        await desk.press("v")
        assert any("On Boat 5" in row for row in desk.rows)
        seen = set[str]()
        for _ in range(18):
            await desk.press("space")
            seen |= {row.strip() for row in desk.rows}
        assert "On Boat 14" in seen
        await desk.press(*(["b"] * 18))
        assert any("On Boat 5" in row for row in desk.rows)
        assert marked(desk).startswith("the town would pay")
        await desk.press("G", "n")
        assert any("“My own brother" in row for row in desk.rows)


@pytest.mark.parametrize("size", SIZES)
async def test_help_and_palette_are_there_too(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press("v")
        assert "? help" in desk.rows[-1]
        assert "q quit" in desk.rows[-1]
        await desk.press("?")
        assert isinstance(desk.app.screen, HelpScreen)
        assert any("statement" in row for row in desk.rows)
        await desk.press("q", "ctrl+p", *"port")
        await desk.until("voice: the port")
        await desk.press("enter")
        await desk.pilot.pause()
        assert "▸ 3 the" in desk.rows[1]


async def test_what_is_found_meanwhile_is_added(folder: Path) -> None:
    bare = tuple(replace(speaker, summary=(), entities=()) for speaker in ANALYSIS.speakers)
    early = replace(ANALYSIS, speakers=bare, entities=(), step="speakers", done=0.8)
    first = {"step": "speakers", "done": 0.8, "analysis": to_json(early)}
    gate = folder / "gate"
    path = folder / "answers.json"
    path.write_text(json.dumps([first, {**answers(ANALYSIS)[1], "after": str(gate)}]))
    async with reader(folder, analysed=False) as desk:
        await desk.until("2 Piet Oduya")
        await desk.press("v", "tab")
        assert any("The article is still being read" in row for row in desk.rows)
        assert place(desk, "In short")
        assert marked(desk) == "nobody had asked them"
        gate.touch()
        await desk.until("On ice")
        await desk.pilot.pause()
        assert "▸ 2 Piet Oduya" in desk.rows[1]
        assert marked(desk) == MELTS
        assert not any("still being read" in row for row in desk.rows)


async def test_what_is_found_while_a_name_is_typed_is_added_after_that(folder: Path) -> None:
    first = {"step": "speakers", "done": 0.8, "analysis": to_json(replace(ANALYSIS, done=0.8))}
    gate = folder / "gate"
    path = folder / "answers.json"
    path.write_text(json.dumps([first, {**answers(ANALYSIS)[1], "after": str(gate)}]))
    async with reader(folder, analysed=False) as desk:
        await desk.until("2 Piet Oduya")
        article = desk.screen
        await desk.press("v", "X", "a")
        gate.touch()
        while not article.is_read:
            await desk.pilot.pause(0.02)
        await desk.pilot.pause()
        await desk.press("q")
        assert any("write to aq" in row for row in desk.rows)
        await desk.press("escape")
        await desk.until("2 subjects in common")
        assert not any("still being read" in row for row in desk.rows)
        assert marked(desk).startswith(ICE)


async def test_with_one_voice_there_is_nothing_to_compare(folder: Path) -> None:
    write_answers(folder / "answers.json", replace(ANALYSIS, speakers=ANALYSIS.speakers[:1]))
    async with reader(folder) as desk:
        await desk.press("v")
        assert desk.notices == ["Nobody else speaks in this article."]


async def test_before_there_are_voices_it_says_so(folder: Path) -> None:
    async with reader(folder, engine="silent", analysed=False) as desk:
        await desk.press("v")
        assert desk.notices == ["The article is still being read for quotes."]


async def test_hidden_statements_are_not_compared(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("i", "v")
        assert "no subjects in common" in desk.header
        assert not any("the port authority" in row for row in desk.rows)
        assert any(MELTS in row for row in desk.rows)
        await desk.press("s")
        assert desk.notices[-1] == "There are no more voices."


async def test_words_of_an_article_are_never_markup(folder: Path) -> None:
    odd = replace(ANALYSIS.speakers[0], name="[red]Ada[/b]", role="[@click=app.quit]mayor[/]")
    entities = tuple(replace(e, name=f"[b]{e.name}[/i]") for e in ANALYSIS.entities)
    analysis = replace(ANALYSIS, speakers=(odd, *ANALYSIS.speakers[1:]), entities=entities)
    write_answers(folder / "answers.json", analysis)
    async with reader(folder) as desk:
        await desk.press("v")
        assert "1 [red]Ada[/b]  [@click=app.quit]mayor[/]" in desk.rows[1]
        assert any("On [b]ice[/i]" in row for row in desk.rows)


async def test_a_theme_changes_the_voices_colours(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("v", "tab", "t")
        await desk.pilot.pause()
        assert marked(desk) == MELTS
        assert "▸ 2 Piet Oduya" in desk.rows[1]


async def test_a_comparison_is_written_into_a_new_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    async with reader(folder) as desk:
        await desk.press("v", "X")
        await desk.until("falkmere-oduya.quotes.txt")
        await desk.press("enter")
        await desk.until_said("Written to")
        assert "falkmere-oduya.quotes.txt" in desk.notices[0]
        await desk.press("X", "enter")  # the name that is proposed is another one by now
        await desk.until_said("falkmere-oduya-2.quotes.txt")
    written = (folder / "falkmere-oduya.quotes.txt").read_text(encoding="utf-8")
    assert "Ada Falkmere" in written
    assert "Piet Oduya" in written
    assert (folder / "falkmere-oduya-2.quotes.txt").read_text(encoding="utf-8") == written


async def test_one_subject_is_written_by_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    async with reader(folder) as desk:
        await desk.press("v", "x", "escape", "x", "enter")
        await desk.until_said("Written to")
        (written,) = folder.glob("falkmere-oduya-*.quotes.txt")
        text = written.read_text(encoding="utf-8")
        assert "Ada Falkmere" in text
        assert "Piet Oduya" in text
        assert text.count("\nOn ") == 1


async def test_keys_faster_than_the_screen_ask_nothing_of_who_is_gone(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("v")
        for key in "scsxsYsc":
            desk.app.post_message(events.Key(key, key))
        await desk.press("escape", "escape", "escape")
        assert desk.app.failure is None


async def test_a_statement_that_is_gone_when_it_is_to_be_shown_is_let_be(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("v")
        body = desk.app.screen.query_one(ComparisonBody)
        body.step_to_end(-1)
        body.call_after_refresh(body._reveal, body.statements[0])
        await body.remove_children()
        await desk.pilot.pause()
        assert desk.app.failure is None


async def test_what_the_keys_do_is_told_as_long_as_a_name_is_typed(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("v", "X", "a")
        footer = desk.app.screen.query_one(FooterLine)
        footer.give_way()
        assert any("⏎ writes it into" in row for row in desk.rows[-3:])
        await desk.press("escape")
        assert not footer.notice
