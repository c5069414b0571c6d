"""Whom a headline names behind the words that it quotes."""

import pytest

from tests.analysis.voices_of import read, speakers_of

BODY = "Ada Falk told the council on Monday that she had seen it. “It was on my desk,” she said."


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("‘I was never the funny one’: Ada Falk on grief and gulls", "Ada Falk"),
        ("‘I cried every day’: five minutes with Ada Falk", "Ada Falk"),
        ("‘I cried every day’: singer Ada Falk opens up about fame", "Ada Falk"),
        ("‘There is no plan B’: Ada Falk, Strand’s mayor, on the strike", "Ada Falk"),
        ("‘We had to act’: Falk defends plan", "Ada Falk"),
        ("‘It was like a bomb’: survivors recall blast", "survivors"),
        ("‘They knocked first’: villagers describe the night", "villagers"),
        ("‘I knew him’: neighbour speaks of his shock", "neighbour"),
    ],
)
def test_it_is_theirs(head: str, speaker: str) -> None:
    analysis = read(BODY, head=head)
    assert speakers_of(analysis)[0] == speaker


@pytest.mark.parametrize(
    "head",
    [
        "‘I was never the funny one’: Ada Falk on the life of Bo Lind",
        "‘I was never the funny one’: the day Ada Falk left",
        "‘We lost it all’: family’s despair after blaze",
        "‘We had to act’: how the mayor saved the pool",
        "‘We heard him singing’: siblings found alive",
        "‘He knew the truck’: family says calls went unanswered",
    ],
)
def test_else_it_is_nobody_s(head: str) -> None:
    analysis = read(BODY, head=head)
    assert speakers_of(analysis)[0] is None


def test_whoever_says_the_same_below_says_it() -> None:
    analysis = read(
        "Bo Lind spoke first.", "“I was never the funny one,” Bo Lind said.",
        head="‘I was never the funny one’: Ada Falk on the sea",
    )  # fmt: skip
    assert speakers_of(analysis)[0] == "Bo Lind"
