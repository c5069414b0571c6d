"""What a noun phrase is about."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.phrase_heads import head_noun


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("the attorneys general of 14 states", "attorneys"),
        ("the attorney general of ohio", "general"),
        ("a general in the army", "general"),
    ],
)
def test_the_noun_of_an_office_of_two_words(phrase: str, noun: str) -> None:
    assert head_noun(phrase.split()) == noun


def test_attorneys_general_are_several() -> None:
    analysis = read(
        "Attorney General Bo Lind said no. The attorneys general of 14 states called it an attack."
    )
    several = [s.name for s in analysis.speakers if s.kind == "group"]
    assert several == ["The attorneys general of 14 states"]


@pytest.mark.parametrize("league", ["League Two", "Championship"])
def test_a_club_is_told_by_its_league(league: str) -> None:
    analysis = read(f"Harrow United beat Saltby. The {league} side said it was glad.")
    assert speakers_of(analysis) == ["Harrow United"]


def test_a_side_of_which_nothing_more_is_told_is_no_league() -> None:
    analysis = read("“It was bad,” a club spokesman said. The League Two side said it was sorry.")
    last = analysis.speakers[-1]
    assert (last.name, last.kind) == ("The League Two side", "organization")
