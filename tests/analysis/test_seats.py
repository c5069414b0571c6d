"""Who is told by a seat, a party or a club: `the Hexley MP`, `the Saltby coach`."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Labour MP Ada Falk", "the Hexley MP"),
        ("Labour MP Ada Falk", "the Labour MP"),
        ("Fianna Fáil TD Ada Falk", "the Hexley TD"),
        ("Congress MLA Ada Falk", "the Hexley MLA"),
        ("Ada Falk MP", "the Hexley MP"),
        ("Ada Falk TD", "Falk"),
        ("Conservative Leader Ada Falk", "the Official Opposition Leader"),
    ],
)
def test_a_member_is_the_same_by_seat_and_by_party(first: str, again: str) -> None:
    analysis = read(f"{first} said the plan was late. “It is a farce,” {again} said.")
    assert speakers_of(analysis) == ["Ada Falk", "Ada Falk"]


def test_who_has_not_spoken_yet_has_a_seat_too() -> None:
    analysis = read("Liberal MP Ada Falk broke ranks. “I doubt it,” the Hexley MP said.")
    assert speakers_of(analysis)[-1] == "Ada Falk"


def test_of_two_members_none_has_the_seat_of_another() -> None:
    analysis = read(
        "Labour MP Bo Hale said yes. Hexley MP Ada Falk said no. “I doubt it,” the Saltby MP said."
    )
    assert speakers_of(analysis)[-1] == "Bo Hale"


def test_a_county_has_several_seats() -> None:
    analysis = read("Kent MP Ada Falk said no. “I doubt it,” the Hexley MP said.")
    assert speakers_of(analysis) == ["Ada Falk", "Ada Falk"]


@pytest.mark.parametrize(("club", "who"), [("Saltby", "Mara Lind"), ("Hexley", "Bo Hale")])
def test_who_manages_a_club_coaches_no_other(club: str, who: str) -> None:
    analysis = read(
        "Hexley manager Bo Hale insisted it had been a foul. “That is us,” said Mara Lind. "
        f"The {club} coach said the rain had helped."
    )
    assert speakers_of(analysis)[-1] == who
