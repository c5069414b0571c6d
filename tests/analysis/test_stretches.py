"""The stretches in which an article is read, and their order."""

from tests.analysis.articles import article
from tui.analysis.stretches import SHORTEST, from_view, stretches

LONG = article(*[f"Paragraph {i}. " + "Some words of it. " * 40 for i in range(60)])


def test_stretches_cover_every_block_once() -> None:
    parts = stretches(LONG)
    blocks = [i for part in parts for i in range(part.first, part.end)]
    assert blocks == list(range(len(LONG.blocks)))
    assert len(parts) > 4


def test_a_short_article_is_one() -> None:
    assert len(stretches(article("A few words."))) == 1
    assert stretches(article()) == ()


def test_what_is_on_screen_comes_first() -> None:
    parts = stretches(LONG)
    assert list(from_view(LONG, parts, 0)) == list(range(len(parts)))
    view = LONG.blocks[parts[2].first].span.start + SHORTEST // 2
    order = list(from_view(LONG, parts, view))
    assert order[0] == 2
    assert order == [*range(2, len(parts)), 1, 0]
