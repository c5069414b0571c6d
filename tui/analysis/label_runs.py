"""Scores of labels, word by word -> the best labels and the runs of words that they mark."""

import numpy as np
from numpy.typing import NDArray

from tui.analysis.encoder import Floats
from tui.analysis.word_pieces import Ints

# A run of several words begins, goes on and ends; one word alone is single.
BEGIN, INSIDE, OUTSIDE, END, SINGLE = range(5)
LABELS = 5
# What may follow what; what may stand first, and last, in a block.
IMPOSSIBLE = -1e9
FOLLOWERS = {
    BEGIN: (INSIDE, END),
    INSIDE: (INSIDE, END),
    OUTSIDE: (BEGIN, OUTSIDE, SINGLE),
    END: (BEGIN, OUTSIDE, SINGLE),
    SINGLE: (BEGIN, OUTSIDE, SINGLE),
}
STEPS = np.full((LABELS, LABELS), IMPOSSIBLE, np.float32)
for label, followers in FOLLOWERS.items():
    STEPS[label, followers] = 0
START, STOP = np.full((2, LABELS), IMPOSSIBLE, np.float32)
START[[BEGIN, OUTSIDE, SINGLE]] = 0
STOP[[OUTSIDE, END, SINGLE]] = 0

# The words `start` to `end` (exclusive) of a window.
Run = tuple[int, int]


def best_labels(scores: Floats, blocks: Ints) -> NDArray[np.int64]:
    """The best sequence of labels (words, sequences) for log scores (words, sequences, LABELS).

    The labels of a block hang on one another by STEPS (the algorithm is Viterbi's, 1967); where a
    word's block is another than the last one's, labels start anew.
    """
    count, sequences, _ = scores.shape
    labels = np.zeros((count, sequences), np.int64)
    if not count:
        return labels
    back = np.zeros((count, sequences, LABELS), np.int64)
    anew = np.concatenate([[True], blocks[1:] != blocks[:-1]])
    value = np.zeros((sequences, LABELS), np.float32)
    value[:, BEGIN] = value[:, INSIDE] = IMPOSSIBLE
    for i in range(count):
        if anew[i]:
            ended = value + STOP
            back[i] = ended.argmax(1)[:, None]
            value = ended.max(1)[:, None] + START + scores[i]
        else:
            paths = value[:, :, None] + STEPS
            back[i] = paths.argmax(1)
            value = paths.max(1) + scores[i]
    labels[-1] = (value + STOP).argmax(1)
    every = np.arange(sequences)
    for i in range(count - 1, 0, -1):
        labels[i - 1] = back[i, every, labels[i]]
    return labels


def marked(labels: NDArray[np.int64], blocks: Ints) -> list[Run]:
    """The runs that labels mark; none goes from one block into the next.

    One that begins without its B begins all the same.
    """
    inside = labels != OUTSIDE
    opens = (labels == BEGIN) | (labels == SINGLE)
    parted = np.concatenate([[True], blocks[1:] != blocks[:-1]])
    closed = (labels == END) | (labels == SINGLE) | ~inside
    parted |= np.concatenate([[True], closed[:-1]])
    begins = np.flatnonzero(inside & (opens | parted))
    stops = np.flatnonzero(~inside | opens | parted)
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
