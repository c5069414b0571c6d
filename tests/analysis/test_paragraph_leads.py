"""Whom a paragraph alone is about, and who is meant by a pronoun in it."""

import pytest

from tests.analysis.voices_of import read, speakers_of

BEFORE = "Mayor Bo Hale blamed the rain. “This was an act of nature,” Hale said."


@pytest.mark.parametrize(
    ("newcomer", "who"),
    [
        ("One resident, who would not give his name, was not convinced.", "One resident"),
        ("The bishop was more cautious.", "The bishop"),
        ("A spokesman for the union laughed.", "A spokesman for the union"),
        ("The boy’s father was furious.", "The boy’s father"),
        ("An analyst was scathing. He shook his head.", "An analyst"),
        ("Then came the nationalist, Iain McCrae.", "Iain McCrae"),
    ],
)
def test_who_is_brought_in_alone_says_what_follows(newcomer: str, who: str) -> None:
    analysis = read(BEFORE, f"{newcomer} “Nature?” he said. “Nonsense.”")
    assert speakers_of(analysis)[-1] == who


@pytest.mark.parametrize(
    "told",
    [
        "An aide handed him a note.",
        "A reporter asked why.",
        "His deputy was not there.",
        "Her sister Ada Falk looked up.",
    ],
)
def test_but_not_where_another_is_told_of(told: str) -> None:
    analysis = read(BEFORE, f"{told} “It rained,” he said.")
    assert speakers_of(analysis)[-1] == "Bo Hale"


def test_a_daughter_is_not_her_mother() -> None:
    analysis = read(
        "Ann Pugh, 70, will sell the farm. “I am done,” Pugh said.",
        "Her daughter, Nia, who works in Cardiff, worries. “She won’t listen,” she says.",
    )
    assert speakers_of(analysis) == ["Ann Pugh", "Nia"]


@pytest.mark.parametrize(
    "back",
    [
        "In a 1994 interview with Ostrand Magazine, he described his job. “I drive,” he said.",
        "Born in 1936, he was the son of a baker. He often said that he loved rain.",
    ],
)
def test_a_paragraph_goes_back_to_whom_the_article_is_about(back: str) -> None:
    analysis = read(
        "Clyde Dalby died Sunday. “He never rehearsed,” said Don Marlow, the station’s owner.", back
    )
    assert speakers_of(analysis)[-1] == "Clyde Dalby"


def test_but_who_has_just_spoken_goes_on() -> None:
    analysis = read(
        "Clyde Dalby died Sunday. “He never rehearsed,” said Don Marlow, the station’s owner.",
        "He said the station would play his songs.",
    )
    assert speakers_of(analysis)[-1] == "Don Marlow"


def test_an_obituary_goes_on_with_the_life_of_who_has_died() -> None:
    analysis = read(
        "Ada Vale, who has died, was a botanist. Her friend Mara Lind called her “kind”.",
        "She married Bo Orme in 1958. “He never asked,” she once said.",
    )
    assert speakers_of(analysis)[-1] == "Ada Vale"
