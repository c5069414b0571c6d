"""A part of an analysis, and what its voices come to."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.model import Analysis
from tui.analysis.narrowing import narrowed, recounted, without_doubtful
from tui.analysis.schema import word_count


def counted() -> Analysis:
    """The harbour's analysis with the words that there are."""
    given = voiced_harbour()
    said = Counter[str | None]()
    for quote in given.quotes:
        said[quote.speaker] += word_count(quote.text)
    speakers = tuple(
        replace(s, words=said[s.id], share=round(said[s.id] / said.total(), 4))
        for s in given.speakers
    )
    return replace(given, speakers=speakers)


WHOLE = counted()
PART = narrowed(WHOLE, lambda quote: quote.kind != "indirect")


def test_only_what_is_kept_is_left_and_keeps_its_name() -> None:
    assert [quote.id for quote in PART.quotes] == ["q1", "q3", "q6", "q8"]
    assert [s.quotes for s in PART.speakers] == [("q1", "q6"), ("q3", "q8"), ()]
    assert [[x.quote for x in s.summary] for s in PART.speakers] == [["q1", "q6"], ["q3"], []]
    assert [s.share for s in PART.speakers] == [s.share for s in WHOLE.speakers]


def test_shares_are_counted_over_what_is_left() -> None:
    voices = recounted(PART, WHOLE).speakers
    words = [
        sum(word_count(quote.text) for quote in PART.quotes if quote.speaker == s.id)
        for s in voices
    ]
    assert [s.words for s in voices] == words
    assert words[2] == 0
    assert [s.share for s in voices] == [round(n / sum(words), 4) for n in words]


def test_nothing_is_left_of_nothing() -> None:
    nothing = narrowed(WHOLE, lambda _: False)
    assert {s.share for s in recounted(nothing, WHOLE).speakers} == {0.0}


def test_what_is_doubtful_goes_and_who_says_no_more() -> None:
    assert without_doubtful(WHOLE) is WHOLE
    unsure = {"q4": 0.2, "q5": 0.29, "q6": 0.1}
    doubted = replace(
        WHOLE,
        quotes=tuple(replace(q, confidence=unsure.get(q.id, q.confidence)) for q in WHOLE.quotes),
    )
    part = without_doubtful(doubted)
    # what stands in marks is never doubted away
    assert [quote.id for quote in part.quotes] == ["q1", "q2", "q3", "q6", "q7", "q8"]
    assert [s.id for s in part.speakers] == ["s1", "s2"]
    assert all("s3" not in entity.speakers for entity in part.entities)
    assert sum(s.share for s in part.speakers) == pytest.approx(1.0, abs=0.001)
