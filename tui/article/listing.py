"""Which single articles some sources stand for: those of folders, of patterns, and parts."""

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.article.loading import ArticleError, SeveralError, load, parts_of
from tui.article.model import Article
from tui.article.sources import PASSING, is_address, is_file, is_pattern, part_source, split_part

EXPORTED: Final = ".quotes"
"""What stands before the ending of a file that is written without the user naming it."""
SUFFIXES: Final = frozenset(
    ".txt .text .html .htm .xhtml .md .markdown .epub .pdf .docx .eml .mbox .vtt .srt .rss .atom"
    .split()
)  # fmt: skip
"""The endings of the files of a folder that are articles. Named by itself, any file is read."""
_ABOUT_THE_FOLDER: Final = frozenset(
    "readme license licence copying changelog contributing authors code_of_conduct".split()
)
NO_ARTICLES: Final = "there are no articles in it (.txt, .html, .pdf and so on)"


@dataclass(frozen=True, slots=True)
class Listed:
    """A source that can be read; its title and date as far as they are known without reading it.

    `link` is the address that has to be fetched for it and, once read, it is known by.
    """

    source: str
    title: str = ""
    date: str = ""
    link: str | None = None


def paths_in(folder: Path) -> list[Path]:
    """The articles in a folder, by file name. Raises OSError where it cannot be read."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in SUFFIXES and not is_beside(path.name) and path.is_file()
    )


def is_beside(name: str) -> bool:
    """Whether a file of a folder is, by its name, none of the articles that it lies beside: it was
    written here, or it tells of the folder, as a README does. Named by itself it is read.
    """
    stem = Path(name).stem
    return stem.endswith(EXPORTED) or stem.lower() in _ABOUT_THE_FOLDER


def listed(source: str) -> list[Listed]:
    """What a folder or a pattern stands for, by name; what is neither is one source by itself.

    Raises ArticleError where there is nothing.
    """
    if source in PASSING or is_address(source) or is_file(source):
        return [Listed(source)]
    if not source.strip():
        raise ArticleError(source, "no name is given")
    try:
        if (folder := Path(source)).is_dir():
            found = [str(path) for path in paths_in(folder)]
        elif not is_pattern(source):
            whole, part = split_part(source)
            if not Path(whole).exists():
                load(source)  # which says why it cannot be read
            return [Listed(source, f"{Path(whole).name}, {part}" if part else "")]
        else:
            paths = glob.glob(source, recursive=True)  # noqa: PTH207 -- it may begin at the root
            found = sorted(path for path in paths if is_file(path))
    except ArticleError:
        raise
    except (OSError, ValueError) as error:
        raise ArticleError(source, (getattr(error, "strerror", "") or str(error)).lower()) from None
    if not found:
        raise ArticleError(source, NO_ARTICLES if folder.is_dir() else "no file has such a name")
    return [Listed(path) for path in found]


def parts_listed(source: str) -> list[Listed]:
    """The articles to choose from in a source; none where it is one. Raises ArticleError."""
    return [
        Listed(
            part_source(source, part.name),
            part.title,
            part.date or "",
            part.link if part.read is None else None,
        )
        for part in parts_of(source) or ()
    ]


def articles(sources: Sequence[str]) -> Iterator[Article | ArticleError]:
    """The single articles that some sources stand for, in order, or why one cannot be read.

    Addresses that a feed only leads to are not fetched: nobody has named them.
    """
    for given in sources:
        try:
            found = [entry.source for entry in listed(given)]
        except ArticleError as error:
            yield error
            continue
        for source in found:
            try:
                yield load(source)
            except SeveralError as several:
                parts = parts_listed(source)
                yield from _each(parts) if parts else [several]  # it only leads to them
            except ArticleError as error:
                yield error


def _each(parts: Sequence[Listed]) -> Iterator[Article | ArticleError]:
    for part in parts:
        if part.link is not None:
            yield ArticleError(part.link, "the feed only leads to it: name it to have it fetched")
            continue
        try:
            yield load(part.source)
        except ArticleError as error:
            yield error
