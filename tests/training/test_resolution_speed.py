"""Long texts that resolution is measured on: copies of articles with other people in each."""

from tests.conftest import SAMPLES
from tui.analysis.characters import characters
from tui.analysis.names import Name
from tui.analysis.speakers import resolved
from tui.article.loading import load
from tui.article.model import Span
from tui.training.resolution_speed import long_text, renamed, sample

TEXT = "Ada Falk of the Harbour Guild met Falk’s friend in Ostrand."
NAMES = [
    Name(Span(0, 8), "person"),
    Name(Span(16, 29), "organization"),
    Name(Span(34, 38), "person"),
    Name(Span(51, 58), "place"),
]


def test_names_change_and_nothing_else() -> None:
    text = renamed(TEXT, NAMES, 3)
    assert len(text) == len(TEXT)
    at = 0
    for name in [*NAMES, Name(Span(len(TEXT), len(TEXT)), "other")]:
        assert text[at : name.span.start] == TEXT[at : name.span.start]
        at = name.span.end
    surname = text[4:8]
    assert surname != "Falk"
    assert surname == text[34:38]
    assert text[0].isupper()
    assert text[24:29] == "Guild"
    assert text[16:23] != "Harbour"
    assert renamed(TEXT, NAMES, 4)[:8] != text[:8]


def test_each_copy_of_an_article_has_its_own_voices() -> None:
    one = sample(load(str(SAMPLES / "court.txt")))
    known = one.known
    cast = characters(one.article, known.units, known.names)
    _, speakers = resolved(
        one.article, known.units, known.names, cast, known.attributions, known.pointers
    )
    article, twice = long_text([one], 2 * one.words)
    cast = characters(article, twice.units, twice.names)
    quotes, voices = resolved(
        article, twice.units, twice.names, cast, twice.attributions, twice.pointers
    )
    assert len(quotes) == 2 * len(known.attributions)
    half = len(quotes) // 2
    for first, second in zip(quotes[:half], quotes[half:], strict=True):
        assert len(first.text) == len(second.text)
    named, renamed_twice = (
        {who.name for who in found if who.name.istitle() and who.kind == "person"}
        for found in (speakers, voices)
    )
    assert "Dilys Probert" in named
    assert not named & renamed_twice
    assert len(renamed_twice) >= 1.5 * len(named)
