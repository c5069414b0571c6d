"""The loss of whole label sequences, against adding up every sequence there is."""

import itertools
import math

import pytest

pytest.importorskip("torch")

import torch

from tui.analysis.label_runs import BEGIN, INSIDE, OUTSIDE, START, STEPS
from tui.training.examples import FIRST_OF_BLOCK, IGNORED, NO_WORD, WORD
from tui.training.label_sequences import sequence_loss

BLOCKS = [FIRST_OF_BLOCK, WORD, NO_WORD, WORD, FIRST_OF_BLOCK]


def path_score(scores: list[list[float]], labels: tuple[int, ...], words: list[int]) -> float:
    total = 0.0
    for i, label in enumerate(labels):
        begins = words[i] == FIRST_OF_BLOCK
        total += scores[i][label]
        total += float(START[label] if begins else STEPS[labels[i - 1], label])
    return total


@pytest.mark.parametrize(
    "labels", [(OUTSIDE, BEGIN, IGNORED, INSIDE, BEGIN), (BEGIN, INSIDE, IGNORED, OUTSIDE, OUTSIDE)]
)
def test_equals_the_sum_over_every_sequence(labels: tuple[int, ...]) -> None:
    scores = torch.randn(1, len(BLOCKS), 1, 3, generator=torch.Generator().manual_seed(1))
    at = [i for i, word in enumerate(BLOCKS) if word != NO_WORD]
    kept = [scores[0, i, 0].tolist() for i in at]
    words = [BLOCKS[i] for i in at]
    every = [path_score(kept, p, words) for p in itertools.product(range(3), repeat=len(at))]
    right = path_score(kept, tuple(labels[i] for i in at), words)
    expected = (math.log(sum(math.exp(max(score, -700)) for score in every)) - right) / len(at)
    found = sequence_loss(scores, torch.tensor([labels])[..., None], torch.tensor([BLOCKS]))
    assert found.item() == pytest.approx(expected, rel=1e-4)


def test_what_goes_on_from_before_a_block_begins_in_it() -> None:
    scores = torch.randn(1, 2, 1, 3)
    words = torch.tensor([[FIRST_OF_BLOCK, FIRST_OF_BLOCK]])
    running, begun = (
        sequence_loss(scores, torch.tensor([[first, second]])[..., None], words)
        for first, second in ((BEGIN, INSIDE), (BEGIN, BEGIN))
    )
    assert running.item() == begun.item()


def test_text_that_says_nothing_of_roles_teaches_none() -> None:
    scores = torch.randn(1, 3, 1, 3)
    words = torch.tensor([[FIRST_OF_BLOCK, WORD, WORD]])
    assert sequence_loss(scores, torch.full((1, 3, 1), IGNORED), words).item() == 0
