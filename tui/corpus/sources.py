"""The sources of a corpus -> records in their order, none held but the one that is looked at."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from tui.article.cleaning import clean_line
from tui.article.formats import missing
from tui.article.kinds import kind_of
from tui.article.listing import articles
from tui.article.loading import LARGEST, TOO_LARGE, ArticleError
from tui.article.model import Article
from tui.article.sources import split_part
from tui.corpus import row_files, web_archives
from tui.corpus.files import files, size_of, suffix_of
from tui.corpus.records import Met, Problem, Record, place_of

_SEVERAL: Final = frozenset({"mailbox", "epub", "feed"})
"""Kinds of files that may hold several articles: those are told apart here."""


def records(sources: Sequence[str]) -> Iterator[Met]:
    """Every article that the sources hold, in order, and what cannot be had as a Problem."""
    for found in files(sources):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _in_file(found)


def _in_file(path: str) -> Iterator[Met]:
    whole, part = split_part(path)
    suffix = suffix_of(whole)
    if part is not None:
        yield from _parts(path)
    elif suffix in row_files.ROW_SUFFIXES:
        yield from row_files.records_in(path, suffix)
    elif suffix in web_archives.ARCHIVE_SUFFIXES:
        try:
            yield from web_archives.records_in(path)
        except ModuleNotFoundError:
            yield _problem(path, missing("corpus", "web archives"))
    else:
        yield from _document(path)


def _document(path: str) -> Iterator[Met]:
    """A file of its own: shipped as it is, but for what holds several articles."""
    if not Path(path).is_file():
        yield _problem(path, "not a regular file")
        return
    if size_of(path) > LARGEST:
        yield _problem(path, TOO_LARGE)
        return
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        yield _problem(path, (error.strerror or str(error)).lower())
        return
    try:
        several = kind_of(data, path) in _SEVERAL
    except ValueError as error:  # what it is is told by its kind, in the same words
        yield _problem(path, str(error))
        return
    if several:
        del data
        yield from _parts(path)
    else:
        name = Path(path).name.encode("utf-8", "replace").decode()
        yield Record(clean_line(path), place_of(path), data, name=name, size=len(data))


def _parts(path: str) -> Iterator[Met]:
    size = size_of(path)
    for number, found in enumerate(articles([path])):
        if isinstance(found, ArticleError):
            source, reason = clean_line(found.source), found.reason
            yield Problem(source, reason, place_of(path, number), 0 if number else size)
        else:
            yield replace(_of_article(found, path), size=0 if number else size)


def _of_article(article: Article, path: str) -> Record:
    from tui.analysis.schema import article_to_json

    told = {**article_to_json(article), "source": ""}
    data = json.dumps(told, ensure_ascii=False).encode()
    source = clean_line(article.source)
    return Record(source, place_of(path, source), data, form="article")


def _problem(path: str, reason: str) -> Problem:
    return Problem(clean_line(path), clean_line(reason), place_of(path), size_of(path))
