"""Whose words somebody recalls."""

from tui.analysis.recalled_words import with_recalled
from tui.analysis.tagger import Tagged
from tui.article.model import Span

TEXT = "Rask argued so, recalling remarks by Mayor Ada Falk, who said the risks are small."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_what_who_said_is_theirs() -> None:
    outer = Tagged(span("recalling"), span("Rask"), (span(TEXT[26:-1]),), 0.9, 0.9)
    inner = Tagged(span("said"), span("who"), (), 0.0, 0.9)
    told = with_recalled(TEXT, [outer, inner])
    assert [TEXT[slice(*claim.content[0])] for claim in told] == [
        "remarks by Mayor Ada Falk",
        "the risks are small",
    ]
    assert with_recalled(TEXT, [outer]) == [outer]
