"""Whose somebody, or some body, is that has no name."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bo Rask raised $33 million, his campaign announced Saturday.", "Bo Rask’s campaign"),
        ("Ada Falk sold the harbour. Her office said it was late.", "Ada Falk’s office"),
        ("Ada Falk’s boat sank in May. Her family said she was safe.", "Ada Falk’s family"),
    ],
)
def test_they_are_shown_with_whose_they_are(text: str, name: str) -> None:
    assert name in speakers_of(read(text))


def test_they_are_one_with_what_the_name_stands_before() -> None:
    analysis = read(
        "Ada Falk won. Ada Falk’s campaign said it was late. “We are glad,” her campaign said."
    )
    assert speakers_of(analysis) == ["Ada Falk’s campaign"] * 2


def test_what_is_somebody_s_and_may_have_a_name_is_not() -> None:
    analysis = read("Ada Falk sold the boats. Her firm, Kelmore Ltd, said it was late.")
    assert speakers_of(analysis) == ["Kelmore Ltd"]


def test_two_lawyers_are_told_apart_by_whose_they_are() -> None:
    analysis = read(
        "Bo Lind was fined on Monday. “He is sorry,” his lawyer said.",
        "Tom Rask was cleared on Tuesday. “He is glad,” his lawyer said. “We go on,” the lawyer"
        " said.",
    )
    names = [name for name in speakers_of(analysis) if name is not None]
    assert names == ["Bo Lind’s lawyer", "Tom Rask’s lawyer", "Tom Rask’s lawyer"]


def test_a_brother_may_be_somebody_whom_the_article_names() -> None:
    analysis = read(
        "Ada Falk runs the forge with Bo Falk. Her brother did not stop walking. “It keeps us"
        " poor,” he called.",
        "“Rubbish,” said Bo Falk, who keeps the accounts.",
    )
    assert speakers_of(analysis)[0] == "Bo Falk"
