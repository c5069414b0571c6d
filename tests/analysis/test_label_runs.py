"""Labels from scores, and the runs that they mark."""

import numpy as np

from tui.analysis.label_runs import BEGIN, INSIDE, OUTSIDE, apart, best_labels, marked, softmax

B, I, O = BEGIN, INSIDE, OUTSIDE  # noqa: E741


def labels(scores: list[list[float]], blocks: list[int]) -> list[int]:
    shares = softmax(np.array(scores, np.float32))
    found = best_labels(np.log(shares)[:, None], np.array(blocks))
    return [int(label) for label in found[:, 0]]


def test_runs_of_labels() -> None:
    found = marked(np.array([B, I, O, I, B, I, I]), np.array([0, 0, 0, 0, 0, 0, 1]))
    assert found == [(0, 2), (3, 4), (4, 6), (6, 7)]


def test_nothing_goes_on_that_has_not_begun() -> None:
    assert labels([[0, 0, 3], [1, 2, 0], [0, 3, 0]], [0, 0, 0]) == [O, B, I]


def test_one_doubtful_word_does_not_part_a_run() -> None:
    assert labels([[4, 0, 0], [0, 4, 0], [0, 1, 1.5], [0, 4, 0]], [0] * 4) == [B, I, I, I]


def test_labels_start_anew_with_a_block() -> None:
    assert labels([[4, 0, 0], [0, 4, 0]], [0, 1]) == [B, B]


def test_no_words() -> None:
    assert best_labels(np.zeros((0, 3, 3), np.float32), np.zeros(0, np.int64)).shape == (0, 3)


def test_runs_apart_from_others() -> None:
    assert apart([(0, 2), (3, 5), (6, 7)], [(4, 6)]) == [(0, 2), (6, 7)]
