"""Pointers are followed from pronoun to pronoun to a name."""

import pytest

from tui.analysis.antecedents import Antecedents
from tui.analysis.pointers import joined_pointers, pointers
from tui.article.model import Span

ADA, BO = 1, 2
NAMED = {0: ADA, 10: BO}


Words = tuple[int, tuple[tuple[int, float], ...]]


def followed(*words: Words) -> Antecedents:
    """What follows from words at some offsets, each with where it points."""
    return Antecedents(joined_pointers([pointers([word]) for word in words]), NAMED.get)


def test_a_share_goes_to_who_is_named_there() -> None:
    antecedents = followed((20, ((0, 0.7), (10, 0.2))))
    assert antecedents.of(Span(20, 23)) == pytest.approx({ADA: 0.7, BO: 0.2})


def test_what_a_pronoun_points_to_is_shared_by_where_that_one_points() -> None:
    antecedents = followed((20, ((0, 0.5),)), (30, ((20, 0.8), (10, 0.1))))
    assert antecedents.of(Span(30, 32)) == pytest.approx({ADA: 0.4, BO: 0.1})


def test_the_words_of_a_mention_count_alike() -> None:
    antecedents = followed((20, ((0, 1.0),)), (24, ((20, 0.5), (10, 0.5))))
    assert antecedents.of(Span(20, 30)) == pytest.approx({ADA: 0.5, BO: 0.25})


def test_a_word_without_pointers_points_nowhere() -> None:
    assert followed().of(Span(5, 8)) == {}
