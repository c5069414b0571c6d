"""What a tagger learns from: labels and links on the pieces that are meant."""

import json
from collections.abc import Iterable
from importlib import resources

import pytest

from tests.training.test_variation import DOCUMENT
from tui.analysis.encoder import VOCABULARY as TOKENIZER
from tui.analysis.encoder import encoder

pytest.importorskip("torch")

from tui.analysis.label_runs import BEGIN, INSIDE, OUTSIDE
from tui.training.examples import Example, batches, examples
from tui.training.learning import Weights, loss_of
from tui.training.network import Tagger

VOCABULARY = encoder().vocabulary
TOLD = json.loads((resources.files("tui.analysis") / "weights" / TOKENIZER).read_text("utf-8"))
PIECES = {number: piece for piece, number in TOLD["model"]["vocab"].items()}


@pytest.fixture(name="example")
def only_example() -> Example:
    (found,) = examples(DOCUMENT, VOCABULARY)
    return found


def shown(example: Example, rows: Iterable[int]) -> str:
    pieces = " ".join(PIECES[int(example.ids[i])] for i in rows)
    return pieces.replace(" ##", "")


def test_links_from_cue_to_content_and_source(example: Example) -> None:
    first, second = example.links
    assert first.source is not None
    assert second.source is not None
    assert shown(example, [first.cue]) == "said"
    assert shown(example, first.content) == "“ we wait , ” “ it ' s late . ”"
    assert shown(example, first.source) == "ada falk"
    assert shown(example, second.source) == "she"


def test_labels(example: Example) -> None:
    sources = example.roles[:, 0]
    assert (sources == BEGIN).sum() == 2
    assert shown(example, (sources == INSIDE).nonzero()[0]) == "falk"
    assert (example.roles[1:, 1] == OUTSIDE).sum() == len(example.ids) - 3


def test_a_network_learns_from_a_batch(example: Example) -> None:
    batch = next(batches([example], 2, None))
    tagger = Tagger(len(VOCABULARY), 1)
    loss = loss_of(tagger, batch, Weights())
    loss.backward()
    assert loss.item() > 0
    assert tagger.links.weight.grad is not None
