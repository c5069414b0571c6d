"""The same article is the same, whichever tool made the file that holds it."""

from functools import cache
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tui.analysis import analyse
from tui.article.loading import article_from_text, load, parts_of
from tui.article.model import Article
from tui.article.sources import part_source

NAME = "ministers_meeting"
FILES = sorted((Path(__file__).parent / "files").glob(f"{NAME}*"))


@cache
def plain() -> Article:
    return load(str(SAMPLES / f"{NAME}.txt"))


@cache
def loaded(path: Path) -> Article:
    """The article in a file, or in that one of its parts which has its title."""
    parts = parts_of(str(path))
    if parts is None:
        return load(str(path))
    (name,) = (part.name for part in parts if part.title == plain().title)
    return load(part_source(str(path), name))


@cache
def said(text: str) -> list[tuple[str, str, str | None]]:
    """What is quoted in a text, how, and from whom."""
    found = analyse(article_from_text(text))
    names = {speaker.id: speaker.name for speaker in found.speakers}
    return [(q.text, q.kind, names[q.speaker] if q.speaker else None) for q in found.quotes]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_has_the_paragraphs_of_the_article(path: Path) -> None:
    assert loaded(path).text.split("\n\n") == plain().text.split("\n\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_has_the_head_of_the_article(path: Path) -> None:
    article = loaded(path)
    assert (article.title, article.byline) == (plain().title, plain().byline)
    assert [block.kind for block in article.blocks] == [block.kind for block in plain().blocks]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_has_the_quotes_of_the_article(path: Path) -> None:
    assert said(loaded(path).text) == said(plain().text)


def test_the_article_says_enough_to_tell_files_apart() -> None:
    names = {name for _, _, name in said(plain().text)}
    assert {"Ansa Kivimaa", "Edmund Corvale", "Oskar Brandt"} <= names
