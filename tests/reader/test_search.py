"""Searching an open article: what one types, sees, and comes back to."""

from pathlib import Path

import pytest
from textual import events

from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, Desk, reader
from tui.reader.row_painting import looks_of

TEXT = ANALYSIS.article.text


def line(desk: Desk) -> str:
    """The row in which a query is typed, else the footer."""
    return desk.rows[-1].strip()


def marked(desk: Desk) -> list[str]:
    """The words that are marked as matches on the screen, row by row; the current one in < >."""
    pane = desk.screen._article
    look = looks_of(pane)
    words = []
    for y in range(pane.size.height):
        for segment in pane.render_line(y):
            style = segment.style
            if style is not None and style.underline and style.bold:
                words.append(segment.text)
            elif style is not None and style.bold and style.reverse and look.match_current:
                words.append(f"<{segment.text}>")
    return [word for word in words if word.strip("<> 123▐┊")]


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_what_is_typed_is_marked_and_counted_at_once(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size) as desk:
        assert "search" in desk.rows[-1] or size != WIDE
        await desk.press("/", *"harbour")
        assert line(desk).startswith("/ harbour")
        assert ("match 1 of 2" if size[0] >= 60 else "1/2") in desk.header
        assert marked(desk)[0] == "<Harbour>"
        await desk.press("backspace", "backspace", "backspace", *"sh")
        assert ("0 matches" if size[0] >= 60 else "–/0") in desk.header
        assert "not in this article" in line(desk)
        assert marked(desk) == []


async def test_enter_keeps_the_search_and_n_and_p_go_round(folder: Path) -> None:
    async with reader(folder, MEDIUM) as desk:
        await desk.press("/", *"oduya", "enter")
        assert "“oduya” · match 1 of 2" in desk.header
        assert line(desk).startswith("n p matches  esc end search")
        await desk.press("n")
        assert "match 2 of 2" in desk.header
        assert marked(desk) == ["<Oduya>"]
        await desk.press("n")
        assert "match 1 of 2" in desk.header
        assert desk.notices == ["Round to the first match."]
        await desk.press("p")
        assert "match 2 of 2" in desk.header
        assert desk.notices == ["Round to the last match."]
        await desk.press("p")
        assert "match 1 of 2" in desk.header


async def test_n_goes_on_from_what_is_in_view(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("/", *"the", "enter", "G")
        start = desk.screen._article.view.start
        await desk.press("p")
        at = TEXT.lower().rfind("the", 0, start)
        assert f"{TEXT.lower().count('the', 0, at + 3)}/" in desk.header


async def test_quotes_of_the_voice_stay_with_capitals(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("n", "/", *"the", "enter", "N")
        assert desk.current == "q6"
        assert "match" in desk.header


async def test_a_search_that_is_abandoned_goes_back_to_where_one_was(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("n", "j", "j")
        before, rows = desk.screen._article.place(), desk.rows
        await desk.press("/", *"ice melts")
        assert desk.screen._article.place() != before
        await desk.press("escape")
        assert desk.rows == rows
        await desk.press("n")
        assert desk.current == "q2"


async def test_the_end_of_a_search_that_was_kept_leaves_one_at_its_match(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("/", *"the", "enter", "n", "n", "n", "n", "n")
        place = desk.screen._article.place()
        assert place != (0, 0)
        await desk.press("escape")
        assert desk.screen._article.place() == place
        assert marked(desk) == []
        await desk.press("/", *"melts", "escape")
        assert desk.screen._article.place() == place


async def test_the_first_match_is_one_from_the_view_on(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("G", "/", *"mayor")
        assert "<mayor’s>" not in marked(desk)
        last = TEXT.lower().count("mayor")
        assert f"{last}/{last}" in desk.header
        await desk.press("escape", "/", *"harbour of")
        assert "1/1" in desk.header
        assert any("harbour of" in row for row in desk.rows)


async def test_the_last_query_is_there_again_and_makes_way(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("/", *"wall", "enter", "escape", "/")
        assert line(desk).startswith("/ wall")
        assert marked(desk) == []
        await desk.press("enter")
        assert "“wall” · match 1 of 2" in desk.header
        await desk.press("/", *"cow", "enter")
        assert "“cow” · match 1 of 1" in desk.header


async def test_a_query_that_is_nowhere_ends_with_a_word(folder: Path) -> None:
    async with reader(folder) as desk:
        rows = desk.rows[1:-1]
        await desk.press("/", *"zebra", "enter")
        assert desk.notices == ["“zebra” is not in this article."]
        assert "quotes" in desk.header
        assert desk.rows[1:-1] == rows
        await desk.press("n")
        assert desk.current == "q1"


async def test_markup_is_typed_and_found_as_it_stands(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("/", *"[b]x[/")
        assert line(desk).startswith("/ [b]x[/")
        await desk.press("enter")
        assert desk.notices == ["“[b]x[/” is not in this article."]


async def test_keys_of_the_reader_are_letters_while_one_types(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("/", *"q?t1s/")
        assert line(desk).startswith("/ q?t1s/")


async def test_straight_quotes_find_curly_ones(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("/", *'"ice', "enter")
        assert "match 1 of 1" in desk.header


async def test_keys_typed_ahead_go_where_they_belong(folder: Path) -> None:
    async with reader(folder) as desk:
        theme = desk.app.theme
        for key, letter in [("slash", "/"), *zip("the s", "the s", strict=True), ("enter", "\r")]:
            desk.app.post_message(events.Key("space" if key == " " else key, letter))
        for letter in "nnp":
            desk.app.post_message(events.Key(letter, letter))
        await desk.until("“the s” · match 2 of")
        assert desk.app.theme == theme
        assert desk.current is None


@pytest.mark.parametrize("typing", [True, False])
async def test_a_resize_keeps_the_match_in_view(folder: Path, typing: bool) -> None:
    async with reader(folder, MEDIUM) as desk:
        await desk.press("/", *"less than", *([] if typing else ["enter"]))
        for size in (SMALL, WIDE, SMALL):
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            assert " ".join(word.strip("<>") for word in marked(desk)) == "less than"
            assert line(desk).startswith("/ less than") == typing


async def test_going_to_a_pane_keeps_the_search(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("/", *"wall", "tab")
        assert "“wall” · match 1 of 2" in desk.header
        assert desk.screen.focused is desk.screen._voices
        await desk.press("/", *"cow")
        await desk.pilot.click("ArticlePane", offset=(10, 1))
        await desk.pilot.pause()
        assert "“cow” · match 1 of 1" in desk.header


async def test_a_name_that_is_chosen_takes_n_and_p_from_the_search(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("/", *"wall", "enter", "e", "j", "enter")
        assert "on ice" in desk.header
        await desk.press("n")
        assert desk.current == "q8"


async def test_the_strip_shows_where_the_matches_are(folder: Path) -> None:
    async with reader(folder) as desk:

        def teeth() -> int:
            return sum(char in "├┣" for row in desk.rows for char in row)

        assert teeth() == 0
        await desk.press("/", *"oduya")
        assert teeth() == 2
        await desk.press("escape")
        assert teeth() == 0


async def test_a_notice_is_seen_while_one_types(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("/", *"wa")
        desk.app._say("There is a thing to know.")
        await desk.pilot.pause()
        assert "There is a thing to know." in desk.rows[-1]
        assert desk.rows[-2].strip().startswith("/ wa")


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_the_statement_of_a_match_is_the_current_one(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size) as desk:
        await desk.press("/", *"ice", "enter")  # of “choices”
        assert desk.current == "q1"
        await desk.press("n")
        assert desk.current == "q7"
        await desk.press("y")
        await desk.until("Copied")
        assert "pay for the ice of every boat" in (folder / "clipboard").read_text("utf-8")
        await desk.press("n")
        assert desk.current == "q8"
        assert "<Ice>" in marked(desk)
        await desk.press("w")
        assert desk.screen._why.display
        await desk.press("p", "escape")
        assert desk.current == "q7"
        await desk.press("escape", "c")
        await desk.until("This statement is by")


async def test_a_long_statement_does_not_draw_the_view_from_its_match(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("/", *"answer for", "enter")
        assert desk.current == "q3"
        assert " ".join(word.strip("<>") for word in marked(desk)) == "answer for"


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_no_key_is_offered_that_wants_a_quote_first(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size) as desk:
        await desk.press("/", *"the s", "enter", "n")
        assert desk.current is None
        for words in ("w why", "c correct", "y copy "):
            assert words not in line(desk)
        await desk.press("n", "n", "N")  # chosen, not found
        chosen = desk.current
        assert chosen is not None
        await desk.press("n")
        assert desk.current == chosen
        desk.screen._footer.fall_silent()
        await desk.pilot.pause()
        assert "y copy " in line(desk) or size == SMALL


async def test_a_match_outside_of_statements_lets_go_of_the_one_that_was_found(
    folder: Path,
) -> None:
    async with reader(folder, MEDIUM) as desk:
        await desk.press("/", *"harbour", "enter", "escape", "/", *"may", "enter")
        found = list[str | None]()
        for _ in range(6):
            found.append(desk.current)
            await desk.press("n")
        assert None in found
        assert "q6" in found
