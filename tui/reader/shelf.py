"""The articles that the library offers: those read lately, then the samples that come with it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import shorten
from typing import Final

import platformdirs

import tui
from tui.article.cleaning import clean_line
from tui.article.decoding import decode
from tui.article.loading import article_from_text
from tui.kept_files import set_aside, write_atomically

MOST_RECENT: Final = 50
LONGEST_TITLE: Final = 240
_HEAD: Final = 4096


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """An article that can be opened: its title and where it is (a path)."""

    title: str
    source: str


class RecentArticles:
    """The articles read lately, in a file, the latest first.

    A file that cannot be read is set aside under another name and never written over; `problem`
    then says so.
    """

    def __init__(self, path: Path | None = None) -> None:
        state = platformdirs.user_state_path("pullquote", appauthor=False)
        self._path = path or state / "recent.json"
        self.problem: str | None = None

    def entries(self) -> tuple[ShelfEntry, ...]:
        """What was read lately. Raises nothing: without a readable file there is nothing."""
        try:
            return self._kept()
        except OSError as error:
            self.problem = f"{self._path} cannot be used: {error.strerror}"
            return ()

    def remember(self, entry: ShelfEntry) -> None:
        """Put an article first. Raises OSError where the file cannot be read or written."""
        others = [other for other in self._kept() if other.source != entry.source]
        articles = [asdict(e) for e in [entry, *others][:MOST_RECENT]]
        text = json.dumps({"version": 1, "articles": articles}, ensure_ascii=False, indent=1)
        write_atomically(self._path, text + "\n")

    def _kept(self) -> tuple[ShelfEntry, ...]:
        """What the file has. Raises OSError where it cannot be read or, if damaged, set aside."""
        try:
            table = json.loads(self._path.read_text(encoding="utf-8"))
            return tuple(ShelfEntry(str(e["title"]), str(e["source"])) for e in table["articles"])
        except FileNotFoundError:
            return ()
        except (ValueError, KeyError, TypeError, RecursionError):
            try:
                aside = set_aside(self._path)
            except OSError as error:
                reason = f"it is damaged and cannot be set aside ({error.strerror})"
                raise OSError(error.errno, reason) from None
            self.problem = f"The list of recent articles was damaged: it is kept as {aside}."
            return ()


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


def shelf(
    recent: Sequence[ShelfEntry], from_package: Sequence[ShelfEntry]
) -> tuple[ShelfEntry, ...]:
    """Recent articles that still exist, then the samples that are not among them."""
    there = [entry for entry in recent if Path(entry.source).is_file()]
    known = {entry.source for entry in there}
    return (*there, *(entry for entry in from_package if entry.source not in known))


def _title(path: Path) -> str:
    """The title of an article, else its first line, else the name of its file."""
    try:
        with path.open("rb") as file:
            article = article_from_text(decode(file.read(_HEAD)))
    except OSError:
        return clean_line(path.stem)
    line = article.title or article.text.partition("\n")[0] or clean_line(path.stem)
    return shorten(line, LONGEST_TITLE, placeholder="…")
