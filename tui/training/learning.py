"""What a tagger is to get right: the losses of its heads on a batch."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from tui.analysis.encoder import ROLES
from tui.analysis.label_runs import LABELS
from tui.training.examples import IGNORED, Batch
from tui.training.label_sequences import sequence_loss, word_loss, words_of
from tui.training.network import NEVER, Tagger, link_scores


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each head's loss counts, and how far labels are smoothed."""

    sequences: float = 1.0
    entities: float = 1.0
    content: float = 1.0
    owner: float = 0.3
    source: float = 0.3
    antecedent: float = 0.2
    smoothing: float = 0.05


def loss_of(tagger: Tagger, batch: Batch, weights: Weights) -> Tensor:
    """The weighted sum of the losses of all heads: labels by cross-entropy, links by pointing."""
    roles, entities, links, _ = tagger(
        batch.ids, batch.case, batch.quoted, batch.mask[:, None, None, :]
    )
    total = torch.zeros(())
    words = words_of(roles.float().unflatten(-1, (len(ROLES), LABELS)), batch.roles, batch.word)
    if words is not None:
        total = total + word_loss(words, weights.smoothing)
        total = total + weights.sequences * sequence_loss(words)
    total = total + weights.entities * names_loss(entities, batch)
    links = links.float()
    if len(batch.link_row):
        total = total + _said(links, batch, weights)
    return total + weights.antecedent * _antecedents(links, batch)


def names_loss(entities: Tensor, batch: Batch) -> Tensor:
    """The cross-entropy of names' labels (batch, pieces, 9), where they are known."""
    if not bool((batch.entities != IGNORED).any()):
        return torch.zeros(())
    return cross_entropy(entities.float().flatten(0, 1), batch.entities.flatten())


def _said(links: Tensor, batch: Batch, weights: Weights) -> Tensor:
    row, cue = batch.link_row, batch.link_cue
    there = batch.mask[row]
    claims = link_scores(links, "content")
    said = claims[row, cue]
    content = binary_cross_entropy_with_logits(said[there], batch.link_content[there])
    points = link_scores(links, "source")[row, cue].masked_fill(~there, NEVER)
    known = batch.link_source_known
    return (
        weights.content * content
        + weights.owner * _owners(claims, batch)
        + weights.source * _pointing(points[known], batch.link_source[known])
    )


def _owners(claims: Tensor, batch: Batch) -> Tensor:
    """Each piece of content points back to its cue, among all pieces."""
    right = torch.zeros_like(claims, dtype=torch.bool)
    row, cue = batch.link_row, batch.link_cue
    right.index_put_((row, cue), batch.link_content > 0, accumulate=True)
    right = right.transpose(1, 2)
    at = right.any(2)
    scores = claims.transpose(1, 2).masked_fill(~batch.mask[:, None], NEVER)
    return _pointing(scores[at], right[at])


def _antecedents(links: Tensor, batch: Batch) -> Tensor:
    """Mention-ranking coreference (Lee et al., 2017), from pieces to earlier pieces."""
    chain, mention = batch.chain, batch.mention
    row, at = torch.nonzero(chain >= 0, as_tuple=True)
    if not len(row):
        return torch.zeros(())
    scores = link_scores(links, "antecedent")[row, at]
    place = torch.arange(chain.shape[1])
    earlier = place[None] < at[:, None]
    same = mention[row] == mention[row, at][:, None]
    allowed = earlier & ~same & batch.mask[row]
    right = allowed & (chain[row] == chain[row, at][:, None])
    right[:, 0] = ~right.any(1)  # nobody before: the link points to the beginning mark
    return _pointing(scores.masked_fill(~allowed, NEVER), right)


def _pointing(scores: Tensor, right: Tensor) -> Tensor:
    """How far a pointer is from the places that are right, any of which will do."""
    if not len(scores):
        return torch.zeros(())
    good = scores.masked_fill(~right, NEVER)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(good, 1)).mean()
