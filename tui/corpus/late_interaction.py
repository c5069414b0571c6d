"""How close statements are to a question word by word, and which of its words tell most."""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tui.analysis.encoder import cores
from tui.analysis.first_layers import Floats, first_layers

_MOST_COMMON: Final = "the"
"""The vocabulary numbers its words from this one on by how common they are."""
_TELLING: Final = 100
"""A word that is among so many of the most common tells nothing."""


def word_by_word(question: str, texts: Sequence[str], mean: Floats) -> Floats:
    """How close each text is to a question, in [-1, 1], (len(texts),).

    Each word piece of the question finds the one in the text that means most the like, and the
    rarer it is, the more that counts: late interaction (ColBERT, Khattab and Zaharia, 2020), each
    piece weighed by its information as of Zipf's law. `mean` (384,) is taken away from all of them.
    Raises NoEncoderError.
    """
    layers = first_layers()
    numbers, asked = layers.pieces(question)
    if not len(numbers):
        return np.zeros(len(texts), np.float32)
    weights = _information(numbers)
    wanted = normalised(asked - mean)

    def close(text: str) -> float:
        _, found = layers.pieces(text)
        if not len(found):
            return 0.0
        best = (wanted @ normalised(found - mean).T).max(1)
        return float(best @ weights / weights.sum())

    with ThreadPoolExecutor(cores()) as threads:
        return np.array([*threads.map(close, texts)], np.float32)


def telling_words(question: str, most: int) -> tuple[str, ...]:
    """The rarest words of a question, at most so many, the rarest first; of none that is common.

    Raises NoEncoderError.
    """
    words = dict.fromkeys(re.findall(r"\w+(?:['’]\w+)*", question.lower()))
    told = {word: _information(np.array(first_layers().cut(word))).sum() for word in words}
    rare = [word for word in words if told[word] > np.log(_TELLING)]
    return tuple(sorted(rare, key=lambda word: -told[word])[:most])


def _information(numbers: NDArray[np.int64]) -> Floats:
    """How much each of some word pieces tells: the logarithm of its rank among the common ones."""
    ranks = np.maximum(numbers - first_layers().number(_MOST_COMMON) + 1, 1)
    told: Floats = np.log(ranks + 1).astype(np.float32)
    return told


def normalised(vectors: Floats) -> Floats:
    """Vectors, one a row, at length 1; those that are nothing stay so."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    made: Floats = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return made
