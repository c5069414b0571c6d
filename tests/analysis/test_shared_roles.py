"""Roles that several persons of a list share."""

from tests.analysis.voices_of import read, speakers_of


def test_each_of_two_ministers_is_the_minister() -> None:
    analysis = read(
        "The talks were between the two fisheries ministers at the table, Edda Rauning of Halland"
        " and Bo Lindahl of Vest. Mr. Lindahl smiled.",
        "“The cod are ours,” Ms. Rauning said.",
        "The fisheries minister pulled his cap off. “The cod swim,” he said.",
    )
    assert speakers_of(analysis)[0] == "Edda Rauning"
    assert speakers_of(analysis)[-1] == "Bo Lindahl"
    assert {s.role for s in analysis.speakers} == {"fisheries minister"}


def test_sisters_are_women() -> None:
    analysis = read(
        "The yard belongs to the sisters Edda Rauning and Tove Rask. Bo Lindahl rents a berth.",
        "“The rent is fair,” he said.",
    )
    assert speakers_of(analysis) == ["Bo Lindahl"]


def test_deputies_and_businessmen_are_more_than_one_deputy_and_businessman() -> None:
    analysis = read(
        "The two deputies, Edda Rauning and Bo Lindahl, met the businessmen Tove Rask and Ann Velt"
        " on Monday.",
        "“No,” Ms. Rauning said. “Yes,” said Ann Velt. Several spokesmen said it was late.",
    )
    told = {s.name: (s.role, s.kind) for s in analysis.speakers}
    assert told["Edda Rauning"] == ("deputy", "person")
    assert told["Ann Velt"] == ("businessman", "person")
    assert told["Several spokesmen"][1] == "group"


def test_whoever_a_label_names_is_not_spoken_of() -> None:
    analysis = read(
        "Edda Rauning said Monday that it was late. Bo Lindahl said no.",
        head="Historians: Rauning, Lindahl linked by a well",
    )
    assert {s.name: s.role for s in analysis.speakers if "Historians" not in s.name} == {
        "Edda Rauning": None,
        "Bo Lindahl": None,
    }
