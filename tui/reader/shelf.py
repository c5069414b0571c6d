"""The articles that the library offers: those of a folder, or those read lately and the samples."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten
from typing import Final

import tui
from tui.article.cleaning import clean_line
from tui.article.decoding import decode
from tui.article.folder import paths_in
from tui.article.loading import ArticleError, article_from_text, load
from tui.article.model import Article
from tui.store.articles import MOST_ARTICLES, ArticleStore, OpenedArticle, Voice
from tui.store.database import StoreError
from tui.store.keys import article_key

MOST_RECENT: Final = 50
LONGEST_TITLE: Final = 240
READ_LATELY: Final = "READ LATELY"
SAMPLES: Final = "SAMPLES"
_HEAD: Final = 4096


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """An article that can be opened: its title, where it is (a path), and the group it stands in.

    Of one that was opened before also its voices, the largest share first, as far as they are
    known, and how far the view was on its way through it, in [0, 1].
    """

    title: str
    source: str
    group: str = ""
    voices: tuple[Voice, ...] = ()
    progress: float | None = None


class Shelf:
    """The articles of some paths; without any, those read lately that still exist, and the samples.

    Where what was read lately is not to be had, `problem` says so in a sentence.
    """

    def __init__(self, paths: Sequence[Path] | None = None) -> None:
        self._paths = paths
        self.problem: str | None = None

    def entries(self) -> tuple[ShelfEntry, ...]:
        """All of them, as they are now."""
        opened = {article.source: article for article in self._opened()}
        if self._paths is not None:
            return tuple(_entries(self._paths, opened))
        lately = [a for a in [*opened.values()][:MOST_RECENT] if Path(a.source).is_file()]
        read = [replace(_read(article), group=READ_LATELY) for article in lately]
        known = {article.key for article in lately}
        others = [path for path in sample_paths() if not known or _key_of(path) not in known]
        return (*read, *(replace(e, group=SAMPLES) for e in _entries(others, opened)))

    def _opened(self) -> Sequence[OpenedArticle]:
        try:
            return ArticleStore().latest(MOST_ARTICLES)
        except StoreError as error:
            self.problem = str(error)
            return ()


def sample_paths() -> list[Path]:
    """The articles that come with the program."""
    # In an installed package they lie inside it, in a checkout beside it.
    package = Path(tui.__file__).parent
    inside, beside = package / "sample_articles", package.parent / "sample_articles"
    folder = (inside if inside.is_dir() else beside).resolve()
    return paths_in(folder) if folder.is_dir() else []


def first_words(source: str) -> str:
    """The text of an article from below its head on, as far as a glance needs it; empty where it
    cannot be read.
    """
    try:
        article = _head_of(Path(source))
    except OSError:
        return ""
    told = [b.span for b in article.blocks if b.kind not in ("title", "byline")]
    return article.text[told[0].start :] if told else ""


def _key_of(path: Path) -> str | None:
    """The `article_key` of a file; None where it holds nothing to read."""
    try:
        return article_key(load(str(path)))
    except ArticleError:
        return None


def _entries(paths: Iterable[Path], opened: dict[str, OpenedArticle]) -> Iterable[ShelfEntry]:
    for path in paths:
        known = opened.get(str(path.resolve()))
        yield _read(known) if known else ShelfEntry(_title(path), str(path))


def _read(article: OpenedArticle) -> ShelfEntry:
    return ShelfEntry(
        article.title, article.source, voices=article.voices, progress=article.place.progress
    )


def _title(path: Path) -> str:
    """The title of an article, else its first line, else the name of its file."""
    try:
        article = _head_of(path)
    except OSError:
        return clean_line(path.stem)
    line = article.title or article.text.partition("\n")[0] or clean_line(path.stem)
    return shorten(line, LONGEST_TITLE, placeholder="…")


def _head_of(path: Path) -> Article:
    with path.open("rb") as file:
        return article_from_text(decode(file.read(_HEAD)))
