"""What a given name tells of whom `he` and `she` stand for."""

import pytest

from tests.analysis.voices_of import speakers_of
from tui.analysis import analyse
from tui.analysis.given_names import gender_of_given


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("marcus", "m"), ("siobhan", "f"), ("keiko", "f"), ("josé", "m"), ("zoë", "f"),
        ("anne-marie", "f"), ("hans-otto", "m"), ("robin", None), ("kim", None), ("the", None),
        ("", None), ("-", None),
    ],
)  # fmt: skip
def test_a_given_name_tells_a_gender_where_nine_in_ten_have_it(
    name: str, gender: str | None
) -> None:
    assert gender_of_given(name) == gender


@pytest.mark.parametrize(("pronoun", "name"), [("he", "Marcus Ode"), ("she", "Wilhelmina Strand")])
@pytest.mark.parametrize("first", [0, 1])
def test_a_pronoun_is_whoever_has_such_a_name(pronoun: str, name: str, first: int) -> None:
    met = ["Marcus Ode met Wilhelmina Strand", "Wilhelmina Strand met Marcus Ode"][first]
    said = analyse(f"A meeting\n\n{met} on Monday.\n\n“It was cold,” {pronoun} said.\n")
    assert speakers_of(said) == [name]


def test_the_article_s_own_words_tell_more_than_a_name() -> None:
    said = analyse(
        "A swim\n\nMarcus Ode lost her boat on Monday, and she had no other.\n\n"
        "Wilhelmina Strand saw it. He was on the shore, in his coat.\n\n"
        "Marcus Ode swam. “It was cold,” she said.\n"
    )
    assert speakers_of(said) == ["Marcus Ode"]


def test_who_is_told_of_stays_she_after_a_man_has_spoken_of_her() -> None:
    said = analyse(
        "Wilhelmina Strand, cartographer, dies at 93\n\n"
        "Wilhelmina Strand, whose maps guided walkers, has died. She left school at 15, and drew "
        "all her life.\n\n"
        "“She laughed about that,” said Marcus Ode, who published her guides.\n\n"
        "In an interview in 1988, she called the old maps “good for an invasion”.\n"
    )
    assert speakers_of(said) == [
        "Marcus Ode", "Wilhelmina Strand",
    ]  # fmt: skip
