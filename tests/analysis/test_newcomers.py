"""Whom a sentence brings in, who then says what follows."""

import pytest

from tests.analysis.voices_of import read, speakers_of

BEFORE = "Mayor Bo Hale said the road was safe."


@pytest.mark.parametrize(
    ("newcomer", "who"),
    [
        ("Outside the chapel an old woman was mending nets. “Nobody walks there,” she said.",
         "an old woman"),
        ("By the well stood a young man with a goat. “Nobody walks there,” he said.",
         "a young man with a goat"),
        ("On Sunday a girl with a rope was skipping there. Asked why, she said it was dry.",
         "a girl with a rope"),
    ],
)  # fmt: skip
def test_who_is_seen_somewhere_says_what_follows(newcomer: str, who: str) -> None:
    assert speakers_of(read(BEFORE, newcomer))[-1] == who


@pytest.mark.parametrize(
    ("newcomer", "who"),
    [
        ("Then a constable came over.", "a constable"),
        ("Piet Ansel, a ferryman, agreed.", "Piet Ansel"),
        ("His friend Piet Ansel disagreed.", "Piet Ansel"),
        ("Hale’s lawyer Piet Ansel shook his head.", "Piet Ansel"),
        ("His son Piet was not convinced.", "Piet"),
        ("Piet Ansel, a ferryman, came in. He took off his cap.", "Piet Ansel"),
    ],
)
def test_who_comes_or_disagrees_says_what_follows(newcomer: str, who: str) -> None:
    analysis = read(f"{BEFORE} {newcomer} “Nobody walks there,” he said.")
    assert speakers_of(analysis)[-1] == who


@pytest.mark.parametrize(
    "told",
    [
        "A bell rang and a dog barked.",
        "A man was arrested on Friday.",
        "A spokesman for the port was not available.",
        "A woman came over.",
        "A ferryman gave him a map.",
        "A reporter asked why.",
        "A ferryman drowned on Monday.",
        "He met a constable on the quay.",
    ],
)
def test_but_not_who_is_silent_or_told_of_for_anothers_sake(told: str) -> None:
    analysis = read(f"{BEFORE} {told} “Nobody walks there,” he said.")
    assert speakers_of(analysis)[-1] == "Bo Hale"


def test_who_has_spoken_may_add_something() -> None:
    analysis = read(f"{BEFORE} A constable came over. “Nobody walks there,” he added.")
    assert speakers_of(analysis)[-1] == "Bo Hale"


@pytest.mark.parametrize("wife", ["Marian", "Yvette"])
def test_a_relative_has_a_name_behind_the_comma(wife: str) -> None:
    analysis = read(
        "Mayor Ada Falk came to Strand. Bo Hale says he will stay.",
        f"His wife, {wife}, has other ideas. “I am off to my sister’s,” she said.",
    )
    assert speakers_of(analysis)[-1] == wife


@pytest.mark.parametrize("noun", ["official", "diplomat"])
def test_who_is_brought_in_as_of_a_people_is_taken_up_by_the_noun(noun: str) -> None:
    analysis = read(
        "“It is late,” said Bo Hale of the union. "
        f"A Western {noun} was blunter. “I was there,” the {noun} said."
    )
    assert speakers_of(analysis)[-1] == f"A Western {noun}"


def test_nor_who_is_spoken_of_by_who_goes_on() -> None:
    analysis = read("Bo Hale said it was late. A customer complained. “I told him to go,” he said.")
    assert speakers_of(analysis)[-1] == "Bo Hale"
