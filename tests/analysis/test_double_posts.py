"""Posts with an `and` in them."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("post", "role"),
    [
        ("Falk Foods Chairman and CEO", "Falk Foods Chairman and CEO"),
        ("FALKCOR Chairman and Managing Director", "FALKCOR Chairman and Managing Director"),
        ("Harbour News Vice President and Managing Editor",
         "Harbour News Vice President and Managing Editor"),
        ("Foreign Affairs and Trade Minister", "Foreign Affairs and Trade Minister"),
        ("Health and Social Care Secretary", "Health and Social Care Secretary"),
        ("Education and Skills Minister", "Education and Skills Minister"),
        ("Police and crime commissioner", "Police and crime commissioner"),
        ("Science and technology committee chair", "Science and technology committee chair"),
        ("Research and development director", "Research and development director"),
        ("Actor and director", "Actor and director"),
        ("Home Secretary and deputy leader", "Home Secretary and deputy leader"),
        ("The mayor and councillor", "councillor"),
    ],
)  # fmt: skip
def test_who_has_such_a_post_is_one_person(post: str, role: str) -> None:
    analysis = read(f"{post} Ada Lindqvist said it was late. “We wait,” Lindqvist said.")
    assert speakers_of(analysis) == ["Ada Lindqvist"] * 2
    assert [(s.kind, s.role) for s in analysis.speakers] == [("person", role)]


@pytest.mark.parametrize("post", ["climate and energy minister", "alumnus and former quarterback"])
def test_who_is_so_described_behind_the_cue_is_one_person(post: str) -> None:
    analysis = read(f"“We wait,” said {post} Bo Rask. Rask said that it was late.")
    assert speakers_of(analysis) == ["Bo Rask"] * 2
    assert [(s.kind, s.role) for s in analysis.speakers] == [("person", post)]


@pytest.mark.parametrize(
    "text",
    [
        "Harlow Chairman Bo Rask and Chief Executive Ada Lindqvist said it was late.",
        "Bo Rask and energy minister Ada Lindqvist said it was late.",
        "Bo Rask and Finance Minister Ada Lindqvist said it was late.",
    ],
)
def test_two_with_a_post_each_are_two(text: str) -> None:
    assert speakers_of(read(text)) == ["Bo Rask and Ada Lindqvist"]
