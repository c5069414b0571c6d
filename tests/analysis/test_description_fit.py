"""Whom it may stand for where somebody is from, and what they have long been of."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.description_fit import Description


@pytest.mark.parametrize(
    "called",
    [
        "the Scot",
        "the Swede",
        "the Nebraskan",
        "the Ohioan",
        "the Kerryman",
        "the New Zealander",
        "the South African",
        "the Northern Irishman",
        "the Tory grandee",
        "the Labour veteran",
    ],
)
def test_where_somebody_is_from_takes_up_who_was_named(called: str) -> None:
    analysis = read(f"Declan Muirhead said that it was quiet. “It is bad,” {called} said.")
    assert speakers_of(analysis) == ["Declan Muirhead", "Declan Muirhead"]


@pytest.mark.parametrize(
    "words", ["air force", "royal navy", "fleet street", "capitol hill", "house of commons"]
)
def test_capitals_are_the_same_in_whatever_order_they_are_held(words: str) -> None:
    before = tuple(words.split())
    assert Description("veteran", (*before, "veteran"), frozenset(before)).passing


@pytest.mark.parametrize("several", ["The Russians", "The Americans", "The Finns", "The Iraqis"])
def test_a_people_is_nobody(several: str) -> None:
    analysis = read(f"Paul Muirhead spoke on Monday. {several} said that the talks had failed.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [(several, "group")]


@pytest.mark.parametrize("people", ["Spaniard", "Briton", "Swede"])
def test_a_people_s_name_before_a_name_is_none_of_it(people: str) -> None:
    analysis = read(f"The coach, {people} Itziar Lind, said that it was late.")
    assert [(s.name, s.role) for s in analysis.speakers] == [("Itziar Lind", "coach")]


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("A Chelsea legend", "person"),
        ("The legend", "document"),
        ("A Norse legend", "document"),
    ],
)
def test_a_legend_is_told_but_a_club_s_legend_tells(who: str, kind: str) -> None:
    analysis = read(f"{who} says that a king lies there.")
    assert [s.kind for s in analysis.speakers] == [kind]


def test_a_paper_is_not_its_author() -> None:
    analysis = read(
        "“We were shocked,” said Ada Falk, the study’s senior author.",
        "The study found that bees returned.",
    )
    assert speakers_of(analysis) == ["Ada Falk", "The study"]
    assert analysis.speakers[1].kind == "document"
