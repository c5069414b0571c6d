"""Which words say that something is said."""

import pytest

from tui.analysis.cues import NAMING_FORMS, is_speech_verb


@pytest.mark.parametrize("word", ["echoes", "sang", "spat", "said", "coos", "admitted", "quipping"])
def test_it_is_said(word: str) -> None:
    assert is_speech_verb(word)


@pytest.mark.parametrize("word", ["dubbed", "referred", "labelled", "labeled", "described"])
def test_it_is_named(word: str) -> None:
    assert word in NAMING_FORMS
