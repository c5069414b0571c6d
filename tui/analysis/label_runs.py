"""Scores of labels, word by word -> the best labels and the runs of words that they mark."""

import numpy as np
from numpy.typing import NDArray

from tui.analysis.encoder import Floats
from tui.analysis.word_pieces import Ints

# A run of several words begins, goes on and ends; one word alone is single.
BEGIN, INSIDE, OUTSIDE, END, SINGLE = range(5)
LABELS = 5
# What may stand first, and last, in a block; what goes on with what has begun.
FIRST = (BEGIN, OUTSIDE, SINGLE)
LAST = (OUTSIDE, END, SINGLE)
GOING_ON = (INSIDE, END)
# What may follow what.
IMPOSSIBLE = -1e9
STEPS = np.full((LABELS, LABELS), IMPOSSIBLE, np.float32)
for label in range(LABELS):
    STEPS[label, FIRST if label in LAST else GOING_ON] = 0
START, STOP = np.full((2, LABELS), IMPOSSIBLE, np.float32)
START[list(FIRST)] = 0
STOP[list(LAST)] = 0
# Whether a run is open behind a word.
OPEN, CLOSED = range(2)

# The words `start` to `end` (exclusive) of a window.
Run = tuple[int, int]


def best_labels(scores: Floats, blocks: Ints) -> NDArray[np.int64]:
    """The best sequence of labels (words, sequences) for log scores (words, sequences, LABELS).

    The labels of a block hang on one another by STEPS (the algorithm is Viterbi's, 1967); where a
    word's block is another than the last one's, labels start anew.
    """
    count, sequences, _ = scores.shape
    begin, inside, outside, end, single = scores.transpose(2, 0, 1)
    # all that STEPS asks is whether a run is open behind a word: steps (words, to, from, sequences)
    steps = np.empty((count, 2, 2, sequences), np.float32)
    steps[:, OPEN, OPEN], steps[:, CLOSED, OPEN] = inside, end
    steps[:, OPEN, CLOSED], steps[:, CLOSED, CLOSED] = begin, np.maximum(outside, single)
    anew = np.concatenate([[True], blocks[1:] != blocks[:-1]])[:count]
    steps[anew, :, OPEN] = IMPOSSIBLE
    # all blocks go side by side, each from its first word
    first = np.flatnonzero(anew)
    block = np.cumsum(anew) - 1
    place = np.arange(count) - first[block]
    longest = int(place.max(initial=-1)) + 1
    beside = np.zeros((longest, len(first), 2, 2, sequences), np.float32)
    beside[place, block] = steps
    best = np.zeros((longest + 1, len(first), 2, sequences), np.float32)
    each = zip(best[:, :, None], beside, beside[..., OPEN, :], beside[..., CLOSED, :], best[1:],
               strict=False)  # fmt: skip
    for before, path, from_open, from_closed, behind in each:
        path += before
        np.maximum(from_open, from_closed, out=behind)
    paths, closed = beside[place, block], best[place, block, CLOSED]
    opens = np.where(paths[:, OPEN, CLOSED] >= paths[:, OPEN, OPEN], BEGIN, INSIDE)
    closes = np.stack([closed + outside, paths[:, CLOSED, OPEN], closed + single]).argmax(0)
    return _traced(opens, np.array(LAST)[closes])


def _traced(opens: NDArray[np.int64], closes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The labels of the best paths, from their ends: that of each word where a run is open behind
    it, and where none is.
    """
    found = closes.copy()
    open_behind = opens.tolist()
    for at, sequence in np.argwhere(closes == END)[::-1].tolist():
        if found[at, sequence] == END:  # else it is within a run that ends later
            label = END
            while label in GOING_ON:
                at -= 1
                found[at, sequence] = label = open_behind[at][sequence]
    return found


def marked(labels: NDArray[np.int64], blocks: Ints) -> list[list[Run]]:
    """The runs that labels (words, sequences) mark, of each sequence; none goes from one block into
    the next.

    One that begins without its B begins all the same.
    """
    count, sequences = labels.shape
    # one sequence behind the other
    flat = labels.T.ravel()
    inside = flat != OUTSIDE
    opens = (flat == BEGIN) | (flat == SINGLE)
    closed = (flat == END) | (flat == SINGLE) | ~inside
    anew = np.tile(np.concatenate([[True], blocks[1:] != blocks[:-1]])[:count], sequences)
    parted = opens | anew | np.concatenate([[True], closed])[:-1]
    begins = np.flatnonzero(inside & parted)
    stops = np.append(np.flatnonzero(~inside | parted), len(flat))
    ends = stops[np.searchsorted(stops, begins, side="right")]
    found: list[list[Run]] = [[] for _ in range(sequences)]
    for start, end in zip(begins.tolist(), ends.tolist(), strict=True):
        at = start // count
        found[at].append((start - at * count, end - at * count))
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
