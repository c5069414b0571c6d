"""By what else somebody is known."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.nicknames import nickname_of
from tui.article.model import Span


@pytest.mark.parametrize(
    ("behind", "nickname"),
    [
        (", 81 and known to all on this bank of the Wend as ‘Nip’, is late.", "nip"),
        (" (nicknamed “Nip”) is late.", "nip"),
        (" is late. He is known as “Nip”.", None),
        (", who met Bo Rask, known as “Nip”, is late.", None),
        (" is known as “the cat”.", None),
        (" is widely known as “Nip”.", "nip"),
        (" said the chief, known as “Nip”, is late.", None),
        (" met the chief, known by the alias “Nip”.", None),
    ],
)
def test_one(behind: str, nickname: str | None) -> None:
    assert nickname_of(f"Ada Falk{behind}", Span(0, 8)) == nickname


def test_a_nickname_is_the_same_voice() -> None:
    analysis = read(
        "Ada Falk, 81 and known to everybody here as ‘Nip’, is already down the steps.",
        "‘She was no trouble,’ Nip says. ‘That was the camel.’",
    )
    assert set(speakers_of(analysis)) == {"Ada Falk"}
