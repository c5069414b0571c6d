"""How far a name goes that an acronym follows."""

import pytest

from tests.analysis.voices_of import read
from tui.analysis.spelled_out import spelled_out


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Ferry and Quay Workers’ League (FQWL) said", ["Ferry and Quay Workers’ League"]),
        ("the Board for Safety at Sea (BSS)", ["Board for Safety at Sea"]),
        ("the Trans-Isle Union (TIU)", ["Trans-Isle Union"]),
        ("a Bank of Halland (BoH)", ["Bank of Halland"]),
        ("Ada Falk (FQ), a member", []),
        ("the boats of Ada Falk (BAF)", []),
        ("Ada Falk (D) said it was late (OK)", []),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str]) -> None:
    assert [text[slice(*span)] for span in spelled_out(text)] == names


def test_a_body_is_one_voice_under_both_names() -> None:
    analysis = read(
        "The Ferry and Quay Workers’ League (FQWL) said its members would walk out.",
        "“We are tired,” the FQWL said.",
    )
    assert [(s.name, len(s.quotes)) for s in analysis.speakers] == [
        ("Ferry and Quay Workers’ League", 2)
    ]
