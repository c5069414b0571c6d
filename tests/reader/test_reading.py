"""What is chosen holds across answers, as far as it is shown."""

from dataclasses import replace

from tests.reader.voiced_harbour import voiced_harbour
from tui.reader.reading import Reading

ANALYSIS = voiced_harbour()


def test_what_is_chosen_goes_when_nothing_of_it_is_shown() -> None:
    reading = Reading()
    reading.take(ANALYSIS)
    reading.open(ANALYSIS.speakers[2], asked=True)
    reading.alone = True
    assert not reading.filter("indirect")
    assert reading.chosen is None
    assert not reading.alone
    assert len(reading.walk.quotes) == 4
    assert reading.filter("indirect")
    assert len(reading.walk.quotes) == 8


def test_a_newer_answer_keeps_what_is_hidden_hidden() -> None:
    reading = Reading()
    assert not reading.filter("indirect")
    reading.take(ANALYSIS)
    assert reading.shown is not None
    assert {quote.kind for quote in reading.shown.quotes} == {"mixed", "direct"}
    assert reading.quote("q2") is None
    reading.open(reading.speaker("s2"), asked=True)
    told = tuple(replace(q, kind="indirect") for q in ANALYSIS.quotes)
    reading.take(replace(ANALYSIS, quotes=told))
    assert reading.chosen is None
    assert reading.why_no_quotes == "There are only indirect statements, which are hidden."
    assert reading.why_no_voices.startswith("All that is said here is told in other words")
    assert Reading().why_no_voices.startswith("Nobody is quoted in this article")


def test_to_be_asked_for_holds_as_long_as_the_voice_is_open() -> None:
    reading = Reading()
    reading.take(ANALYSIS)
    one, other = ANALYSIS.speakers[:2]
    reading.open(one)
    assert not reading.asked
    reading.open(one, asked=True)
    reading.open(one)
    assert reading.asked
    reading.open(other)
    assert not reading.asked
