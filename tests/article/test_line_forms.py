"""A line's form: time stamps, and the labels of those who speak."""

import pytest

from tui.article.line_forms import is_stamp, is_turn, label_of, lone_label, speaking_labels


@pytest.mark.parametrize(
    "line", ["22.47", "9:05 p.m.", "1 p.m.", "14:32 GMT", "10:32am", "00:41 | Ada Holm, Ostrand"]
)
def test_time_stamps(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize("line", ["22", "1984", "10:30 the count began, he said.", "2.5 million"])
def test_what_is_no_time_stamp(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("HOLM: We asked.", "HOLM"),
        ("RAGNA HOLM (Guild of Crews): We asked.", "RAGNA HOLM"),
        ("Dr. Émile Holm: No.", "Dr. Émile Holm"),
        ("Ludwig van Os: No.", "Ludwig van Os"),
        ("Q. Was it late?", "Q"),
        ("@holm_r: funny that", "@holm_r"),
        ("Berglund: 2,316.", None),
        ("Read more: The boats are back", None),
        ("He said it plainly: no.", None),
        ("At 10:30 the boats left.", None),
        ("RAGNA HOLM, chief executive, Holm & Sons: We asked.", "RAGNA HOLM"),
        ("Ragna Holm, who was late, said this: no.", None),
        ("TRANSCRIPT: Council meets on rents", None),
        ("[00:10:30] Ragna Holm: No.", "Ragna Holm"),
        ("**Ragna:** No.", "Ragna"),
        ("**Q.** Was it late?", "Q"),
        ("Ragna Holm [10:30]: No.", "Ragna Holm"),
        ("10:30 the count began: nobody spoke.", None),
        ("“HOLM: We asked.”", "HOLM"),
        ("“Q. Was it late?”", None),
        ("“Ragna Holm: We asked.”", None),
        ("R: No.", "R"),
        ("UNIDENTIFIED PERSON #2: No.", "UNIDENTIFIED PERSON #2"),
        ("RULE #2: Keep quiet.", None),
        ("Audience member: No.", "Audience member"),
        ("The audience member: No.", None),
        ("Two audience members: No.", None),
        ("Van Os: No.", "Van Os"),
        ("van Os: No.", None),
        ("Ada Bea Cleo Dora Holm: No.", "Ada Bea Cleo Dora Holm"),
        ("Ada Bea Cleo Dora Eva Holm: No.", None),
        ("ADA BEA CLEO DORA EVA HOLM: No.", "ADA BEA CLEO DORA EVA HOLM"),
        ("Ragna Holm: 40 – 12.", None),
    ],
)
def test_labels(line: str, label: str | None) -> None:
    assert label_of(line) == label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Ragna Holm (10:30):", "Ragna Holm"),
        ("Ragna Holm  0:04", "Ragna Holm"),
        ("Speaker 1:", "Speaker 1"),
        ("The boats left at 10:30", None),
        ("What the report says:", None),
        ("Read more:", None),
        ("Flights in 2019", None),
        ("@holm_r", "@holm_r"),
        ("Operator", "Operator"),
        ("Moderator:", "Moderator"),
        ("Ragna Holm -- Chief Executive", "Ragna Holm"),
        ("Ragna Holm -- Chief Executive.", None),
        ("HOLM", None),
        ("Ragna Holm", None),
        ("Ragna Holm -- " + "x" * 78, "Ragna Holm"),
        ("Ragna Holm-Vandersteen-Oyelaran -- " + "x" * 78, None),
    ],
)
def test_labels_on_a_line_of_their_own(line: str, label: str | None) -> None:
    assert lone_label(line) == label


def test_a_label_that_stands_once_is_no_speaker() -> None:
    lines = ["Mayor Holm: we are ready", "OSTRAND: The boats are back, the guild said."]
    assert speaking_labels(lines) == frozenset()


def test_labels_that_recur_speak() -> None:
    lines = ["Anna: What?", "Ben: Nothing.", "Anna: Nothing at all?", "Ben: A boat."]
    labels = speaking_labels(lines)
    assert labels == {"Anna", "Ben"}
    assert all(is_turn(line, labels) for line in lines)
    assert speaking_labels(["Host: Anna Holm", "Guest: Ben Rask", *lines]) == {"Anna", "Ben"}
    assert speaking_labels(["Q: Late?", "A: No."]) == {"Q", "A"}
    assert speaking_labels(["@holm_r: funny that"]) == {"@holm_r"}


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        ("Q. What?\nA. Nothing.", "Q A"),
        ("Q. What?\nQ. And then?", "Q"),
        ("Q. What?", ""),
        ("A: Nothing.", ""),
        ("@holm_r: funny that", "@holm_r"),
        ("HOLM: What?\nHOLM: Nothing.", "HOLM"),
        ("HOLM: What?\nPEAKE: Nothing.", ""),
        ("HOLM: What?\nPEAKE: Nothing.\nSAND: A boat.", "HOLM PEAKE SAND"),
        ("Ada Falk: What?\nBo Sand: Nothing.\nAF: And?\nAF: Well?", "Ada+Falk AF"),
        ("Ada: What?\nBo: Nothing.", ""),
        ("Ada: What?\nAda: And?\nBo: Nothing.", ""),
        ("Ada: What?\nAda: And?\nAda: Well?\nBo: Nothing.", "Ada"),
        ("Ada: What?\nBo: No.\nAda: Why?\nBo: So.\nCy: Ah.", "Ada Bo Cy"),
        ("Ada: What?\nBo: No.\nAda: Why?\nBo: So.\nGuests: Cy.", "Ada Bo"),
        ("Ada: What?\nQ: Who?\nAda: Why?\nQ: So?", "Ada Q"),
    ],
)
def test_which_labels_open_turns(lines: str, labels: str) -> None:
    found = {label.replace(" ", "+") for label in speaking_labels(lines.split("\n"))}
    assert found == set(labels.split())
