"""Scores of B, I and O, word by word -> the best labels and the runs of words that they mark."""

import numpy as np
from numpy.typing import NDArray

from tui.analysis.encoder import Floats
from tui.analysis.word_pieces import Ints

BEGIN, INSIDE, OUTSIDE = range(3)
# From label to label: nothing goes on that has not begun, and hardly anything begins anew inside.
IMPOSSIBLE = -1e9
STEPS = np.array([[0, 0, 0], [-1, 0, 0], [0, IMPOSSIBLE, 0]], np.float32)
START = np.array([0, IMPOSSIBLE, 0], np.float32)

# The words `start` to `end` (exclusive) of a window.
Run = tuple[int, int]


def best_labels(scores: Floats, blocks: Ints) -> NDArray[np.int64]:
    """The best sequence of labels (words, sequences) for log scores (words, sequences, 3).

    The labels of a block hang on one another by STEPS (the algorithm is Viterbi's, 1967); where a
    word's block is another than the last one's, labels start anew.
    """
    count, sequences, _ = scores.shape
    labels = np.zeros((count, sequences), np.int64)
    if not count:
        return labels
    back = np.zeros((count, sequences, 3), np.int64)
    anew = np.concatenate([[True], blocks[1:] != blocks[:-1]])
    value = np.zeros((sequences, 3), np.float32)
    for i in range(count):
        if anew[i]:
            back[i] = value.argmax(1)[:, None]
            value = value.max(1)[:, None] + START + scores[i]
        else:
            paths = value[:, :, None] + STEPS
            back[i] = paths.argmax(1)
            value = paths.max(1) + scores[i]
    labels[-1] = value.argmax(1)
    every = np.arange(sequences)
    for i in range(count - 1, 0, -1):
        labels[i - 1] = back[i, every, labels[i]]
    return labels


def marked(labels: NDArray[np.int64], blocks: Ints) -> list[Run]:
    """The runs that labels mark; none goes from one block into the next.

    One that begins without its B begins all the same.
    """
    inside = labels != OUTSIDE
    parted = np.concatenate([[True], blocks[1:] != blocks[:-1]])
    before = np.concatenate([[False], inside[:-1]]) & ~parted
    begins = np.flatnonzero(inside & ((labels == BEGIN) | ~before))
    stops = np.flatnonzero(~inside | (labels == BEGIN) | parted)
    found = []
    for start in begins:
        at = int(np.searchsorted(stops, start, side="right"))
        end = int(stops[at]) if at < len(stops) else len(labels)
        found.append((int(start), end))
    return found


def apart(runs: list[Run], others: list[Run]) -> list[Run]:
    """Those runs that share no word with others."""
    return [r for r in runs if not any(s < r[1] and r[0] < e for s, e in others)]


def softmax(scores: Floats) -> Floats:
    """Scores as shares of one, along the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = (powers / powers.sum(-1, keepdims=True)).astype(np.float32)
    return shares


def sigmoid(scores: Floats) -> Floats:
    """Scores as probabilities."""
    shares: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32)
    return shares
