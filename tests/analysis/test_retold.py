"""Prose that is quoted as a block, with what others say in it."""

from tests.analysis.voices_of import read, speakers_of


def test_who_is_quoted_in_a_block_quotation_says_it() -> None:
    analysis = read(
        "The ferry was late again on Monday.",
        "> “I have told the company this since spring,” Oskar Brandt said. “Nobody listens.”",
    )
    assert speakers_of(analysis) == ["Oskar Brandt"]


def test_an_article_that_a_letter_answers_is_not_its_senders() -> None:
    analysis = read(
        "On Monday, Jon Reed wrote:",
        "> “It is done at last,” said Ada Nunn, the chair of the council.",
    )
    assert speakers_of(analysis)[-1] == "Ada Nunn"


def test_a_few_words_in_marks_are_of_whoever_is_quoted() -> None:
    analysis = read(
        "In his letter, Jon Reed wrote:",
        "> They said that we should wait for the “new” ferry, and we will not pay for it.",
    )
    assert "Jon Reed" in speakers_of(analysis)
