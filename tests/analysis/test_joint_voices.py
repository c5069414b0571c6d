"""Several who speak as one."""

import pytest

from tests.analysis.voices_of import read, speakers_of


def test_two_who_say_something_together_are_one_voice_of_both() -> None:
    analysis = read(
        "Finance Minister Edda Rauning and Energy Minister Bo Lindahl met on the quay.",
        "Rauning and Lindahl said jointly that they would mend the pier. “Nobody should wade,”"
        " they wrote in a letter.",
    )
    assert speakers_of(analysis) == ["Edda Rauning and Bo Lindahl"] * 2
    assert [s.kind for s in analysis.speakers] == ["group"]


def test_a_joint_mention_is_no_alias_of_either() -> None:
    analysis = read(
        "Edda Rauning said the pier was safe. Bo Lindahl said it was not.",
        "Later Rauning and Lindahl said that they would wait.",
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Bo Lindahl", "Edda Rauning and Bo Lindahl"]
    one = next(s for s in analysis.speakers if s.name == "Edda Rauning")
    assert not any("Lindahl" in alias for alias in one.aliases)


def test_roles_may_stand_before_each_name() -> None:
    analysis = read("Finance Minister Edda Rauning and the mayor, Bo Lindahl, said it was late.")
    assert speakers_of(analysis) == ["Edda Rauning and Bo Lindahl"]


def test_both_ministers_are_the_two_of_whom_the_text_tells() -> None:
    analysis = read(
        "Finance Minister Edda Rauning said the pier was safe. The fisheries minister, Bo Lindahl,"
        " said it was not.",
        "Both ministers said that they would wait.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning and Bo Lindahl"


def test_the_two_are_those_who_have_spoken_as_one() -> None:
    analysis = read(
        "Edda Rauning and Bo Lindahl said that they would wait.",
        "It rained all day. “We have time,” the two said.",
    )
    assert speakers_of(analysis) == ["Edda Rauning and Bo Lindahl"] * 2


def test_they_are_no_bystander_where_two_have_spoken_as_one() -> None:
    analysis = read(
        "One mother, who asked not to be named, said her sons shared one boat.",
        "Edda Rauning and Bo Lindahl said on Monday that they would ask the auditor.",
        "“Nobody should vote blind,” they wrote.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning and Bo Lindahl"


def test_a_firm_with_two_names_is_one() -> None:
    analysis = read("Rauning & Lindahl Ltd said it would mend the pier.")
    assert speakers_of(analysis) == ["Rauning & Lindahl Ltd"]


def test_what_the_two_are_may_stand_before_their_names() -> None:
    analysis = read("Two surveyors, Edda Rauning and Bo Lindahl, argued that it was late.")
    assert speakers_of(analysis) == ["Edda Rauning and Bo Lindahl"]


def test_a_joint_voice_is_called_by_both_names() -> None:
    analysis = read(
        "The transport minister, Edda Rauning, and the opposition leader, Bo Lindahl, said that"
        " they would wait."
    )
    (voice,) = analysis.speakers
    assert voice.name == "Edda Rauning and Bo Lindahl"
    assert "Edda Rauning" not in voice.aliases


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Dan Cole, Eve Hart and Jo Lind, the band’s founders, said they would split.",
            "Dan Cole, Eve Hart and Jo Lind",
        ),
        (
            "Mayor Dan Cole, Judge Eve Hart and Senator Jo Lind, all Democrats, said no.",
            "Dan Cole, Eve Hart and Jo Lind",
        ),
        (
            "“We disagree,” said Ann Holt, the mayor of Selby, and Mark Dunne, the head of the"
            " drivers’ union.",
            "Ann Holt and Mark Dunne",
        ),
    ],
)
def test_what_is_told_of_them_may_stand_behind_their_names(text: str, names: str) -> None:
    assert speakers_of(read(text)) == [names]


@pytest.mark.parametrize("noun", ["couple", "pair"])
def test_the_couple_are_the_two_who_were_named(noun: str) -> None:
    analysis = read(f"Tom and Ada Falk lost their home. “We have nothing,” the {noun} said.")
    assert speakers_of(analysis) == ["Tom Falk and Ada Falk"]


def test_another_couple_are_not() -> None:
    analysis = read(
        "Bo and Ada Falk run an inn. A young couple came in May. “We loved it,” the couple said."
    )
    assert speakers_of(analysis) == ["the couple"]


@pytest.mark.parametrize("noun", ["couple", "family"])
def test_a_couple_is_not_the_place_where_it_lives(noun: str) -> None:
    analysis = read(f"A Strand {noun} said it was late.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [(f"A Strand {noun}", "group")]
