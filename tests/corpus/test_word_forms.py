"""The forms of a word: those that are found with it, and words that only look like forms."""

import pytest

from tui.corpus.word_forms import forms_of


@pytest.mark.parametrize(
    "words",
    [
        "ferry ferries", "close closes closed closing", "stop stopped stopping", "tax taxes",
        "bus buses", "tie tied tying", "agree agreed agreeing", "hope hoping", "travel travelled",
        "sell sold selling", "child children", "building buildings", "echo echoes",
        "policy policies", "camera cameras", "unite united", "learn learnt learning",
    ],
)  # fmt: skip
def test_each_form_has_the_others(words: str) -> None:
    for word in words.split():
        assert set(words.split()) <= {*forms_of(word)}
        assert forms_of(word)[0] == word


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("news", "new"), ("organization", "organ"), ("organization", "organs"), ("his", "hi"),
        ("princess", "princes"), ("speed", "spee"), ("hop", "hoping"), ("see", "seed"),
        ("evening", "even"), ("police", "policy"), ("ferries", "ferris"), ("string", "str"),
        ("its", "it"), ("fee", "feed"), ("virus", "viru"),
    ],
)  # fmt: skip
def test_what_looks_like_a_form_and_is_none(word: str, other: str) -> None:
    assert other not in forms_of(word)


def test_what_is_no_english_word_is_itself_alone() -> None:
    for word in ("us", "10", "b2b", "кот", "o'hara", ""):
        assert forms_of(word) == (word,)
