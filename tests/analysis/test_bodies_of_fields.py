"""Bodies that are named after what they deal in."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Immigration and Customs Enforcement", "ICE"),
        ("The Centers for Disease Control and Prevention", "The CDC"),
        ("The Bureau of Alcohol, Tobacco, Firearms and Explosives", "The ATF"),
        ("The Department of Housing and Urban Development", "HUD"),
    ],
)
def test_a_body_is_named_whole_and_called_by_its_initials(name: str, short: str) -> None:
    analysis = read(f"{name} said Friday that it was sorry. {short} said that it had acted well.")
    assert speakers_of(analysis) == [name.removeprefix("The ")] * 2
    assert [s.kind for s in analysis.speakers] == ["organization"]


def test_a_department_s_fields_are_no_bodies_of_their_own() -> None:
    name = "Department for Environment, Food and Rural Affairs"
    assert speakers_of(read(f"The {name} said that it was late.")) == [name]


@pytest.mark.parametrize("both", ["Norvik and Dalby Motors", "Ada Falk and Bo Lindahl"])
def test_two_are_no_fields(both: str) -> None:
    analysis = read(f"The Committee on {both} is shut. {both} said they were glad.")
    assert speakers_of(analysis) == [both]


def test_a_body_s_country_is_of_its_name() -> None:
    name = "United States Citizenship and Immigration Services"
    assert speakers_of(read(f"{name} said that it was late.")) == [name]
