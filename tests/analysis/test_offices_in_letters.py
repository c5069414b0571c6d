"""Offices that are called by their letters."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.offices_in_letters import letters_of


@pytest.mark.parametrize(
    ("role", "letters"),
    [
        ("deputy president", ["dp"]),
        ("lands cabinet secretary", ["cs"]),
        ("inspector general of police", ["ig", "igp"]),
        ("director-general of police", ["dg", "dgp"]),
        ("commissioner of police", ["cp"]),
        ("district attorney", ["da"]),
        ("deputy attorney general", ["dag"]),
        ("former deputy president", []),
        ("assistant professor", []),
        ("executive director", []),
        ("election commissioner", []),
        ("lawyer for the mayor", []),
    ],
)
def test_letters(role: str, letters: list[str]) -> None:
    assert list(letters_of(role.split())) == letters


@pytest.mark.parametrize(
    ("told", "letters"),
    [
        ("Deputy President Bo Rask", "DP"),
        ("Lands Cabinet Secretary Bo Rask", "CS"),
        ("Inspector General of Police Bo Rask", "IGP"),
        ("The Director-General of Police, Bo Rask,", "DGP"),
        ("SDM Bo Rask", "SDM"),
    ],
)
def test_who_has_the_office(told: str, letters: str) -> None:
    analysis = read(f"{told} met the farmers. “We wait,” the {letters} said.")
    assert speakers_of(analysis) == ["Bo Rask"]
    assert [s.kind for s in analysis.speakers] == ["person"]


def test_who_holds_no_office_of_those_letters_is_not_meant() -> None:
    analysis = read("Prime Minister Bo Rask spoke. The DA said it would sue.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [("DA", "organization")]


def test_an_office_that_two_have_tells_nobody() -> None:
    analysis = read(
        "Deputy President Bo Rask spoke. Deputy President Ada Falk listened. The DP said no."
    )
    assert [s.kind for s in analysis.speakers] == ["organization"]
