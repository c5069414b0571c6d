"""Names in headlines and behind epithets, as the text below has them."""

import pytest

from tests.analysis.voices_of import read, speakers_of

BODY = (
    "Ada Falk, a member of the senate, grilled the bank’s chief on Monday, in a hearing that went"
    " on until late in the evening and was shown on television.",
    "“You should resign,” Falk told him.",
)


@pytest.mark.parametrize(
    "head",
    [
        "Ada Falk Hammers Norvik Bank Over Fees",
        "Ada Falk Slams Bank",
        "Falk Slams Bank",
        "Defiant Falk Will Not Be Silent",
    ],
)
def test_a_headline_s_verb_and_epithet_are_no_part_of_a_name(head: str) -> None:
    assert speakers_of(read(*BODY, head=head))[-1] == "Ada Falk"


def test_a_body_s_name_in_a_headline_is_whole() -> None:
    found = read(
        "Ada Falk left the harbour on Monday.", "“We are late,” Norvik Bank said.",
        head="Norvik Bank Slams Falk",
    )  # fmt: skip
    assert speakers_of(found)[-1] == "Norvik Bank"


def test_what_a_body_does_in_a_headline_is_no_part_of_its_name() -> None:
    found = read(
        "Corvane Systems said on Monday that it was late. “We are late,” Corvane said.",
        head="Corvane Acquires Tidewell to Expand Metering",
    )
    assert {s.name for s in found.speakers} == {"Corvane Systems"}


@pytest.mark.parametrize("epithet", ["Democrat", "Republican", "Young"])
def test_an_epithet_is_no_part_of_a_name_that_stands_without_it(epithet: str) -> None:
    found = read(f"{epithet} Ada Falk spoke on Monday.", "“We are late,” Ada Falk said.")
    assert {s.name for s in found.speakers} == {"Ada Falk"}


def test_a_party_is_no_part_of_a_name() -> None:
    found = read("Democrat Ada Falk and Republican Bo Lind came. “I like it,” Falk said.")
    assert {s.name for s in found.speakers} == {"Ada Falk"}


def test_what_opens_a_sentence_with_a_surname_is_no_part_of_it() -> None:
    found = read(*BODY, "Everything Falk says is a lie, Bo Lind said.", "“It is,” Falk said.")
    assert speakers_of(found)[-1] == "Ada Falk"
    assert "Everything Falk" not in {s.name for s in found.speakers}
