"""A part of an analysis, and what its voices come to."""

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.narrowing import narrowed, recounted
from tui.analysis.schema import word_count

WHOLE = voiced_harbour()
PART = narrowed(WHOLE, lambda quote: quote.kind != "indirect")


def test_only_what_is_kept_is_left_and_keeps_its_name() -> None:
    assert [quote.id for quote in PART.quotes] == ["q1", "q3", "q6", "q8"]
    assert [s.quotes for s in PART.speakers] == [("q1", "q6"), ("q3", "q8"), ()]
    assert [[x.quote for x in s.summary] for s in PART.speakers] == [["q1", "q6"], ["q3"], []]
    assert [s.share for s in PART.speakers] == [s.share for s in WHOLE.speakers]


def test_shares_are_counted_over_what_is_left() -> None:
    voices = recounted(PART).speakers
    words = [
        sum(word_count(quote.text) for quote in PART.quotes if quote.speaker == s.id)
        for s in voices
    ]
    assert [s.words for s in voices] == words
    assert words[2] == 0
    assert [s.share for s in voices] == [round(n / sum(words), 4) for n in words]


def test_nothing_is_left_of_nothing() -> None:
    assert {s.share for s in recounted(narrowed(WHOLE, lambda _: False)).speakers} == {0.0}
