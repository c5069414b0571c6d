"""How likely whole sequences of labels are: the loss that goes with the search for the best one."""

import torch
from torch import Tensor

from tui.analysis.label_runs import BEGIN, INSIDE, OUTSIDE, START, STEPS
from tui.training.examples import FIRST_OF_BLOCK, IGNORED, NO_WORD


def sequence_loss(scores: Tensor, labels: Tensor, word: Tensor) -> Tensor:
    """The mean negative log-likelihood of a word's labels, as a scalar.

    A conditional random field (Lafferty et al., 2001) whose transitions are the fixed ones of
    `best_labels`: `scores` (batch, pieces, sequences, 3), `labels` (batch, pieces, sequences) and
    `word` (batch, pieces) of NO_WORD, WORD, FIRST_OF_BLOCK. The first piece of each word counts;
    rows whose labels are IGNORED do not.
    """
    known = (labels != IGNORED).any(2).any(1)
    scores, labels, word = scores[known], labels[known], word[known]
    if not len(scores) or not bool((word != NO_WORD).any()):
        return scores.sum() * 0
    # the first pieces of words move to the front, in order
    order = (word == NO_WORD).int().argsort(dim=1, stable=True)
    count = (word != NO_WORD).sum(1)
    longest = int(count.max())
    order = order[:, :longest]
    every = torch.arange(len(scores))[:, None]
    scores, labels, word = scores[every, order], labels[every, order], word[every, order]
    there = torch.arange(longest)[None] < count[:, None]
    anew = word == FIRST_OF_BLOCK
    anew[:, 0] = True
    labels = _allowed(labels, anew)
    total = _all_paths(scores, anew, there) - _one_path(scores, labels, anew, there)
    return total.sum() / (there.sum() * scores.shape[2])


def _allowed(labels: Tensor, anew: Tensor) -> Tensor:
    """What goes on from before a block or a window begins in it."""
    before = torch.cat([torch.full_like(labels[:, :1], OUTSIDE), labels[:, :-1]], 1)
    orphan = (labels == INSIDE) & (anew[..., None] | (before == OUTSIDE))
    return labels.masked_fill(orphan, BEGIN).clamp(min=0)


def _all_paths(scores: Tensor, anew: Tensor, there: Tensor) -> Tensor:
    """The log of the sum over all label sequences, (batch, sequences)."""
    steps, start = torch.from_numpy(STEPS), torch.from_numpy(START)
    value = scores[:, 0] + start
    for i in range(1, scores.shape[1]):
        onward = torch.logsumexp(value[..., :, None] + steps, 2)
        afresh = torch.logsumexp(value, 2, keepdim=True) + start
        moved = torch.where(anew[:, i, None, None], afresh, onward) + scores[:, i]
        value = torch.where(there[:, i, None, None], moved, value)
    return torch.logsumexp(value, 2)


def _one_path(scores: Tensor, labels: Tensor, anew: Tensor, there: Tensor) -> Tensor:
    """The score of the sequence that is right, (batch, sequences)."""
    steps, start = torch.from_numpy(STEPS), torch.from_numpy(START)
    emitted = scores.gather(3, labels[..., None])[..., 0]
    begun = start[labels]
    moved = torch.cat([begun[:, :1], steps[labels[:, :-1], labels[:, 1:]]], 1)
    moved = torch.where(anew[..., None], begun, moved)
    return ((emitted + moved) * there[..., None]).sum(1)
