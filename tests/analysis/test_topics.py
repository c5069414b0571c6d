"""Who speaks of what: counted over the statements themselves."""

from dataclasses import replace

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.model import Analysis
from tui.analysis.narrowing import narrowed
from tui.analysis.topics import Topics, topics

ANALYSIS = voiced_harbour()
ADA, PIET, AUTHORITY = ANALYSIS.speakers


def told(known: Topics, speaker_id: str) -> list[tuple[str, int, bool]]:
    """The topics of a speaker: name, number of mentions, whether nobody else speaks of it."""
    return [(t.entity.name, len(t.mentions), t.alone) for t in known.of(speaker_id)]


def test_each_voice_has_what_its_statements_name() -> None:
    known = topics(ANALYSIS)
    assert told(known, ADA.id) == [("ice", 1, False), ("the divers", 1, True)]
    assert told(known, PIET.id) == [("ice", 1, False)]
    assert told(known, AUTHORITY.id) == []
    assert [known.voices(e) for e in ANALYSIS.entities] == [(), ("s1", "s2"), (), ("s1",)]


def test_what_is_said_of_most_comes_first() -> None:
    twice = replace(ANALYSIS.quotes[-1], id="q9", speaker=ADA.id)
    known = topics(replace(ANALYSIS, quotes=(*ANALYSIS.quotes, twice)))
    assert told(known, ADA.id)[0] == ("ice", 2, False)


def test_only_statements_that_are_shown_count() -> None:
    known = topics(narrowed(ANALYSIS, lambda quote: quote.kind != "indirect"))
    assert told(known, ADA.id) == [("the divers", 1, True)]
    assert told(known, PIET.id) == [("ice", 1, True)]


def test_nobody_and_nothing() -> None:
    nobody = tuple(replace(quote, speaker=None) for quote in ANALYSIS.quotes)
    assert topics(replace(ANALYSIS, quotes=nobody)) == Topics()
    assert topics(Analysis(ANALYSIS.article)) == Topics()
