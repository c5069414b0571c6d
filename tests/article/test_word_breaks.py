"""A word broken at a line's end is made whole; a compound keeps its hyphen."""

import pytest

from tui.article.word_breaks import WordBreaks


def joined(before: str, following: str, elsewhere: str = "") -> str:
    """Two lines made one, in an article that has other words elsewhere."""
    start, gap = WordBreaks([before, following, elsewhere]).mended(before, following)
    return start + gap + following


@pytest.mark.parametrize(
    ("before", "following", "whole"),
    [
        ("the govern-", "ment said", "the government said"),
        ("a well-", "known mayor", "a well-known mayor"),
        ("her mother-in-", "law", "her mother-in-law"),
        ("a 25-", "year-old sailor", "a 25-year-old sailor"),
        ("the Anglo-", "Saxon powers", "the Anglo-Saxon powers"),
        ("two-", "and three-year terms", "two- and three-year terms"),
        ("the boats -", "all of them", "the boats - all of them"),
        ("the boats --", "all of them", "the boats -- all of them"),
        ("an ordinary", "line end", "an ordinary line end"),
        ("since yester-", "day", "since yesterday"),
        ("a two-", "day strike", "a two-day strike"),
        ("a coal-", "fired oven", "a coal-fired oven"),
        ("Mr Kim-Castel-", "lan said", "Mr Kim-Castellan said"),
    ],
)
def test_line_ends(before: str, following: str, whole: str) -> None:
    assert joined(before, following) == whole


def test_how_the_article_writes_the_word_elsewhere_decides() -> None:
    assert joined("the co-", "operative", "The cooperative met.") == "the cooperative"
    assert joined("the co-", "operative", "The co-operative met.") == "the co-operative"
    assert joined("a well-", "being", "Their wellbeing matters.") == "a wellbeing"
    assert joined("a trade-", "union man", "The trade and the union met.") == "a trade-union man"
