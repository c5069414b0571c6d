"""Words and marks."""

from tui.analysis.tokens import tokens


def test_an_age_is_one_word() -> None:
    text = "The 61-year-old paid $4.50, or 12%."
    assert [t.text for t in tokens(text, 0, len(text))] == [
        "The", "61-year-old", "paid", "$4.50", ",", "or", "12%", ".",
    ]  # fmt: skip
