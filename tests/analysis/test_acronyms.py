"""Acronyms with the letters of a pronoun."""

import pytest

from tests.analysis.voices_of import read
from tui.analysis.tokens import tokens


@pytest.mark.parametrize(
    ("line", "low"),
    [
        ("He told US Senator Ted Crane so", "US"),
        ("The US’s own envoy said so", "US"),
        ("US TO LEAVE TALKS", "US"),
        ("HARBOUR: US SAYS NO", "US"),
        ("THE US SAYS NO", "US"),
        ("WHO WARNS OF FLU", "WHO"),
        ("IT CHIEF SAYS SO", "IT"),
        ("He works in IT.", "IT"),
        ("LEAVE US ALONE", "us"),
        ("They are KILLING US with tariffs", "us"),
        ("WHO SAYS SO?", "who"),
        ("IT RAINS", "it"),
        ("THIS IS IT", "it"),
        ("Tell us more", "us"),
    ],
)
def test_an_acronym_is_told_from_a_pronoun(line: str, low: str) -> None:
    assert [t.low for t in tokens(line, 0, len(line)) if t.low.lower() == low.lower()] == [low]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("US officials said the talks would go on.", "US officials"),
        ("“It is a mistake,” US Senator Ted Crane said.", "Ted Crane"),
        ("“We are close,” said a US diplomat.", "a US diplomat"),
        ("The WHO warned that the virus was spreading.", "WHO"),
        ("WHO said that the virus was spreading.", "WHO"),
        ("Officials from the WHO said it was bad.", "Officials from the WHO"),
        ("An IT manager said the flaw was old.", "An IT manager"),
        ("He was told by US investigators that it was late.", "US investigators"),
        ("Two senior US officials said it had failed.", "Two senior US officials"),
    ],
)
def test_an_acronym_speaks(text: str, voice: str) -> None:
    assert [s.name for s in read(text).speakers] == [voice]


@pytest.mark.parametrize(
    ("head", "voice"),
    [
        ("US officials say talks will go on", "US officials"),
        ("WHO says flu wave is over", "WHO"),
        ("WHO WARNS THAT FLU IS NEAR", "WHO"),
    ],
)
def test_an_acronym_speaks_in_a_headline(head: str, voice: str) -> None:
    assert [s.name for s in read("The talks were late.", head=head).speakers] == [voice]
