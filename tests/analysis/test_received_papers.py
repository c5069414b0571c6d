"""Whose words stand in what somebody receives."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        ("Falk received a letter that said her house was to be sold.", "a letter"),
        ("Falk got an email saying the school was closed.", "an email"),
        ("Falk received an email from the Strand Bank saying it was sorry.", "Strand Bank"),
        ("Falk was handed a note that read: “Leave tonight.”", "a note"),
    ],
)
def test_they_are_not_those_of_who_gets_it(told: str, whose: str) -> None:
    analysis = read(f"Ada Falk spoke in the hall on Monday. {told}")
    assert speakers_of(analysis)[-1] == whose


@pytest.mark.parametrize(
    "told",
    [
        "Falk issued a letter that said she was sorry.",
        "Falk received applause after she said she was sorry.",
        "Falk received a letter and said she was glad.",
    ],
)
def test_what_somebody_says_stays_theirs(told: str) -> None:
    analysis = read(f"Ada Falk spoke in the hall on Monday. {told}")
    assert set(speakers_of(analysis)) == {"Ada Falk"}
