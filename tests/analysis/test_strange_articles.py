"""Articles that are read to their end, whatever is odd in them."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis import analyse
from tui.analysis.turns import turns
from tui.article.loading import article_from_text


def test_somebody_who_is_only_described_is_described_again() -> None:
    analysis = read(
        "Senator Ada Falk said on Monday that the harbour will close.",
        "The senator said it was late. The lawmaker said it was cold. The legislator said it was"
        " dark.",
    )
    assert set(speakers_of(analysis)) == {"Ada Falk"}


@pytest.mark.parametrize("body", ["Queen Alexandra Hospital (QAH)", "Lord Falk (LF)"])
def test_an_article_begins_with_a_title(body: str) -> None:
    (quote,) = analyse(f"{body} said on Monday that it will close its wards.").quotes
    assert quote.text == "that it will close its wards"


@pytest.mark.parametrize("text", ["\ue000", "\ufffd\ufffd", "\u200d", "\u0301"])
def test_there_is_no_letter_in_it(text: str) -> None:
    assert analyse(text).quotes == ()


def test_somebody_screams_in_a_question() -> None:
    # the pattern that looks for whom it calls once took a time beyond counting
    analysis = read(f"Ada Falk looked up. “Is that yours, {'A' * 9_000}!” “No.”")
    assert len(analysis.quotes) == 2


def test_a_speech_has_very_many_paragraphs() -> None:
    # each once was the copy of all before it
    lines = "\n\n".join(f"I said it on day {i}, and I say it again." for i in range(4_000))
    made = article_from_text(f"FALK: It is late.\n\nLIND: Is it?\n\nFALK: It is.\n\n{lines}")
    *_, last = turns(made, ())
    assert (len(last.spans), made.text[slice(*last.head or ())]) == (4_001, "FALK")


@pytest.mark.parametrize(
    "text", ["’s said the harbour will close.", "Ada Falk.\n\nBo\n\n’s says the 61-year-old"]
)
def test_nobody_is_called_by_the_ending_of_a_word(text: str) -> None:
    assert all(s.name.strip("’s ") for s in analyse(text).speakers)
