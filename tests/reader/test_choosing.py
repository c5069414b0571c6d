"""From quote to quote and voice to voice: what the keys and the mouse choose."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, reader
from tests.reader.voiced_harbour import write_answers
from tui.reader.article_screen import ArticleScreen
from tui.settings import Settings


async def test_n_and_p_go_from_quote_to_quote(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("n", "n", "n")
        assert desk.current == "q3"
        assert "quote 3 of 8" in desk.header
        await desk.press("p")
        assert desk.current == "q2"
        await desk.press("p", "p")
        assert desk.current == "q1"
        assert desk.notices == ["That was the first quote."]


async def test_N_and_P_stay_with_the_speaker_and_go_round(folder: Path) -> None:  # noqa: N802 - keys
    async with reader(folder) as desk:
        await desk.press("n", "N")
        assert desk.current == "q6"
        await desk.press("N", "N")
        assert desk.current == "q1"
        assert desk.notices == ["Round to the first quote of Ada Falkmere."]
        await desk.press("P")
        assert desk.current == "q7"


async def test_s_and_S_go_from_voice_to_voice(folder: Path) -> None:  # noqa: N802 - keys
    async with reader(folder) as desk:
        await desk.press("s")
        assert desk.current == "q1"
        await desk.press("s")
        assert desk.current == "q2"
        await desk.press("s", "s")
        assert desk.current == "q1"
        await desk.press("S")
        assert desk.current == "q4"


async def test_a_number_chooses_and_again_leaves_only_that_voice_bright(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("2")
        assert desk.current == "q2"
        assert "only" not in desk.header
        await desk.press("2")
        assert "only Piet Oduya" in desk.header
        assert "quote 1 of 3" in desk.header
        await desk.press("n", "n")
        assert desk.current == "q8"
        await desk.press("2")
        assert "quote 8 of 8" in desk.header
        await desk.press("7")
        assert desk.notices == ["There is no voice 7."]


async def test_indirect_statements_can_be_hidden(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("n", "n", "i")
        assert desk.current is None
        assert "4 quotes" in desk.header
        await desk.press("i")
        assert "8 quotes" in desk.header


def some_doubtful(folder: Path) -> None:
    """Let one statement of Piet Oduya's, and both of the port authority's, be doubtful."""
    unsure = {"q2": 0.2, "q4": 0.2, "q5": 0.29}
    quotes = tuple(replace(q, confidence=unsure.get(q.id, q.confidence)) for q in ANALYSIS.quotes)
    write_answers(folder / "answers.json", replace(ANALYSIS, quotes=quotes))


async def test_a_correction_counts_what_is_seen_as_the_voices_do(folder: Path) -> None:
    some_doubtful(folder)
    async with reader(folder) as desk:
        await desk.press("n", "n")
        assert any("▎ 2 statements, " in row for row in desk.rows)
        await desk.press("c")
        assert any("○ all 2 of Piet Oduya and 1 hidden" in row for row in desk.rows)
        await desk.press("escape", "I", "c")
        assert any("○ all 3 of Piet Oduya " in row for row in desk.rows)


async def test_what_is_doubtful_is_hidden_until_it_is_wished_for(folder: Path) -> None:
    some_doubtful(folder)
    async with reader(folder) as desk:
        assert "5 quotes" in desk.header
        assert not any("the port authority" in row and "%" in row for row in desk.rows)
        await desk.press("n", "n")
        assert desk.current == "q3"
        await desk.press("I")
        assert desk.notices == ["Doubtful statements are shown."]
        assert desk.current == "q3"
        assert "quote 3 of 8" in desk.header
        assert any("3 the port authority" in row and "%" in row for row in desk.rows)
        await desk.press("p", "w")
        assert any("doubtful (20 %)" in row for row in desk.rows)
        await desk.press("I")
        assert desk.current is None
        assert "5 quotes" in desk.header


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_the_voices_say_that_doubtful_statements_are_hidden(
    folder: Path, size: tuple[int, int]
) -> None:
    some_doubtful(folder)
    async with reader(folder, size, settings=Settings(keys={"doubtful": "z"})) as desk:
        if size == SMALL:
            await desk.press("tab")
        await desk.until("3 doubtful hidden: z shows them")
        await desk.press("tab" if size != SMALL else "j", *"jjjjjjjjjjjj")
        rows = "\n".join(desk.rows)
        assert "the divers" in rows.split("NAMED")[-1]  # the last name is above that
        assert "3 doubtful hidden: z shows them" in rows
        await desk.press("z")
        assert not any("doubtful hidden" in row for row in desk.rows)
        await desk.press("z")
        assert any("3 doubtful hidden" in row for row in desk.rows)
        await desk.press("i")  # with all else that is told in other words
        assert not any("doubtful hidden" in row for row in desk.rows)
    write_answers(folder / "answers.json", ANALYSIS)
    async with reader(folder, size) as desk:
        assert not any("doubtful hidden" in row for row in desk.rows)


async def test_where_everything_is_doubtful_that_is_said(folder: Path) -> None:
    (quote,) = (replace(q, confidence=0.2) for q in ANALYSIS.quotes if q.id == "q2")
    one = replace(ANALYSIS.speakers[1], quotes=("q2",), summary=(), entities=())
    alone = replace(ANALYSIS, quotes=(quote,), speakers=(one,), entities=())
    write_answers(folder / "answers.json", alone)
    async with reader(folder) as desk:
        rows = "\n".join(desk.rows)
        assert "Nobody is quoted in this article" in rows
        assert "1 doubtful hidden: I shows it" in rows


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_back_undoes_what_was_hidden_and_the_header_says_that_it_is(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size) as desk:
        await desk.press("n", "i")
        assert "indirect hidden" in desk.header
        assert desk.current == "q1"
        await desk.press("escape")
        assert desk.notices == ["Indirect statements are shown."]
        assert "hidden" not in desk.header
        assert "of 8" in desk.header
        assert desk.current == "q1"
        await desk.press("I")
        assert "doubtful shown" in desk.header
        await desk.press("escape")
        assert desk.notices == ["Doubtful statements are hidden."]
        await desk.press("escape")
        assert desk.current is None


async def test_back_undoes_the_latest_of_several_limits_first(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("1", "i", "1")
        assert "indirect hidden · only Ada" in desk.header
        await desk.press("escape")
        assert "indirect hidden · quote" in desk.header
        await desk.press("1", "escape", "1", "i", "i")
        assert "indirect hidden · only Ada" in desk.header
        await desk.press("escape")
        assert "only Ada" in desk.header
        assert "hidden" not in desk.header
        await desk.press("escape")
        assert "only" not in desk.header


async def test_on_a_narrow_terminal_the_voices_say_what_is_hidden(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press("tab", "i")
        assert any("indirect hidden" in row for row in desk.rows)
        await desk.press("escape")
        assert not any("indirect hidden" in row for row in desk.rows)


async def test_the_first_press_of_a_number_only_chooses(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("1")
        assert desk.current == "q1"
        assert "only" not in desk.header
    async with reader(folder) as desk:
        await desk.press("n", "n", "n", "2")
        assert desk.current == "q3"
        assert "only" not in desk.header
        await desk.press("2")
        assert "only Piet Oduya" in desk.header
        await desk.press("2", "n", "p", "2")
        assert "only" not in desk.header
        await desk.press("s", "3")
        assert "only" not in desk.header


async def test_what_is_hidden_is_neither_counted_nor_gone_to(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("i")
        rows = "\n".join(desk.rows)
        assert "indirect hidden" in rows
        assert "a later start would double it" in rows
        assert "┊" not in rows
        counts = {
            row[75:].split("█")[0].strip(): row.split()[-1] for row in desk.rows if " %" in row
        }
        assert counts["1 Ada Falkmere"] == "2"
        assert "3 the port authority" not in counts
        assert "1 more, told in other words only" in rows
        await desk.press("n", "n", "n", "n", "n")
        assert desk.current == "q8"
        assert "quote 4 of 4" in desk.header
        await desk.press("3")
        assert desk.notices == [
            "All of the port authority is told in other words, which are hidden."
        ]
        assert desk.current == "q8"
        await desk.press("1", "N", "N")
        assert desk.current == "q1"
        assert desk.notices == ["Round to the first quote of Ada Falkmere."]
        await desk.press("s", "s", "s", "S")
        assert desk.current in ("q1", "q3")


async def test_hiding_what_was_chosen_leaves_nothing_half_chosen(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("3", "3")
        assert "only the port authority" in desk.header
        await desk.press("i")
        assert "only" not in desk.header
        assert desk.current is None
        await desk.press("Y")
        assert desk.notices == ["Choose a voice first: s goes to the next one."]
        await desk.press("n", "y", "Y")
        await desk.until("Copied")
        await desk.press("i", "3")
        assert desk.current == "q4"


async def test_why_follows_the_current_quote(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("w")
        assert desk.notices == ["Choose a quote first: n goes to the next one."]
        await desk.press("n", "w")
        assert any("the cue of q1 is beside it." in row for row in desk.rows)
        await desk.press("n")
        assert any("the cue of q2 is beside it." in row for row in desk.rows)
        await desk.press("escape")
        assert not any("is beside it" in row for row in desk.rows)
        assert desk.current == "q2"


async def test_why_goes_with_a_quote_that_is_hidden(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("n", "n", "w")
        assert any("the cue of q2 is beside it." in row for row in desk.rows)
        await desk.press("i")
        assert desk.current is None
        assert not any("is beside it" in row for row in desk.rows)


@pytest.mark.parametrize("size", [WIDE, MEDIUM], ids=str)
async def test_why_shows_the_chain_to_the_name(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press(*"nnnnnnnnw")
        assert desk.current == "q8"
        panel = desk.rows[desk.rows.index("─" * size[0]) + 1 : -1]
        assert panel[0].strip() == "Piet Oduya · sure (90 %) · in quotation marks, word for word"
        assert panel[1].startswith("    “Ice melts,” he said, and left before the vote")
        assert panel[2].rstrip() == "  → Mr. Oduya was not won over."
        assert panel[3].startswith("  → Piet Oduya, who speaks for the fishermen, said nobody had")
        assert panel[4].strip() == "the cue of q8 is beside it."
        assert "…" in panel[1]
        await desk.press("w")
        assert "─" * size[0] not in desk.rows


async def test_why_goes_on_to_the_rest_where_there_is_little_room(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press(*"nnnnnnnnw")
        assert any("“Ice melts,” he said" in row for row in desk.rows)
        assert any("→ Mr. Oduya was not won over." in row for row in desk.rows)
        assert not any("is beside it" in row for row in desk.rows)
        await desk.press("w")
        assert any("→ Piet Oduya, who speaks for the…" in row for row in desk.rows)
        assert any("the cue of q8 is beside it." in row for row in desk.rows)
        await desk.press("w")
        assert not any("is beside it" in row for row in desk.rows)
        await desk.press("w")
        assert any("Piet Oduya · sure" in row for row in desk.rows)


async def test_a_name_makes_n_go_through_what_was_said_of_it(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("e", "j", "enter")
        assert "on ice" in desk.header
        assert desk.current == "q7"
        await desk.press("n")
        assert desk.current == "q8"
        await desk.press("n")
        assert desk.notices == ["That was the last quote."]
        await desk.press("escape")
        assert "of 8" in desk.header


async def test_a_name_that_nobody_spoke_of_is_shown_where_it_stands(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("e", "j", "j", "enter")
        assert desk.notices == [
            "Nobody is quoted on Ines Tarrow: this is where the name first stands."
        ]
        assert "on Ines" not in desk.header


async def test_escape_clears_one_layer_at_a_time(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("2", "2", "w")
        await desk.press("escape")
        assert "only Piet Oduya" in desk.header
        await desk.press("escape")
        assert "quote 2 of 8" in desk.header
        await desk.press("escape")
        assert desk.current is None
        await desk.press("escape")
        assert not any("IN SHORT" in row for row in desk.rows)
        await desk.press("escape")
        assert isinstance(desk.app.screen, ArticleScreen)


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_that_no_quote_is_chosen_any_more_is_said(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size) as desk:
        await desk.press("n", "w", "w", "escape")
        assert desk.current is None
        assert desk.notices == ["No quote is chosen now: n goes to the next one."]
        await desk.press("n")
        assert desk.notices == []  # one is chosen again


async def test_what_is_clicked_is_chosen(folder: Path) -> None:
    async with reader(folder) as desk:

        async def click(words: str) -> None:
            y, row = next((y, row) for y, row in enumerate(desk.rows) if words in row)
            await desk.pilot.click(offset=(row.index(words) + 1, y))
            await desk.pilot.pause()

        await click("radio,”")
        assert desk.current == "q3"
        await click("3 the port authority")
        assert desk.current == "q4"
        await click("a later start would double")
        assert desk.current == "q5"
        await click(" quotes ")
        assert desk.current == "q6"
