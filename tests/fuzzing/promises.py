"""What the loading of any bytes promises: an article, or one clean line that says why not."""

import tempfile
from pathlib import Path
from unittest import mock

from tui.article import addresses
from tui.article.cleaning import clean, clean_line
from tui.article.loading import (
    ArticleError,
    SeveralError,
    article_from_bytes,
    article_from_text,
    load,
    parts_of,
)
from tui.article.model import Article
from tui.article.sources import part_source

MOST_PARTS = 6
LONGEST_LINE = 600


def check_loading(data: bytes, name: str) -> str:
    """Load a document of a name, and some of its parts. Assert all that is promised of it.

    What came of it, in short: for an article the word `article`, else the reason.
    """
    with mock.patch.object(addresses, "fetch", _no_fetch):
        try:
            check_article(article_from_bytes(data, name))
        except SeveralError as error:
            check_error(error)
            return _check_parts(data, name)
        except ArticleError as error:
            return check_error(error)
    return "article"


def check_article(article: Article) -> None:
    """Assert that an article is clean, its blocks in order, and its text an article of its own."""
    text = article.text
    assert text.strip(), "there is no text"
    assert clean(text) == text, "the text is not clean"
    told = (article.title, article.byline, article.dateline, article.date, article.source)
    for line in filter(None, told):
        assert clean(line) == line, f"not clean: {line!r}"
        assert "\n" not in line, f"not one line: {line!r}"
    end = 0
    for block in article.blocks:
        start, stop = block.span
        assert end <= start < stop <= len(text), "blocks lie over one another"
        words = text[start:stop]
        assert words == words.strip(), "a block begins or ends with space"
        assert "\n" not in words, "a block has a line end in it"
        assert not text[end:start].strip(), "there are words outside of blocks"
        end = stop
    assert not text[end:].strip(), "there are words outside of blocks"
    again = article_from_text(text)
    assert again.text == text, "loading its own text again changes it"


def check_error(error: ArticleError) -> str:
    """Assert that an error is one clean line, and give its reason."""
    line = str(error)
    assert clean_line(line) == line, f"not a clean line: {line!r}"
    assert len(line) < LONGEST_LINE, f"a long line: {line!r}"
    assert line.startswith("cannot read "), f"an odd line: {line!r}"
    reason = line.partition(": ")[2]
    assert reason, "there is no reason"
    assert not reason[0].isupper(), f"the words of a library: {reason!r}"
    return reason


def _check_parts(data: bytes, name: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        parts = parts_of(str(path))
        assert parts, "there are no parts"
        assert len({part.name for part in parts}) == len(parts), "two parts have one name"
        for part in parts[:MOST_PARTS]:
            for line in filter(None, (part.name, part.title, part.date)):
                assert clean_line(line) == line, f"not a clean line: {line!r}"
            try:
                check_article(load(part_source(str(path), part.name)))
            except ArticleError as error:
                check_error(error)
    return "parts"


def _no_fetch(address: str, *, named: bool) -> addresses.Page:
    """Nothing is fetched here."""
    raise addresses.FetchError("there is no network")
