"""Families with one surname."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Amy Ross, 17, was hit by a bus. “She was my world,” said her mother, Gail Ross, 45."
            " Mrs Ross said that the driver had not stopped.",
            "Gail Ross",
        ),
        (
            "Tom Grady, 19, died on Monday. His father, Alan Grady, said that he was good."
            " Mr Grady said that the road was bad.",
            "Alan Grady",
        ),
        (
            "Lucy Bray, 9, was lost. Her grandmother, Ann Bray, 61, said that she was good."
            " Bray said that the road was bad.",
            "Ann Bray",
        ),
        (
            "Senator Tom Grady, 49, won. His father, Alan Grady, said that he was good."
            " Mr Grady said that the road was bad.",
            "Tom Grady",
        ),
        (
            "Tom Grady, 49, won. His father, Alan Grady, had been a baker."
            " Mr Grady said that the road was bad.",
            "Tom Grady",
        ),
    ],
)
def test_who_is_called_by_the_surname(text: str, who: str) -> None:
    assert speakers_of(read(text))[-1] == who


def test_a_title_goes_with_who_was_named_with_it() -> None:
    analysis = read(
        "Leonie Brackwell, 17, died in February.",
        "Leonie’s mother, Dr Ruth Brackwell, described her as “the loudest person in the room”.",
        "“She wanted to be a vet,” Dr Brackwell wrote.",
    )
    assert set(speakers_of(analysis)) == {"Ruth Brackwell"}


def test_a_couple_is_two_who_have_the_surname() -> None:
    analysis = read(
        "The parents, Tariq and Samira Haddad, came on Monday.",
        "Mr. Haddad said that it was bad. “I implore you to go,” Mr. Haddad said.",
        "Ms. Haddad said that it was late.",
    )
    assert speakers_of(analysis) == ["Tariq Haddad", "Tariq Haddad", "Samira Haddad"]


def test_a_title_tells_more_than_a_given_name_that_both_have() -> None:
    analysis = read(
        "Senator Lindsey Marlow said that he had crossed a line. “It is bad,” Mr. Marlow said."
    )
    assert speakers_of(analysis) == ["Lindsey Marlow", "Lindsey Marlow"]


def test_the_pronoun_of_what_she_says_tells_nothing_of_who_says_it() -> None:
    analysis = read(
        "Alan Teale is survived by his wife Jean and two daughters.",
        "One of them, Kate, said he had worked to the end. “Everybody loved him,” she said.",
    )
    assert speakers_of(analysis) == ["Kate", "Kate"]


@pytest.mark.parametrize("kin", ["daughter", "wife"])
def test_who_is_named_for_whose_kin_another_is_does_not_speak(kin: str) -> None:
    analysis = read(
        f"Liz Hale, the {kin} of former Senator Dick Hale, won the vote. “I am glad,” Hale said.",
    )
    assert speakers_of(analysis) == ["Liz Hale"]


def test_but_who_was_named_before_does() -> None:
    analysis = read(
        "Dick Hale, the senator, resigned. Liz Hale, the wife of Senator Dick Hale, wept."
        " “I will rest,” Hale said.",
    )
    assert speakers_of(analysis) == ["Dick Hale"]


@pytest.mark.parametrize(
    ("lead", "kin", "title"),
    [
        ("Tomos Pryse died at a farm.", "His father, Elwyn,", "Mr"),
        ("A farmer, Thomas Pryse, was found dead.", "His mother, Elen,", "Mrs"),
    ],
)
def test_kin_brought_in_by_a_given_name_have_the_surname(lead: str, kin: str, title: str) -> None:
    analysis = read(
        f"{lead} {kin} told the hearing that he was kind.",
        f"“He loved the dog,” {title} Pryse told the coroner.",
    )
    assert set(speakers_of(analysis)) == {kin.split()[-1].strip(",")}


def test_but_who_has_an_office_is_meant_by_it() -> None:
    analysis = read(
        "Mayor Tomos Pryse resigned. His father, Elwyn, said he was sad. Mr Pryse said he would "
        "rest.",
    )
    assert speakers_of(analysis) == ["Elwyn", "Tomos Pryse"]


def test_who_has_a_wife_is_not_the_wife() -> None:
    analysis = read(
        "Ann Foy said she was sad. Her husband, Stephen Foy, was ill. Foy said his wife was proud.",
    )
    assert speakers_of(analysis) == ["Ann Foy", "Stephen Foy"]


def test_who_has_a_title_is_not_the_son_who_is_named_in_full() -> None:
    analysis = read(
        "Mr. Trangel, 44, said his younger son, Kevin, was ill. Kevin Trangel said he was cold.",
        "Mr. Trangel said he was glad.",
    )
    assert speakers_of(analysis) == ["Mr. Trangel", "Kevin Trangel", "Mr. Trangel"]


def test_of_a_couple_each_has_a_title_whatever_the_given_name() -> None:
    analysis = read(
        "The owners, Prue and Gavin Falk, said they would wait. “We are not in a rush,” Ms Falk "
        "said. “I am,” Mr Falk said."
    )
    assert speakers_of(analysis)[1:] == ["Prue Falk", "Gavin Falk"]


def test_a_child_has_no_title_and_her_mother_has() -> None:
    analysis = read(
        "Pupil Efa Falk, 14, stood on a chair. Efa said it was bad. Her mother, Siân, said she was "
        "proud. “She has started on the bins now,” said Mrs Falk."
    )
    assert speakers_of(analysis)[-1] == "Siân"
