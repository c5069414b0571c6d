"""The loss of whole label sequences, against adding up every sequence there is."""

import itertools
import math

import pytest

pytest.importorskip("torch")

import torch

from tui.analysis.label_runs import (
    BEGIN,
    END,
    INSIDE,
    LABELS,
    OUTSIDE,
    SINGLE,
    START,
    STEPS,
    STOP,
    best_labels,
)
from tui.training.examples import FIRST_OF_BLOCK, IGNORED, NO_WORD, WORD
from tui.training.label_sequences import Words, sequence_loss, words_of

BLOCKS = [FIRST_OF_BLOCK, WORD, NO_WORD, WORD, FIRST_OF_BLOCK]


def words(labels: list[int], word: list[int], seed: int = 1) -> Words:
    scores = torch.randn(1, len(word), 1, LABELS, generator=torch.Generator().manual_seed(seed))
    found = words_of(scores, torch.tensor([labels])[..., None], torch.tensor([word]))
    assert found is not None
    return found


def path_score(scores: list[list[float]], labels: tuple[int, ...], anew: list[bool]) -> float:
    total = float(STOP[labels[-1]])
    for i, label in enumerate(labels):
        total += scores[i][label]
        if anew[i]:
            total += float(START[label]) + (float(STOP[labels[i - 1]]) if i else 0)
        else:
            total += float(STEPS[labels[i - 1], label])
    return total


def test_runs_get_their_ends() -> None:
    found = words([OUTSIDE, BEGIN, IGNORED, INSIDE, BEGIN], BLOCKS)
    assert found.labels[0, :, 0].tolist() == [OUTSIDE, BEGIN, END, SINGLE]
    assert found.anew[0].tolist() == [True, False, False, True]


@pytest.mark.parametrize("seed", range(3))
def test_equals_the_sum_over_every_sequence(seed: int) -> None:
    found = words([OUTSIDE, BEGIN, IGNORED, INSIDE, BEGIN], BLOCKS, seed)
    scores, anew = found.scores[0, :, 0].tolist(), found.anew[0].tolist()
    every = {
        path: path_score(scores, path, anew)
        for path in itertools.product(range(LABELS), repeat=len(scores))
    }
    total = math.log(sum(math.exp(score) for score in every.values() if score > -100))
    right = every[tuple(found.labels[0, :, 0].tolist())]
    assert sequence_loss(found).item() == pytest.approx((total - right) / len(scores), rel=1e-4)
    best = best_labels(found.scores[0].numpy(), found.anew[0].cumsum(0).numpy())
    assert tuple(best[:, 0].tolist()) == max(every, key=every.__getitem__)


def test_what_goes_on_from_before_a_block_begins_in_it() -> None:
    running = words([BEGIN, INSIDE], [FIRST_OF_BLOCK, FIRST_OF_BLOCK])
    assert running.labels[0, :, 0].tolist() == [SINGLE, SINGLE]


def test_text_that_says_nothing_of_roles_teaches_none() -> None:
    word = torch.tensor([[FIRST_OF_BLOCK, WORD, WORD]])
    assert words_of(torch.randn(1, 3, 1, 5), torch.full((1, 3, 1), IGNORED), word) is None
