"""What a tagger is to keep while it learns something else: a teacher's reading of statements."""

import torch
from torch import Tensor
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    kl_div,
    log_softmax,
    softmax,
)

from tui.analysis.encoder import ROLES
from tui.analysis.label_runs import LABELS, OUTSIDE
from tui.analysis.tagger import CONTENT, CUE
from tui.training.examples import NO_WORD, Batch
from tui.training.network import NEVER, link_scores

# A word counts as a cue's or as content where the teacher is at least so sure.
PERHAPS_CUE = 0.1
CONTENT_LIKELY = 0.5

Scores = tuple[Tensor, Tensor, Tensor, Tensor]


def held(mine: Scores, teachers: Scores, batch: Batch) -> Tensor:
    """How far roles and links are from a teacher's (distillation: Hinton et al., 2015).

    Both are what a tagger returns for the batch. The labels of every word count, links only where
    the teacher sees a cue or content.
    """
    words = batch.mask & (batch.word != NO_WORD)
    taught = teachers[0].float().unflatten(-1, (len(ROLES), LABELS))
    learned = mine[0].float().unflatten(-1, (len(ROLES), LABELS))
    total = _apart(learned[words], taught[words]) * len(ROLES)
    outside = softmax(taught, -1)[..., OUTSIDE]
    row, cue = torch.nonzero(words & (1 - outside[..., CUE] > PERHAPS_CUE), as_tuple=True)
    if not len(row):
        return total
    own, other = mine[2].float(), teachers[2].float()
    there = batch.mask[row]
    claims, right = link_scores(own, "content"), link_scores(other, "content")
    total = total + binary_cross_entropy_with_logits(
        claims[row, cue][there], torch.sigmoid(right[row, cue][there])
    )
    said_row, said = torch.nonzero(
        words & (1 - outside[..., CONTENT] > CONTENT_LIKELY), as_tuple=True
    )
    if len(said_row):
        back, right_back = claims.transpose(1, 2), right.transpose(1, 2)
        total = total + _pointing(back[said_row, said], right_back[said_row, said], batch, said_row)
    source, right_source = link_scores(own, "source"), link_scores(other, "source")
    total = total + _pointing(source[row, cue], right_source[row, cue], batch, row)
    earlier = torch.ones(words.shape[1], words.shape[1], dtype=torch.bool).tril(-1)
    earlier[0, 0] = True
    back_row, back_from = torch.nonzero(words, as_tuple=True)
    mentions, right_mentions = link_scores(own, "antecedent"), link_scores(other, "antecedent")
    closed = ~earlier[back_from]
    return total + _apart(
        mentions[back_row, back_from].masked_fill(closed, NEVER),
        right_mentions[back_row, back_from].masked_fill(closed, NEVER),
    )


def _pointing(scores: Tensor, taught: Tensor, batch: Batch, row: Tensor) -> Tensor:
    closed = ~batch.mask[row]
    return _apart(scores.masked_fill(closed, NEVER), taught.masked_fill(closed, NEVER))


def _apart(scores: Tensor, taught: Tensor) -> Tensor:
    """The mean Kullback-Leibler divergence of the shares over the last axis."""
    shape = (-1, scores.shape[-1])
    mine, theirs = log_softmax(scores.reshape(shape), -1), log_softmax(taught.reshape(shape), -1)
    return kl_div(mine, theirs, reduction="batchmean", log_target=True)
