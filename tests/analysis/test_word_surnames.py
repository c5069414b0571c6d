"""Surnames that are words, too, where somebody speaks."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    "text",
    [
        "CEO Dan Price said the price of oil was high. “It will fall,” Price said.",
        "CEO Dan Price said the price of oil was high. “It will fall,” said Price in a letter.",
        "CEO Dan Price said the price of oil was high. Price, 54, later said that it would fall.",
        "Sen. Patricia Law said the law was bad. “I am sorry,” Law said.",
        "Bill Judge, a farmer, said it was dry. Judge said it was hot, and the judge was sorry.",
        "Rep. Mike Major, R-Ohio, said the bill was dead. Major said he would not vote for it.",
        "“No,” Board President Judy Will said. Will said the contract was on the agenda.",
    ],
)
def test_a_word_that_ends_somebody_s_name_is_who_speaks(text: str) -> None:
    (speaker,) = read(text).speakers
    assert speaker.kind == "person"
    assert " " in speaker.name


def test_the_word_is_left_where_it_is_one() -> None:
    analysis = read("CEO Dan Price spoke. “Prices rise,” the Law Society said. Law was dear.")
    assert speakers_of(analysis) == ["Law Society"]


def test_a_lower_case_title_is_no_surname() -> None:
    analysis = read("Maj. Mike Dalby said it was dry. The major said he was tired.")
    assert [s.name for s in analysis.speakers] == ["Mike Dalby"]


@pytest.mark.parametrize("title", ["Lt.", "Mayor", "Officer"])
def test_an_auxiliary_may_be_a_given_name(title: str) -> None:
    analysis = read(f"{title} Will Dunmore said he was caught. “He ran,” Dunmore said.")
    assert speakers_of(analysis) == ["Will Dunmore"] * 2
