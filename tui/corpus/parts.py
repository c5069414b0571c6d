"""A part of a corpus: what it holds, its tables as Parquet, and its files, each written whole."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from tui.corpus.corpus_folder import TABLES, part_file
from tui.corpus.records import Problem, Record
from tui.corpus.rows import Row
from tui.corpus.schema import COLUMNS, TableName, arrow_schema

Packed = Mapping[TableName, bytes]
"""The tables of a part, each a whole Parquet file; one without rows may be left out."""
_UNDONE: Final = ".new"
MOST_TOLD: Final = 8
"""So many of a run's errors are told one by one."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A source whose content was met before, and the key under which it is read."""

    source: str
    key: str


Item = Record | Problem | Duplicate


@dataclass(frozen=True, slots=True)
class Part:
    """What is read together and becomes one file a table, in the order of the input.

    `item` is set where it is read by itself: which one of its part it is.
    """

    number: int
    items: Sequence[Item]
    item: int | None = None

    @property
    def bytes(self) -> int:
        """How much its records hold."""
        return sum(len(item.data) for item in self.items if isinstance(item, Record))

    @property
    def size(self) -> int:
        """How many bytes of the input it takes."""
        return sum(item.size for item in self.items if not isinstance(item, Duplicate))


@dataclass(frozen=True, slots=True)
class Reading:
    """A part that was read: its tables, and how much is in them.

    `failed` are the first sources that could not be read, each with the reason.
    """

    tables: Packed
    articles: int
    quotes: int
    errors: int
    words: int
    failed: tuple[tuple[str, str], ...] = ()


def packed(rows: Mapping[TableName, Sequence[Row]], engine: str) -> Reading:
    """The tables of some rows."""
    made: dict[TableName, bytes] = {}
    for table in COLUMNS:
        if rows.get(table) or table in TABLES:
            schema = arrow_schema(table, engine)
            made[table] = _parquet(pa.Table.from_pylist(list(rows.get(table, ())), schema))
    articles, quotes, errors = (len(rows.get(t, ())) for t in ("articles", "quotes", "errors"))
    words = sum(row["words"] for row in rows.get("articles", ()))
    failed = [(row["source"], row["error"]) for row in rows.get("errors", ())[:MOST_TOLD]]
    return Reading(made, articles, quotes, errors, words, tuple(failed))


def joined(readings: Sequence[Reading], engine: str) -> Reading:
    """What was read of a part piece by piece as one reading, the same as of the whole."""
    made: dict[TableName, bytes] = {}
    for table in COLUMNS:
        there = [
            pq.read_table(pa.BufferReader(reading.tables[table]))
            for reading in readings
            if table in reading.tables
        ]
        if there:
            whole = pa.concat_tables(there).combine_chunks()
            made[table] = _parquet(whole.cast(arrow_schema(table, engine)))
    counts = ([r.articles, r.quotes, r.errors, r.words] for r in readings)
    failed = [told for reading in readings for told in reading.failed]
    articles, quotes, errors, words = map(sum, zip(*counts, strict=True))
    return Reading(made, articles, quotes, errors, words, tuple(failed[:MOST_TOLD]))


def write(folder: Path, number: int, tables: Packed) -> None:
    """Put a part's files into a corpus: each appears whole. Raises OSError."""
    for table, data in tables.items():
        with whole(part_file(folder, table, number)) as file:
            file.write(data)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A private file of a corpus, and its folder: it appears once all is on the disk, in the place
    of one that is there. What a killed process leaves beside it the next one takes. Raises OSError.
    """
    path.parent.mkdir(mode=0o700, exist_ok=True)
    beside = path.with_name(path.name + _UNDONE)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def clear(folder: Path) -> None:
    """Take away what a run that was killed left half written."""
    for table in COLUMNS:
        for path in (folder / table).glob(f"part-*.parquet{_UNDONE}"):
            with suppress(OSError):
                path.unlink()


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]  # pyarrow tells no types
