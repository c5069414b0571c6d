"""Learning whom pronouns stand for."""

import pytest

from tui.analysis.character import Character
from tui.analysis.described_candidates import DESCRIBED_FEATURES
from tui.analysis.pronouns import FEATURES, Candidate

pytest.importorskip("torch")

from tui.training.pronouns import GUESS, GUESSES, Choice, fitted


def candidate(**known: float) -> Candidate:
    values = tuple(known.get(name, 0.0) for name in FEATURES)
    return Candidate(Character("Ada", "person"), values)


def test_what_the_right_ones_have_gains_weight() -> None:
    choices = [Choice((candidate(leads=1.0), candidate(quoted=1.0)), (False, True), "personal")]
    weights = dict(zip(FEATURES, fitted(choices, GUESS), strict=True))
    assert weights["quoted"] > GUESS["quoted"]
    assert weights["leads"] < GUESS["leads"]
    assert weights["spoke"] == pytest.approx(GUESS["spoke"])


def test_every_feature_has_a_guess_in_its_place() -> None:
    features = {"personal": FEATURES, "neutral": FEATURES}
    assert {model: tuple(guess) for model, guess in GUESSES.items()} == {
        **features,
        "role": DESCRIBED_FEATURES,
        "body": DESCRIBED_FEATURES,
    }
