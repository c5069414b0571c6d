"""The voices in another order, and all that one of them said."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, reader
from tests.reader.voiced_harbour import write_answers
from tui.analysis.model import Analysis
from tui.reader.voice_order import ORDERS, in_order, order_after


def reordered() -> Analysis:
    """Not the one who speaks first speaks most."""
    ada, piet, authority = ANALYSIS.speakers
    shares = replace(ada, share=0.3), replace(piet, share=0.5), authority
    return replace(ANALYSIS, speakers=(shares[1], shares[0], shares[2]))


def test_by_share_as_they_speak_and_by_name_without_the_article() -> None:
    analysis = reordered()
    named = replace(analysis.speakers[2], name="the Agency")
    analysis = replace(analysis, speakers=(*analysis.speakers[:2], named))
    ids = [[s.id for s in in_order(order, analysis.speakers, analysis)] for order in ORDERS]
    assert ids == [["s2", "s1", "s3"], ["s1", "s2", "s3"], ["s1", "s3", "s2"]]
    assert order_after(ORDERS[-1]) == ORDERS[0]


async def test_r_changes_the_order_and_s_follows_it(tmp_path: Path) -> None:
    write_answers(tmp_path / "answers.json", reordered())
    async with reader(tmp_path) as desk:

        def names() -> list[str]:
            rows = "\n".join(desk.rows)
            return sorted(
                ("Ada Falkmere   ", "Piet Oduya   ", "the port authority "), key=rows.find
            )

        assert names()[0].startswith("Piet")
        await desk.press("r")
        assert "as they speak" in "\n".join(desk.rows)
        assert desk.notices == ["The voices stand as they speak."]
        assert names()[0].startswith("Ada")
        await desk.press("s", "s")
        assert desk.current == "q4"
        await desk.press("2")  # the keys stay those of the shares
        assert desk.current == "q1"
        await desk.press("r", "r")
        assert "by share" in "\n".join(desk.rows)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_l_lists_all_statements_and_enter_goes_to_one(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size) as desk:
        await desk.press("2", "l")
        assert any("ALL STATEMENTS  3" in row for row in desk.rows)
        await desk.press("j", "j", "j")
        assert any("▐ “Ice melts,”" in row for row in desk.rows)
        await desk.press("enter")
        assert desk.current == "q8"
        await desk.press("l")
        await desk.press("tab")
        assert any("IN SHORT" in row for row in desk.rows)


async def test_without_an_open_voice_there_is_nothing_to_list(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("2", "escape", "escape", "l")
        assert desk.notices == ["Choose a voice first: s goes to the next one."]


async def test_the_palette_finds_a_name(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("ctrl+p", *"name ice")
        await desk.until("name: ice")
        await desk.press("enter")
        await desk.pilot.pause()
        assert "on ice" in desk.header
