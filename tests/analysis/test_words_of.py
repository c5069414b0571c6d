"""Words in quotation marks that are told to be somebody's."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    "text",
    [
        "The law is, in Senator Hale’s words, “a bad joke.”",
        "The law is, in the words of Senator Hale, “a bad joke.”",
        "Senator Hale came home. It is, in his own words, “a bad joke.”",
    ],
)
def test_whose_words_they_are(text: str) -> None:
    analysis = read(text)
    assert speakers_of(analysis) == ["Hale"]
    assert analysis.quotes[0].text == "“a bad joke.”"


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale, whom the Herald has called “the worst of mayors”, left early.",
        "In the words of the Herald, it was “the worst of mayors”.",
        "Hale was, to quote the Herald, “the worst of mayors”.",
    ],
)
def test_who_has_called_somebody_so(text: str) -> None:
    analysis = read(text)
    said = dict(zip((q.text for q in analysis.quotes), speakers_of(analysis), strict=True))
    assert "Herald" in (said["“the worst of mayors”"] or "")


def test_what_a_writer_reads_is_not_the_writer_s() -> None:
    analysis = read("I came late. I found a note on the door: “Gone to lunch.”")
    assert speakers_of(analysis) == ["a note on the door"]
    assert analysis.article.text[slice(*analysis.quotes[0].cue or ())] == ":"
