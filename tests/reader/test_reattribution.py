"""Which statements are somebody else's in a newer analysis, as far as that is sure."""

from dataclasses import replace

from tests.reader.desk import ANALYSIS
from tui.analysis.model import Analysis, Quote
from tui.article.model import Span
from tui.reader.reattribution import new_voices

START = {quote.id: quote.spans[0].start for quote in ANALYSIS.quotes}


def with_quotes(*quotes: Quote) -> Analysis:
    """The analysis with these in the place of those that have their ids."""
    changed = {quote.id: quote for quote in quotes}
    return replace(ANALYSIS, quotes=tuple(changed.get(q.id, q) for q in ANALYSIS.quotes))


def quote(number: int) -> Quote:
    return ANALYSIS.quotes[number - 1]


def test_only_what_is_somebody_elses_is_told() -> None:
    other = with_quotes(replace(quote(2), speaker="s1"), replace(quote(8), speaker=None))
    assert new_voices(ANALYSIS, ANALYSIS) == {}
    assert new_voices(ANALYSIS, other) == {
        START["q2"]: ("Ada Falkmere", "mayor of Ostrand"),
        START["q8"]: (None, None),
    }


def test_what_is_no_statement_any_more_is_nobodys_and_comes_back() -> None:
    fewer = replace(ANALYSIS, quotes=ANALYSIS.quotes[1:])
    assert new_voices(ANALYSIS, fewer) == {START["q1"]: (None, None)}
    assert new_voices(fewer, ANALYSIS) == {START["q1"]: ("Ada Falkmere", "mayor of Ostrand")}


def test_what_cannot_be_told_for_sure_is_left_out() -> None:
    start, end = quote(8).spans[0]
    later = with_quotes(replace(quote(8), spans=(Span(start + 1, end),), speaker="s1"))
    assert START["q8"] not in new_voices(ANALYSIS, later)
    two = replace(later, quotes=(*ANALYSIS.quotes, replace(quote(8), id="q9", speaker="s1")))
    assert new_voices(ANALYSIS, two) == {}
    assert new_voices(two, ANALYSIS) == {}
