"""Who goes on, and who answers, where somebody asks, calls or urges another."""

import pytest

from tests.analysis.voices_of import read, speakers_of

REED = "Mayor Anna Reed said the road was safe."


@pytest.mark.parametrize(
    "told",
    [
        "Union leader Ray Pinnock called him “a coward”.",
        "Union leader Ray Pinnock praised him.",
        "Union leader Ray Pinnock urged him to return.",
    ],
)
def test_whom_somebody_speaks_of_does_not_answer(told: str) -> None:
    analysis = read(f"Minister Jack Orr resigned. {told} “It is a mess,” he said.")
    assert speakers_of(analysis)[-1] == "Ray Pinnock"


def test_but_who_is_asked_does() -> None:
    analysis = read("Minister Jack Orr resigned. Ray Pinnock asked him why. “I am tired,” he said.")
    assert speakers_of(analysis)[-1] == "Jack Orr"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("asked the mayor to resign. She said that the city was broke.", "Mona Bolt"),
        ("asked the city for a map. She said that the roads were old.", "Mona Bolt"),
        ("asked the mayor whether it was true. She said that it was.", "Anna Reed"),
        ("asked the mayor what she had to say. She said that it was true.", "Anna Reed"),
    ],
)
def test_who_asks_for_something_goes_on(told: str, who: str) -> None:
    assert speakers_of(read(f"{REED} Councillor Mona Bolt {told}"))[-1] == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("A shopkeeper was asked what she thought.", "A shopkeeper"),
        ("A shopkeeper was then pressed on it. She shook her head.", "A shopkeeper"),
        ("Mona Bolt runs the shop. Asked about the road, Bolt laughed.", "Mona Bolt"),
        ("Asked for a comment, the shopkeeper, Mona Bolt, laughed.", "Mona Bolt"),
        ("When asked by Ada Falk, for the guild, if she was glad, Reed, 45, wept.", "Anna Reed"),
        ("A third witness, Dr Mona Bolt of the Harbour Office, was questioned.", "Mona Bolt"),
    ],
)
def test_who_is_told_to_be_asked_answers(told: str, who: str) -> None:
    assert speakers_of(read(f"{REED} {told} “I walk,” she said."))[-1] == who


def test_who_is_asked_answers_in_the_next_paragraph() -> None:
    analysis = read(
        "The minister, Halla Berg, said she would ban fishing. Biologist Anna Oo said buoys were "
        "stolen.",
        "Asked for a comment, the minister laughed.",
        "“I shall tell him,” she said.",
    )
    assert speakers_of(analysis)[-1] == "Halla Berg"
    assert all("," not in (speaker.name or "") for speaker in analysis.speakers)


@pytest.mark.parametrize(
    "told",
    [
        "Governor Chris Hale criticised Senator Ada Falk after she said that the roads were bad.",
        "Governor Chris Hale described Senator Ada Falk as a “disgrace” after she said it was.",
        "The board thanked Ada Falk because she said that it would rain.",
    ],
)
def test_who_is_judged_has_done_what_follows(told: str) -> None:
    assert speakers_of(read(told))[-1] == "Ada Falk"


def test_but_only_in_that_sentence() -> None:
    analysis = read("Ada Falk attacked the plan of Eve Reed. She left after she said no.")
    assert speakers_of(analysis)[-1] == "Ada Falk"


@pytest.mark.parametrize(
    "told",
    [
        "The storm prompted his wife and now harbour chief Ada Falk to make a comment that "
        "wildly described fishermen as “thieves.”",
        "Ada Falk gave a speech which said the road was safe.",
    ],
)
def test_a_remark_is_by_who_makes_it(told: str) -> None:
    assert speakers_of(read(told))[-1] == "Ada Falk"
