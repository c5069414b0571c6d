"""The files that the sources of a corpus stand for: folders within folders, patterns, files."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tui.article.cleaning import clean_line
from tui.article.listing import NO_ARTICLES, SUFFIXES, is_beside, listed
from tui.article.loading import ArticleError
from tui.article.sources import is_address, split_part
from tui.corpus.corpus_folder import MARKING
from tui.corpus.records import Problem, place_of
from tui.corpus.row_files import ROW_SUFFIXES
from tui.corpus.web_archives import ARCHIVE_SUFFIXES

_NOT_FETCHED: Final = (
    "a run over many articles fetches no addresses: save the page and name its file"
)


def files(sources: Sequence[str]) -> Iterator[str | Problem]:
    """Every file in order, by name within its folder, those in folders within after their folder's.

    A part of a file (`book.epub#3`) is given as it is. Folders that hold a corpus are passed over,
    and so are hidden ones. What cannot be listed is a Problem.
    """
    for source in sources:
        if is_address(source):
            yield _problem(source, _NOT_FETCHED)
        elif os.path.isdir(source):  # noqa: PTH112 -- what can be no path is no folder
            yield from _within(source)
        else:
            try:
                yield from (entry.source for entry in listed(source))
            except ArticleError as error:
                yield _problem(source, error.reason)


def input_size(sources: Sequence[str]) -> int:
    """How many bytes all the files have together."""
    total = 0
    for found in files(sources):
        if isinstance(found, str):
            total += size_of(found)
    return total


def size_of(path: str) -> int:
    """How many bytes a file has, or the file that a part is in; 0 where that is not known."""
    try:
        return Path(split_part(path)[0]).stat().st_size
    except (OSError, ValueError):
        return 0


def suffix_of(path: str) -> str:
    """The ending of a file's name in small letters, both where it is packed: `.jsonl.gz`."""
    whole = Path(path)
    last = whole.suffix.lower()
    return Path(whole.stem).suffix.lower() + last if last == ".gz" else last


def _within(folder: str) -> Iterator[str | Problem]:
    if (Path(folder) / MARKING).exists():
        yield _problem(folder, "it is a corpus: name its folder articles to read it again")
        return
    any_there = False
    for found in _walk(folder):
        any_there = True
        yield found
    if not any_there:
        yield _problem(folder, NO_ARTICLES)


def _walk(folder: str) -> Iterator[str | Problem]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield _problem(folder, (error.strerror or str(error)).lower())
        return
    if any(entry.name == MARKING for entry in entries):
        return
    for entry in entries:
        if _is_article(entry):
            yield entry.path
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _walk(entry.path)


def _is_article(entry: "os.DirEntry[str]") -> bool:
    suffix = suffix_of(entry.name)
    known = suffix in SUFFIXES or suffix in ROW_SUFFIXES or suffix in ARCHIVE_SUFFIXES
    try:
        return known and not is_beside(entry.name) and entry.is_file()
    except OSError:
        return False


def _problem(source: str, reason: str) -> Problem:
    return Problem(clean_line(source), clean_line(reason), place_of(source))
