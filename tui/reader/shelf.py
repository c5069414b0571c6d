"""The articles that the library offers: those read lately, then the samples that come with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Final

import tui
from tui.article.cleaning import clean_line
from tui.article.decoding import decode
from tui.article.loading import article_from_text
from tui.store.articles import ArticleStore

MOST_RECENT: Final = 50
LONGEST_TITLE: Final = 240
_HEAD: Final = 4096


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """An article that can be opened: its title and where it is (a path)."""

    title: str
    source: str


def recent() -> tuple[ShelfEntry, ...]:
    """The articles read lately that still exist, the latest first. Raises StoreError."""
    latest = ArticleStore().latest(MOST_RECENT)
    return tuple(ShelfEntry(e.title, e.source) for e in latest if Path(e.source).is_file())


def in_folder(folder: Path) -> tuple[ShelfEntry, ...]:
    """The articles in a folder, by file name. Raises OSError where it cannot be read."""
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".txt" and path.is_file())
    return tuple(ShelfEntry(_title(path), str(path)) for path in paths)


def samples() -> tuple[ShelfEntry, ...]:
    """The articles that come with the program."""
    # In an installed package they lie inside it, in a checkout beside it.
    package = Path(tui.__file__).parent
    inside, beside = package / "sample_articles", package.parent / "sample_articles"
    folder = inside if inside.is_dir() else beside
    return in_folder(folder) if folder.is_dir() else ()


def shelf(read: Sequence[ShelfEntry], from_package: Sequence[ShelfEntry]) -> tuple[ShelfEntry, ...]:
    """What was read, then the samples that are not among it."""
    known = {entry.source for entry in read}
    return (*read, *(entry for entry in from_package if entry.source not in known))


def _title(path: Path) -> str:
    """The title of an article, else its first line, else the name of its file."""
    try:
        with path.open("rb") as file:
            article = article_from_text(decode(file.read(_HEAD)))
    except OSError:
        return clean_line(path.stem)
    line = article.title or article.text.partition("\n")[0] or clean_line(path.stem)
    return shorten(line, LONGEST_TITLE, placeholder="…")
