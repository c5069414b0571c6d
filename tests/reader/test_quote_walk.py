"""From quote to quote, from where the reader is."""

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.model import Quote
from tui.reader.quote_walk import QuoteWalk

ANALYSIS = voiced_harbour()
WALK = QuoteWalk(reversed(ANALYSIS.quotes))
ALL = 0, len(ANALYSIS.article.text)


def ids(walk: QuoteWalk) -> list[str]:
    return [quote.id for quote in walk.quotes]


def name(quote: Quote | None) -> str | None:
    return quote.id if quote else None


def test_quotes_stand_in_the_articles_order() -> None:
    assert ids(WALK) == ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"]


def test_the_next_and_the_one_before() -> None:
    third = WALK.quotes[2]
    assert name(WALK.step(third, ALL, 1)) == "q4"
    assert name(WALK.step(third, ALL, -1)) == "q2"
    assert WALK.step(WALK.quotes[-1], ALL, 1) is None
    assert WALK.step(WALK.quotes[0], ALL, -1) is None


def test_without_a_current_quote_the_view_decides() -> None:
    top = WALK.quotes[3].spans[0].start - 5
    assert name(WALK.step(None, (top, top + 500), 1)) == "q4"
    assert name(WALK.step(None, (top, top + 500), -1)) == "q3"


def test_a_current_quote_that_left_the_view_does_not_decide() -> None:
    top = WALK.quotes[5].spans[0].start - 5
    assert name(WALK.step(WALK.quotes[0], (top, top + 500), 1)) == "q6"


def test_one_speakers_quotes_from_anothers() -> None:
    own = QuoteWalk(q for q in ANALYSIS.quotes if q.speaker == "s2")
    assert ids(own) == ["q2", "q3", "q8"]
    assert name(own.step(WALK.quotes[4], ALL, 1)) == "q8"
    assert name(own.step(WALK.quotes[4], ALL, -1)) == "q3"


def test_what_was_said_of_a_name() -> None:
    assert ids(WALK.about(ANALYSIS.entities[1])) == ["q7", "q8"]
    assert ids(WALK.about(ANALYSIS.entities[2])) == []


def test_the_nearest_is_the_next_or_else_the_first() -> None:
    own = QuoteWalk(q for q in ANALYSIS.quotes if q.speaker == "s3")
    assert name(own.nearest(0)) == "q4"
    assert name(own.nearest(ALL[1])) == "q4"
    assert QuoteWalk(()).nearest(0) is None


def test_words_that_say_who_speaks_lead_to_the_quote() -> None:
    cue = WALK.quotes[0].cue
    assert cue is not None
    assert name(WALK.tied_to(cue.start)) == "q1"
    assert WALK.tied_to(len(ANALYSIS.article.text) - 1) is None
