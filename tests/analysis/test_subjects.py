"""The subject of a sentence."""

import pytest

from tui.analysis.subjects import first_subject
from tui.analysis.tokens import tokens


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Rauning was brief.", "Rauning"),
        ("On the sea wall Wen Lindahl had lit a stove.", "Wen Lindahl"),
        ("On the question of the quota, which filled the hall, Rauning was brief.", "Rauning"),
        ("In the end, the mayor sat down.", "the mayor"),
        ("But she had gone.", "she"),
    ],
)
def test_the_subject_is_found_behind_an_opening(sentence: str, subject: str) -> None:
    words = tokens(sentence, 0, len(sentence))
    found = first_subject(words)
    assert found is not None
    span = found.span(words)
    assert sentence[span.start :].startswith(subject)
