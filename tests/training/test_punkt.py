"""Training the sentence splitter gives the same parameters each time."""

from tui.training.punkt import as_json, train

TEXT = "Gov. Falk met Sen. Oduya on Monday. They talked. Gov. Falk left. However, it rained. " * 30


def test_abbreviations_are_learned_and_sorted() -> None:
    first, second = as_json(train([TEXT])), as_json(train([TEXT]))
    assert first == second
    assert "gov" in first["abbreviations"]
    assert "monday" not in first["abbreviations"]
