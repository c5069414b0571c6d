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


@pytest.mark.parametrize(
    ("before", "following", "elsewhere", "whole"),
    [
        ("the sea-", "gull", "", "the seagull"), ("a half-", "gull", "", "a half-gull"),
        ("a gull-", "based town", "", "a gull-based town"), ("a Half-", "gull", "", "a Half-gull"),
        ("the sea-", "Gull", "", "the sea-Gull"), ("in 19-", "84", "", "in 19-84"),
        ("the coal-", "boat", "Coal came by boat.", "the coal-boat"),
        ("the sea-", "boat", "The sea and the boat.", "the seaboat"),
        ("the coal-", "man", "Coal and the man.", "the coalman"),
        ("one on-", "board", "It was on\u2010board.", "one on-board"),
        ("a well-to-", "dome", "", "a well-to-dome"), ("the sea\u2010", "gull", "", "the seagull"),
        ("x" * 70 + "-", "gull", "", "x" * 70 + "gull"),
        ("the sea-", "(gull)", "", "the sea- (gull)"),
        ("ask mon-", "day", "", "ask monday"), ("pre-", "or post", "", "pre- or post"),
    ],
)  # fmt: skip
def test_which_words_keep_their_hyphen(
    before: str, following: str, elsewhere: str, whole: str
) -> None:
    assert joined(before, following, elsewhere) == whole


def test_broken_words_tell_nothing_of_others() -> None:
    lines = ["the coal-", "boat came", "and coal-", "boat"]
    assert WordBreaks(lines).mended("the coal-", "boat") == ("the coal", "")
    assert WordBreaks([*lines, "Coal came, a boat"]).mended("the coal-", "boat") == (
        "the coal-",
        "",
    )
