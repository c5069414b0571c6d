"""The scores of chains, on the examples of the papers that they come from."""

from collections.abc import Sequence

import pytest

from tui.article.model import Span
from tui.training.coreference_scores import (
    Chain,
    Tally,
    b_cubed,
    ceaf,
    conll,
    mention_detection,
    muc,
)


def made(*chains: str) -> list[Chain]:
    """Chains of mentions that are called by letters and digits."""
    return [{Span(ord(name), ord(name) + 1) for name in chain} for chain in chains]


GOLD = made("12345", "67", "89ABC")
# Luo's four answers; the first two are Bagga and Baldwin's.
TWO_JOINED = made("12345", "6789ABC")
LARGEST_JOINED = made("1234589ABC", "67")
ALL_JOINED = made("123456789ABC")
ALL_APART = made(*"123456789ABC")


@pytest.mark.parametrize(
    ("gold", "found", "recall", "precision"),
    [
        (made("ABCD"), made("AB", "CD"), 2 / 3, 1),
        (made("AB", "CD"), made("ABCD"), 1, 2 / 3),
        (made("ABCD"), made("ABCD"), 1, 1),
        (made("ABCD"), made("AB"), 1 / 3, 1),  # C and D are links of their own that are missed
        (made("ABC"), made("AC"), 1 / 2, 1),
        (made("BCDEGHJ", "AFI"), made("ABC", "DEFGHIJ"), 6 / 8, 6 / 8),
    ],
)
def test_muc(
    gold: Sequence[Chain], found: Sequence[Chain], recall: float, precision: float
) -> None:
    tally = muc(gold, found)
    assert tally.recall == pytest.approx(recall)
    assert tally.precision == pytest.approx(precision)


def test_muc_sees_no_difference_between_small_and_large_mistakes() -> None:
    """Bagga and Baldwin's reason for B³: both answers have one wrong link."""
    for found in (TWO_JOINED, LARGEST_JOINED):
        assert muc(GOLD, found).recall == 1
        assert muc(GOLD, found).precision == pytest.approx(9 / 10)


@pytest.mark.parametrize(
    ("found", "recall", "precision"),
    [
        (TWO_JOINED, 1, 16 / 21),
        (LARGEST_JOINED, 1, 7 / 12),
        (ALL_JOINED, 1, 3 / 8),
        (ALL_APART, 1 / 4, 1),
    ],
)
def test_b_cubed(found: Sequence[Chain], recall: float, precision: float) -> None:
    tally = b_cubed(GOLD, found)
    assert tally.recall == pytest.approx(recall)
    assert tally.precision == pytest.approx(precision)


def test_b_cubed_counts_mentions_that_only_one_side_has() -> None:
    tally = b_cubed(made("ABC"), made("ABX"))
    assert tally.recall == pytest.approx(4 / 9)
    assert tally.precision == pytest.approx(4 / 9)


@pytest.mark.parametrize(
    ("found", "f1"),
    [(TWO_JOINED, 0.733), (LARGEST_JOINED, 0.667), (ALL_JOINED, 0.294), (ALL_APART, 0.178)],
)
def test_ceaf(found: Sequence[Chain], f1: float) -> None:
    """The table of Luo's paper, column of φ4."""
    assert ceaf(GOLD, found).f1 == pytest.approx(f1, abs=0.0005)


def test_ceaf_pairs_each_chain_once() -> None:
    tally = ceaf(made("ABCDEF"), made("ABC", "DEF"))
    assert tally.recall == pytest.approx(2 / 3)
    assert tally.precision == pytest.approx(1 / 3)


def test_mentions_count_whatever_chain_they_stand_in() -> None:
    tally = mention_detection(made("ABC", "DE"), made("AD", "BX"))
    assert (tally.recall, tally.precision) == (3 / 5, 3 / 4)


def test_texts_are_summed_before_they_are_divided() -> None:
    both = muc(made("ABCD"), made("AB", "CD")) + muc(made("AB"), made("AB"))
    assert both.recall == pytest.approx(3 / 4)
    assert both.precision == 1


def test_the_score_of_conll_is_the_mean() -> None:
    tallies = [metric(GOLD, TWO_JOINED) for metric in (muc, b_cubed, ceaf)]
    assert conll(tallies) == pytest.approx((18 / 19 + 32 / 37 + 11 / 15) / 3)


@pytest.mark.parametrize("metric", [muc, b_cubed, ceaf, mention_detection])
def test_nothing_found_is_worth_nothing(metric: type) -> None:
    assert metric(GOLD, []).f1 == metric([], GOLD).f1 == 0
    assert metric([], []) == Tally()
