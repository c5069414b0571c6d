"""Labels from scores, and the runs that they mark."""

import numpy as np

from tui.analysis.label_runs import (
    BEGIN,
    END,
    INSIDE,
    LABELS,
    OUTSIDE,
    SINGLE,
    Run,
    apart,
    best_labels,
    marked,
    softmax,
)

B, I, O, E, S = BEGIN, INSIDE, OUTSIDE, END, SINGLE  # noqa: E741 - as in the literature


def labels(scores: list[dict[int, float]], blocks: list[int]) -> list[int]:
    """The best labels for words that have these scores, and 0 for the labels not given."""
    whole = np.zeros((len(scores), LABELS), np.float32)
    for i, given in enumerate(scores):
        for label, score in given.items():
            whole[i, label] = score
    found = best_labels(np.log(softmax(whole))[:, None], np.array(blocks))
    return [int(label) for label in found[:, 0]]


def runs(*sequences: list[int], blocks: list[int]) -> list[list[Run]]:
    """The runs that some sequences of labels mark over the same words."""
    return marked(np.array(sequences).T, np.array(blocks))


def test_runs_of_labels() -> None:
    found = runs([B, E, O, S, B, I, E, B], blocks=[0, 0, 0, 0, 0, 0, 0, 1])
    assert found == [[(0, 2), (3, 4), (4, 7), (7, 8)]]


def test_each_sequence_has_its_own_runs() -> None:
    assert runs([O, B, I], [I, I, E], blocks=[0, 0, 0]) == [[(1, 3)], [(0, 3)]]


def test_no_run_goes_from_one_block_into_the_next() -> None:
    assert runs([B, I, I], blocks=[0, 0, 1]) == [[(0, 2), (2, 3)]]


def test_runs_of_labels_that_do_not_fit() -> None:
    assert runs([B, I, O, I, E, I], blocks=[0] * 6) == [[(0, 2), (3, 5), (5, 6)]]


def test_nothing_goes_on_that_has_not_begun() -> None:
    assert labels([{O: 3}, {I: 2, B: 1}, {E: 3}], [0, 0, 0]) == [O, B, E]


def test_one_doubtful_word_does_not_part_a_run() -> None:
    assert labels([{B: 4}, {I: 4}, {O: 1.5, I: 1}, {E: 4}], [0] * 4) == [B, I, I, E]


def test_labels_start_anew_with_a_block() -> None:
    assert labels([{B: 4}, {I: 4}], [0, 1])[0] in (S, O)


def test_no_words() -> None:
    none = np.zeros(0, np.int64)
    found = best_labels(np.zeros((0, 3, LABELS), np.float32), none)
    assert found.shape == (0, 3)
    assert marked(found, none) == [[], [], []]


def test_runs_apart_from_others() -> None:
    assert apart([(0, 2), (3, 5), (6, 7)], [(4, 6)]) == [(0, 2), (6, 7)]
