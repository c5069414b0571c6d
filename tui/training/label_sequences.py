"""How likely words' labels are, one by one and as whole sequences: what the role heads learn by."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from tui.analysis.label_runs import BEGIN, END, INSIDE, OUTSIDE, SINGLE, START, STEPS, STOP
from tui.training.examples import FIRST_OF_BLOCK, IGNORED, NO_WORD


@dataclass(frozen=True, slots=True)
class Words:
    """Windows word by word: the first piece of each word, and nothing else.

    `scores` (windows, words, sequences, 5), `labels` (windows, words, sequences), `anew` and
    `there` (windows, words): where a block begins, and which words are not padding.
    """

    scores: Tensor
    labels: Tensor
    anew: Tensor
    there: Tensor


def words_of(scores: Tensor, labels: Tensor, word: Tensor) -> Words | None:
    """The words of pieces, and the five labels that follow from BEGIN, INSIDE and OUTSIDE.

    `scores` (batch, pieces, sequences, 5), `labels` (batch, pieces, sequences), `word` (batch,
    pieces) of NO_WORD, WORD, FIRST_OF_BLOCK. Windows whose labels are IGNORED are left out; None
    where no word is left.
    """
    known = (labels != IGNORED).any(2).any(1)
    scores, labels, word = scores[known], labels[known], word[known]
    count = (word != NO_WORD).sum(1)
    if not bool(count.any()):
        return None
    longest = int(count.max())
    # the first pieces of words move to the front, in order
    order = (word == NO_WORD).int().argsort(dim=1, stable=True)[:, :longest]
    every = torch.arange(len(scores))[:, None]
    there = torch.arange(longest)[None] < count[:, None]
    anew = (word[every, order] == FIRST_OF_BLOCK) & there
    anew[:, 0] = True
    labels = labels[every, order].masked_fill(~there[..., None], OUTSIDE)
    return Words(scores[every, order], _with_ends(labels, anew), anew, there)


def _with_ends(labels: Tensor, anew: Tensor) -> Tensor:
    """What goes on from before a block or a window begins in it; the last word of a run ends it."""
    before = torch.cat([torch.full_like(labels[:, :1], OUTSIDE), labels[:, :-1]], 1)
    orphan = (labels == INSIDE) & (anew[..., None] | (before == OUTSIDE))
    labels = labels.masked_fill(orphan, BEGIN)
    behind = torch.cat([labels[:, 1:], torch.full_like(labels[:, :1], OUTSIDE)], 1)
    parted = torch.cat([anew[:, 1:], torch.ones_like(anew[:, :1])], 1)
    last = parted[..., None] | (behind != INSIDE)
    single, end = last & (labels == BEGIN), last & (labels == INSIDE)
    return labels.masked_fill(single, SINGLE).masked_fill(end, END)


def word_loss(words: Words, smoothing: float) -> Tensor:
    """The cross-entropy of each word's labels, summed over the sequences."""
    scores, labels = words.scores[words.there], words.labels[words.there]
    loss = cross_entropy(scores.flatten(0, 1), labels.flatten(), label_smoothing=smoothing)
    return loss * words.labels.shape[2]


def sequence_loss(words: Words) -> Tensor:
    """The negative log-likelihood of whole sequences, per word, summed over the sequences.

    A conditional random field (Lafferty et al., 2001) whose transitions are those of `best_labels`.
    """
    total = _all_paths(words) - _one_path(words)
    return total.sum() / words.there.sum()


def _all_paths(words: Words) -> Tensor:
    """The log of the sum over all label sequences, (windows, sequences)."""
    steps, start, stop = (torch.from_numpy(a) for a in (STEPS, START, STOP))
    scores, anew, there = words.scores, words.anew, words.there
    value = scores[:, 0] + start
    for i in range(1, scores.shape[1]):
        onward = torch.logsumexp(value[..., :, None] + steps, 2)
        if bool(anew[:, i].any()):
            afresh = torch.logsumexp(value + stop, 2, keepdim=True) + start
            onward = torch.where(anew[:, i, None, None], afresh, onward)
        value = torch.where(there[:, i, None, None], onward + scores[:, i], value)
    return torch.logsumexp(value + stop, 2)


def _one_path(words: Words) -> Tensor:
    """The score of the sequence that is right, (windows, sequences)."""
    emitted = words.scores.gather(3, words.labels[..., None])[..., 0]
    return (emitted * words.there[..., None]).sum(1)
