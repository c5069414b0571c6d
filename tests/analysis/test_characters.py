"""Whose surname it is that several bear, that is a title, too, or that has an office before it."""

import pytest

from tests.analysis.voices_of import read, speakers_of

PRESIDENT = "President Brask will sign the bill this week, he told reporters on Monday."
LADY = "The president and {}, Helena Brask, will visit the harbour on Friday."


@pytest.mark.parametrize("lady", ["the first lady", "First Lady", "his wife"])
def test_who_has_an_office_is_not_who_is_named_as_theirs(lady: str) -> None:
    found = read(PRESIDENT, LADY.format(lady), "“We asked everybody,” Mr. Brask said.")
    first, last = speakers_of(found)
    assert first == last == "Mr. Brask"


def test_a_first_lady_has_that_role() -> None:
    found = read("The first lady, Helena Brask, was there. “It is late,” Ms. Brask said.")
    assert [(s.name, s.role) for s in found.speakers] == [("Helena Brask", "first lady")]


def test_an_office_is_hers_who_is_told_to_have_it() -> None:
    found = read(
        "Mayor Falk closed the pier.",
        "Ada Falk, the mayor, came late.",
        "“It is,” Mayor Falk said.",
    )
    assert speakers_of(found)[-1] == "Ada Falk"


@pytest.mark.parametrize("surname", ["King", "Bishop", "Prince", "Pope"])
def test_a_title_may_be_a_surname(surname: str) -> None:
    found = read(
        f"“Nobody asked,” said Charlie {surname}, a member of the council.",
        f"“I have seen enough cranes,” Mr. {surname} said.",
    )
    assert speakers_of(found) == [f"Charlie {surname}"] * 2


def test_a_surname_that_two_bear_is_the_first_one_s_who_was_named() -> None:
    found = read(
        "Carla Munk sold the yard. Her husband, Otto Munk, was against it.",
        "“The deal was late,” Munk said.",
        "The yard of Carla Munk was empty. “It was cold,” Munk said.",
    )
    assert speakers_of(found)[-2:] == ["Carla Munk", "Carla Munk"]


def test_a_father_named_on_the_way_is_not_who_the_article_is_about() -> None:
    found = read(
        "Ted Munk won over many pastors. He sent his father, Rafael Munk, to speak to them.",
        "“We have to get up early,” Mr. Munk said.",
    )
    assert speakers_of(found)[-1] == "Ted Munk"


@pytest.mark.parametrize("words", ["a friend of", "captains supporting", "a spokesman for"])
def test_what_somebody_is_to_another_is_not_the_other_s_role(words: str) -> None:
    found = read("Ada Falk came.", f"So did {words} Ms. Falk.", "“It is late,” Ms. Falk said.")
    assert {s.role for s in found.speakers if s.name == "Ada Falk"} == {None}


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Ada Falk, the author of “The Harbour”, came.", "author"),
        ("Bo Lind grilled Norvik director Ada Falk on Monday.", "Norvik director"),
        ("Ada Falk, a mother of two, came.", "mother of two"),
        ("The Halland retired judge Ada Falk came.", "Halland retired judge"),
    ],
)
def test_a_role_is_as_long_as_it_makes_sense(told: str, role: str) -> None:
    found = read(told, "“It is late,” Falk said.")
    assert [s.role for s in found.speakers if s.name == "Ada Falk"] == [role]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Democrats said that the bill was dead.", "Democrats"),
        ("Many Republicans said that the bill was dead.", "Many Republicans"),
        ("Rival Republican candidates said that it was late.", "Rival Republican candidates"),
    ],
)
def test_people_of_a_party_are_a_group(said: str, name: str) -> None:
    assert [(s.name, s.kind) for s in read(said).speakers] == [(name, "group")]


def test_whose_spokeswoman_somebody_is_does_not_lead_the_sentence() -> None:
    analysis = read(
        "Ada Falk toured the harbour on Friday. Falk spokeswoman Edda Rauning criticized the mayor."
        " “Nice try,” she said in a tweet.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning"


def test_two_departments_are_two() -> None:
    analysis = read(
        "The Department of Education said the loans were sound. The Justice Department said no "
        "charges would be filed.",
    )
    assert speakers_of(analysis) == ["Department of Education", "Justice Department"]


def test_a_name_is_one_with_and_without_its_accents() -> None:
    analysis = read("“I am tired,” José Álvarez said on Monday. Jose Alvarez said that he was sad.")
    assert speakers_of(analysis) == ["José Álvarez", "José Álvarez"]


@pytest.mark.parametrize(("son", "father"), [("Jr.", "Sr."), ("III", "Jr.")])
def test_a_son_of_the_same_name_is_another(son: str, father: str) -> None:
    analysis = read(
        f"Duncan Harmon {son} said that the farm would close. "
        f"His father, Duncan Harmon {father}, said that it would stay open.",
        f"“It is mine,” said Duncan Harmon {father}.",
    )
    first, second, third = speakers_of(analysis)
    assert first == f"Duncan Harmon {son}"
    assert first != second == third
