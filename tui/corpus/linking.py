"""The voices in the tables of a corpus -> its people, as two tables beside the others."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from tui.corpus.corpus_folder import Parts, PeopleTable, people_file, whole_parts
from tui.corpus.parts import whole
from tui.corpus.people import People
from tui.corpus.people_model import Voice
from tui.corpus.people_rows import Row, membership_row, person_row, voices_from
from tui.corpus.schema import METADATA, arrow_schema

_AT_ONCE: Final = 50_000
"""So many rows are made before they are written."""


def is_linked(folder: Path) -> bool:
    """Whether the people are those of all parts that are there. Raises CorpusError without any."""
    numbers = len(whole_parts(folder).numbers)
    return all(_told(people_file(folder, t)) == numbers for t in ("people", "voices"))


def link(folder: Path, engine: str) -> None:
    """Find out who is who over all articles, and write it: each of the two files appears whole.

    Holds all voices in memory, about 1 KB each; takes n log n time. Raises CorpusError where there
    are no parts, OSError where nothing can be written.
    """
    parts = whole_parts(folder)
    people = People(voices(parts))
    told = len(parts.numbers)
    _write(folder, "people", engine, told, map(person_row, people.people()))
    _write(folder, "voices", engine, told, map(membership_row, people.memberships()))


def voices(parts: Parts) -> Iterator[Voice]:
    """Every speaker of every article, part by part."""
    for number in parts.numbers:
        read = _reader(parts, number)
        published = {row["article"]: row["published"] for row in read("articles", _ARTICLE)}
        yield from voices_from(read("speakers", _SPEAKER), read("entities", _ENTITY), published)


_ARTICLE: Final = ("article", "published")
_SPEAKER: Final = ("article", "speaker", "name", "aliases", "kind", "role", "quotes", "words")
_ENTITY: Final = ("article", "name")


def _reader(parts: Parts, number: int) -> Callable[[str, Sequence[str]], list[Row]]:
    def read(table: str, columns: Sequence[str]) -> list[Row]:
        (path,) = parts.files(table, [number])
        rows: list[Row] = pq.read_table(path, columns=[*columns]).to_pylist()
        return rows

    return read


def _write(folder: Path, table: PeopleTable, engine: str, parts: int, rows: Iterable[Row]) -> None:
    schema = arrow_schema(table, engine, parts=parts)
    with (
        whole(people_file(folder, table)) as file,
        pq.ParquetWriter(file, schema, compression="zstd") as writer,
    ):
        left = iter(rows)
        while some := list(islice(left, _AT_ONCE)):
            writer.write_table(pa.Table.from_pylist(some, schema))


def _told(path: Path) -> int | None:
    """Of how many parts a table is; None where there is none that can be read."""
    try:
        told = json.loads((pq.read_schema(path).metadata or {})[METADATA])
    except (OSError, ValueError, KeyError, pa.ArrowException):
        return None
    number = told.get("parts") if isinstance(told, dict) else None
    return number if isinstance(number, int) else None
