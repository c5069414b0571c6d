"""sumy's LexRank (Erkan and Radev, 2004) with its matrix made at once: the same answers, sooner."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sumy.summarizers.lex_rank import LexRankSummarizer


class LexRank(LexRankSummarizer):  # type: ignore[misc]  # sumy tells no types
    """A summariser of sumy's."""

    def _create_matrix(
        self,
        sentences: Sequence[Sequence[str]],
        threshold: float,
        tf_metrics: Sequence[Mapping[str, float]],
        idf_metrics: Mapping[str, float],
    ) -> NDArray[Any]:
        """The chances (sentences, sentences) to go from one to another that shares its words."""
        places = {term: i for i, term in enumerate(idf_metrics)}
        weights = np.zeros((len(sentences), len(places)))
        for row, metrics in enumerate(tf_metrics):
            for term, frequency in metrics.items():
                weights[row, places[term]] = frequency * idf_metrics[term]
        lengths = np.sqrt((weights**2).sum(1))
        alike = weights @ weights.T > threshold * np.outer(lengths, lengths)
        alike &= (lengths[:, None] > 0) & (lengths > 0)
        chances: NDArray[Any] = alike / np.maximum(alike.sum(1), 1)[:, None]
        return chances
