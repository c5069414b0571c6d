"""What a tagger is held to while it learns names."""

import pytest

pytest.importorskip("torch")

import torch

from tui.analysis.encoder import LINKS, ROLES
from tui.analysis.label_runs import LABELS
from tui.training.examples import WORD, Batch
from tui.training.holding import Scores, held
from tui.training.network import LINK_WIDTH

PIECES = 6


def batch() -> Batch:
    none = torch.zeros(1, PIECES, dtype=torch.int64)
    empty = torch.zeros(0, dtype=torch.int64)
    return Batch(
        ids=none,
        case=none,
        quoted=none,
        mask=torch.ones(1, PIECES, dtype=torch.bool),
        word=torch.full((1, PIECES), WORD),
        roles=none,
        entities=none,
        chain=none - 1,
        mention=none - 1,
        link_row=empty,
        link_cue=empty,
        link_content=torch.zeros(0, PIECES),
        link_source=torch.zeros(0, PIECES, dtype=torch.bool),
        link_source_known=torch.zeros(0, dtype=torch.bool),
    )


def scores(seed: int) -> Scores:
    drawn = torch.Generator().manual_seed(seed)
    roles = torch.randn(1, PIECES, LABELS * len(ROLES), generator=drawn)
    links = torch.randn(1, PIECES, 2 * LINK_WIDTH * len(LINKS), generator=drawn)
    return roles, torch.zeros(1, PIECES, 9), links, torch.zeros(1, PIECES, 1)


def test_who_reads_as_the_teacher_does_is_not_far_from_it() -> None:
    taught = scores(1)
    same, other = held(taught, taught, batch()), held(scores(2), taught, batch())
    # only how sure the teacher is of its own links is left
    assert 0 <= float(same) < float(other)
