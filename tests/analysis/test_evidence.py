"""What a sentence's words say for it or against it."""

import pytest

from tui.analysis.evidence import leaning, spoken
from tui.analysis.model import QuoteKind

ALONE = ("", "")


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("“That is why.”", True, True),
        ("that the boats are late", False, False),
        ("that it is late", False, True),
        ("“But the boats are late.”", True, True),
        ("The boats are late.", True, False),
        ("“…”", True, False),
    ],
)
def test_what_hangs_on_the_sentence_before(text: str, quoted: bool, expected: bool) -> None:
    assert leaning(text, quoted=quoted) is expected


@pytest.mark.parametrize(
    ("name", "text", "kind", "told"),
    [
        ("cut", "on the price of fish", "indirect", ("She blamed it ", ".")),
        ("reporting", "“He told me that it was late.”", "direct", ALONE),
        ("asking", "whether the boats were late", "indirect", ALONE),
        ("asking", "the time of the tide", "indirect", ("She asked ", ".")),
        ("courtesy", "“Good morning to you all.”", "direct", ALONE),
        ("clause", "that the boats were late", "indirect", ("She said ", ".")),
        ("denial", "“We haven’t been asked.”", "direct", ALONE),
        ("duty", "“The gates must close.”", "direct", ALONE),
        ("called", "the gates “a museum”", "mixed", ("She called ", ".")),
        ("stood for", "that the gates would fall", "indirect", ("She warned ", ".")),
        ("stood for", "The gates would fall", "indirect", ("", ", she warned.")),
    ],
)
def test_what_a_sentence_shows(
    name: str, text: str, kind: QuoteKind, told: tuple[str, str]
) -> None:
    plain = spoken("The boats are late.", kind, ALONE, 1.0)
    assert spoken(text, kind, told, 1.0)[name] == 1.0
    assert plain[name] == 0.0


def test_a_clause_that_is_asked_is_no_question_in_the_speakers_own_words() -> None:
    assert spoken("“Where the boats go is no secret.”", "direct", ALONE, 1.0)["asking"] == 0.0


def test_doubt_has_an_end() -> None:
    doubts = [spoken("The boats are late.", "direct", ALONE, sure)["sure"] for sure in (1, 0.5, 0)]
    assert doubts[0] == 0.0
    assert doubts == sorted(doubts, reverse=True)
    assert doubts[-1] > -5
