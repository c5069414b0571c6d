"""Statements that their setting ties to a name."""

import pytest

from tests.analysis.test_attribution import said

HEAD = "Readers on the ferry strike"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“It was the best week of my life.” ― Ada Falk", "Ada Falk"),
        ("“It was the best week.” — Bo van der Rask, Ostrand", "Bo van der Rask"),
        ('"It was the best week. I slept." -- Ada Falk.', "Ada Falk"),
        ("Ada Falk: “It was the best week of my life.”", "Ada Falk"),
    ],
)
def test_signed_and_introduced(text: str, mention: str) -> None:
    ((kind, who, _),) = said(HEAD, text)
    assert (kind, who) == ("direct", mention)


def test_each_signature_signs_its_own() -> None:
    found = said(
        HEAD,
        "“It was the best week of my life.” ― Ada Falk",
        "“I walked to work and back.” ― Bo Rask",
    )
    assert [who for _, who, _ in found] == ["Ada Falk", "Bo Rask"]


def test_a_dash_within_a_sentence_signs_nothing() -> None:
    ((_, who, _),) = said(HEAD, "“We go” — Ada Falk said it twice — “and that is that.”")
    assert who == "Ada Falk"
