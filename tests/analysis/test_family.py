"""Who of a family is meant."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.character import Character
from tui.analysis.family import Family


def test_the_son_of_his_mother_is_he() -> None:
    analysis = read(
        "Yusuf Falk, a teacher, reached the camp on Sunday. “They counted us twice,” he said.",
        "His mother, Umma Falk, who has turned 80, sits by the door. Her son says that she"
        " counts the boats each evening.",
    )
    assert set(speakers_of(analysis)) == {"Yusuf Falk"}


def test_the_elder_of_two_is_the_mother() -> None:
    analysis = read(
        "Aron Velt walked in beside his mother, the retired judge Dora Velt.",
        "“Not yet,” he said. The elder Velt said that the roof would leak.",
    )
    assert speakers_of(analysis) == ["Aron Velt", "Dora Velt"]


def test_the_younger_of_two_is_told_by_their_ages() -> None:
    analysis = read(
        "Arn Holt, 44, and Per Holt, 47, own the mill together.",
        "The younger Holt said that the lights had failed.",
        "The elder Holt said that they had not.",
    )
    assert speakers_of(analysis) == ["Arn Holt", "Per Holt"]


def test_who_is_spoken_of_behind_a_mother_is_not_the_mother() -> None:
    analysis = read(
        "Yusuf Falk came late. His mother said Umma Velt had kept him.",
        "Umma Velt, a nurse, said that was so. Her son said nothing of it.",
    )
    assert speakers_of(analysis)[-1] == "Umma Velt’s son"


def test_the_younger_of_two_is_the_nephew() -> None:
    analysis = read(
        "Chief Minister Aron Velt called for a new vote.",
        "The minister’s estranged nephew, Bo Velt, stands, too. “Too late,” the younger Velt said.",
    )
    assert speakers_of(analysis) == ["Aron Velt", "Bo Velt"]


def test_an_in_law_is_not_who_has_one() -> None:
    analysis = read(
        "Edda Velt, a nurse, said she would stay. Velt’s brother-in-law had warned her not to come."
    )
    assert speakers_of(analysis) == ["Edda Velt", "Velt’s brother-in-law"]
    named = read("The couple’s son-in-law, the Rev. Bo Velt, said it was late.")
    assert speakers_of(named) == ["Bo Velt"]


def test_a_cousin_and_a_child_are_found_from_the_other_side() -> None:
    ada, bo = Character("Ada Falk", "person"), Character("Bo Falk", "person")
    ada.genders["f"], bo.genders["m"] = 3, 3
    family = Family()
    family.tell(bo, "cousin", ada)
    assert family.relative_of(ada, "cousin") is bo
    family.tell(bo, "child", ada)
    assert family.relative_of(ada, "parent") is bo
    assert family.relative_of(ada, "mother") is None


@pytest.mark.parametrize("parent", ["Abu", "Umm"])
def test_a_child_is_not_who_is_called_after_it(parent: str) -> None:
    analysis = read(
        f"“They are afraid,” said {parent} Tariq, a baker. “I am not,” said a son, Tariq, 12.",
        f"“No,” {parent} Tariq said.",
    )
    assert speakers_of(analysis) == [f"{parent} Tariq", "Tariq", f"{parent} Tariq"]


def test_a_sheikh_is_somebody() -> None:
    analysis = read("Sheikh Abdul al-Farouqi runs the clinic. “Write this,” the sheikh said.")
    assert speakers_of(analysis) == ["Abdul al-Farouqi"]
