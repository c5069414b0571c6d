"""The folder of a corpus: its marking, its parts, and which of their files are there whole."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from tui.article.formats import missing

SCHEMA: Final = 1
"""The version of the tables: grows when a column goes or changes what it means."""
MARKING: Final = "corpus.json"
TABLES: Final = ("articles", "quotes", "speakers", "entities")
"""The tables of which every part has a file; of the others only those with something to tell."""
PEOPLE: Final = "people"
"""Where the two tables over all articles are."""
PeopleTable = Literal["people", "voices"]
INDEX: Final = "index"
"""Where lies what is made of the tables to ask them: it can be taken away at any time."""
_PART: Final = re.compile(r"part-(\d{5,12})\.parquet")


class CorpusError(Exception):
    """A corpus cannot be asked; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a corpus that are there whole, by their numbers, in order."""

    folder: Path
    numbers: tuple[int, ...]

    def files(self, table: str, numbers: Sequence[int] | None = None) -> list[str]:
        """The files of a table, of all parts or of some."""
        wanted = self.numbers if numbers is None else numbers
        return [str(part_file(self.folder, table, number)) for number in wanted]


def part_file(folder: Path, table: str, number: int) -> Path:
    """The file of a part of a table."""
    return folder / table / f"part-{number:05}.parquet"


def people_file(folder: Path, table: PeopleTable) -> Path:
    """The file of a table over all articles."""
    return folder / PEOPLE / f"{table}.parquet"


def part_numbers(folder: Path, table: str) -> set[int]:
    """The parts of which a table has a file; those that are being written do not count."""
    try:
        names = [path.name for path in (folder / table).iterdir()]
    except OSError:
        return set()
    return {int(found[1]) for name in names if (found := _PART.fullmatch(name))}


def whole_parts(folder: Path) -> Parts:
    """The parts that have a file in every table now. Raises CorpusError where there are none."""
    there = set.intersection(*(part_numbers(folder, table) for table in TABLES))
    if not there:
        raise CorpusError(f"{folder} holds no articles yet")
    return Parts(folder, tuple(sorted(there)))


def is_corpus(source: str) -> bool:
    """Whether a source is a corpus's folder."""
    try:
        return (Path(source) / MARKING).is_file()
    except (OSError, ValueError):
        return False


def check(folder: Path) -> None:
    """Raise CorpusError where a corpus cannot be asked here, as far as its marking tells."""
    engine_of(folder)
    if find_spec("duckdb") is None:
        raise CorpusError(missing("corpus", "questions to a corpus"))


def engine_of(folder: Path) -> str:
    """Check that a folder is a corpus that can be read, and give the engine that read it.

    Raises CorpusError.
    """
    try:
        told = json.loads((folder / MARKING).read_text(encoding="utf-8"))
    except FileNotFoundError:
        there = "is no corpus" if folder.is_dir() else "is not there"
        raise CorpusError(f"{folder} {there}: pullquote corpus SOURCE -o DIR makes one") from None
    except NotADirectoryError:
        raise CorpusError(f"{folder} is no folder") from None
    except OSError as error:
        raise CorpusError(f"cannot read {folder}: {error.strerror or error}") from error
    except ValueError:
        told = None
    if not isinstance(told, Mapping) or not isinstance(told.get("schema"), int):
        raise CorpusError(f"{folder} cannot be read: its {MARKING} is damaged")
    if told["schema"] > SCHEMA:
        raise CorpusError(f"{folder} was made by a newer pullquote, and cannot be read by this one")
    return str(told.get("engine", ""))
