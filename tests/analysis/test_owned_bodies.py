"""Where the names of bodies begin and end that have an owner in them."""

import pytest

from tests.analysis.voices_of import read
from tui.analysis.owned_bodies import owned_bodies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Staff of St. Agda’s Medical Centre left.", ["St. Agda’s Medical Centre"]),
        ("The Miners’ Union and Women's Aid agreed.", ["Miners’ Union", "Women's Aid"]),
        ("The Officers’ and Pilots’ Guild did not.", ["Officers’ and Pilots’ Guild"]),
        ("A hearing at Ostrand Coroner’s Court ended.", ["Ostrand Coroner’s Court"]),
        ("He ate at Falk’s Bread & Soup in Ostrand.", ["Falk’s Bread & Soup"]),
        ("Halland’s Parliament and Falk’s Labour Party met.", []),
        ("On Monday’s Council meeting and the Council’s Office", []),
        ("’s ’s St’s S’ Union’s", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [text[slice(*span)] for span in owned_bodies(text)] == names


def test_such_a_body_is_one_voice_in_full_and_by_its_saint() -> None:
    analysis = read(
        "A spokesman for St. Agda’s Medical Centre, Bo Rask, left on Monday.",
        "St. Agda’s Medical Centre said it would close. “We had no choice,” St. Agda’s said.",
    )
    assert [(s.name, s.kind, len(s.quotes)) for s in analysis.speakers] == [
        ("St. Agda’s Medical Centre", "organization", 2)
    ]
