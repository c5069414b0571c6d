"""Chains against gold chains: MUC, B³ and CEAF, as the CoNLL shared tasks count them."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from tui.article.model import Span

# Everything that means one thing: the spans of its mentions.
Chain = Set[Span]


@dataclass(frozen=True, slots=True)
class Tally:
    """What is right of what was found, and what is found of what there is; summed over texts."""

    right: float = 0.0
    found: float = 0.0
    recalled: float = 0.0
    gold: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.found + other.found,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """In [0, 1]; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """In [0, 1]; 0 where there is nothing to find."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def muc(gold: Sequence[Chain], found: Sequence[Chain]) -> Tally:
    """The links that are kept when each chain is cut as the other side cuts it.

    Vilain et al., A model-theoretic coreference scoring scheme (MUC-6, 1995).
    """
    return Tally(*_kept_links(found, gold), *_kept_links(gold, found))


def b_cubed(gold: Sequence[Chain], found: Sequence[Chain]) -> Tally:
    """For each mention the share of its chain that belongs there.

    Bagga and Baldwin, Algorithms for scoring coreference chains (LREC 1998); mentions that only one
    side has count against it, as in the scorer of CoNLL-2012 (Pradhan et al., 2014).
    """
    return Tally(
        _belonging(found, gold), _mentions(found), _belonging(gold, found), _mentions(gold)
    )


def ceaf(gold: Sequence[Chain], found: Sequence[Chain]) -> Tally:
    """How alike chains are under the best pairing, each with one of the other side: φ4.

    Luo, On coreference resolution performance metrics (HLT 2005).
    """
    alike = np.zeros((len(gold), len(found)))
    for (i, j), shared in _shared(gold, found).items():
        alike[i, j] = 2 * shared / (len(gold[i]) + len(found[j]))
    total = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return Tally(total, len(found), total, len(gold))


def mention_detection(gold: Sequence[Chain], found: Sequence[Chain]) -> Tally:
    """The mentions alone, whatever chain they stand in."""
    both = float(len(set().union(*gold) & set().union(*found)))
    return Tally(both, _mentions(found), both, _mentions(gold))


def conll(tallies: Iterable[Tally]) -> float:
    """The mean F1 of MUC, B³ and CEAF-φ4: the score of the CoNLL-2011 and 2012 shared tasks."""
    return float(np.mean([tally.f1 for tally in tallies]))


def _kept_links(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[int, int]:
    """How many links of some chains the others keep, and how many there are."""
    place = _places(others)
    kept = links = 0
    for chain in chains:
        # a mention that no other chain has is a part of its own
        parts = {place.get(span, span) for span in chain}
        kept += len(chain) - len(parts)
        links += len(chain) - 1
    return kept, links


def _belonging(chains: Sequence[Chain], others: Sequence[Chain]) -> float:
    return sum(shared**2 / len(chains[i]) for (i, _), shared in _shared(chains, others).items())


def _shared(chains: Sequence[Chain], others: Sequence[Chain]) -> Mapping[tuple[int, int], int]:
    """How many mentions chain i shares with other chain j, for the pairs that share any."""
    place = _places(others)
    shared: dict[tuple[int, int], int] = {}
    for i, chain in enumerate(chains):
        for span in chain:
            if (j := place.get(span)) is not None:
                shared[i, j] = shared.get((i, j), 0) + 1
    return shared


def _places(chains: Sequence[Chain]) -> Mapping[Span, int]:
    return {span: i for i, chain in enumerate(chains) for span in chain}


def _mentions(chains: Sequence[Chain]) -> int:
    return sum(len(chain) for chain in chains)
