"""Files that hold an article a row (JSON lines, CSV, TSV, Parquet) -> records, one at a time."""

import codecs
import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal, cast

from tui.article.cleaning import clean_line
from tui.article.decoding import MARKS
from tui.article.loading import LARGEST, TOO_LARGE
from tui.article.sources import part_source
from tui.corpus.records import Head, Met, Problem, Record, place_of

Field = Literal["text", "title", "date", "byline", "source"]
COLUMNS: Final[Mapping[Field, Sequence[str]]] = {
    "text": ("text", "body", "content", "article"),
    "title": ("title", "headline"),
    "date": ("date", "published", "published_at"),
    "byline": ("byline", "author"),
    "source": ("url", "source", "id"),
}
"""The names of columns, in any case: the first that has something in it is taken."""
_ROWS_AT_ONCE: Final = 32
_OR_WINDOWS: Final = "pullquote-or-windows"
"""How the codecs know what is done with bytes that are no UTF-8."""
_MOST_NAMES: Final = 12
_DEEPEST: Final = 8
Row = Mapping[str, object]


def records_in(path: str, suffix: str) -> Iterator[Met]:
    """The records of a file, in its order, with what is no article as a Problem.

    `suffix` is one of ROW_SUFFIXES. Nothing but a row, or some rows of a Parquet file, is held.
    """
    met, without = _Sized(path), 0
    try:
        for number, found in enumerate(_READERS[suffix](path, met), 1):
            if isinstance(found, str):
                yield met.problem(number, found)
            elif not found.keys() & set(COLUMNS["text"]):
                without += 1
                if without == 1:
                    yield met.problem(number, _no_text(found))
            else:
                yield _record(path, number, found, met.taken())
    except (OSError, EOFError, zlib.error, csv.Error, UnicodeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or f"it is damaged ({error})"
        yield met.problem(None, reason)
    if without > 1:
        yield met.problem(None, f"{without - 1} more rows have no text either")


class _Sized:
    """How far a file is read, and what is wrong in it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.at: Callable[[], int] = lambda: 0
        self._told = 0

    def taken(self) -> int:
        """How many bytes were read since this was last asked."""
        before, self._told = self._told, self.at()
        return self._told - before

    def problem(self, row: int | None, reason: str) -> Problem:
        source = self.path if row is None else part_source(self.path, str(row))
        place = place_of(self.path, "whole" if row is None else row)
        return Problem(clean_line(source), clean_line(reason), place, self.taken())


def _no_text(row: Row) -> str:
    names = [clean_line(name) for name in list(row)[:_MOST_NAMES]]
    there = ", ".join(names) + (", …" if len(row) > _MOST_NAMES else "")
    wanted = ", ".join(COLUMNS["text"][:-1])
    return f"no column {wanted} or {COLUMNS['text'][-1]}; there are: {there or 'none'}"


def _record(path: str, number: int, row: Row, size: int) -> Met:
    source = _field(row, "source") or part_source(path, str(number))
    place = place_of(path, number)
    text = _field(row, "text")
    if text is None or not text.strip():
        return Problem(clean_line(source), "there is no text in it", place, size)
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > LARGEST:
        return Problem(clean_line(source), TOO_LARGE, place, size)
    head = Head(_field(row, "title"), _field(row, "byline"), _field(row, "date"))
    return Record(clean_line(source), place, data, form="text", head=head, size=size)


def _field(row: Row, field: Field) -> str | None:
    """What a row says under the first of some names that it says something under."""
    for name in COLUMNS[field]:
        told = _words(row.get(name))
        if told:
            return told
    return None


def _words(value: object, depth: int = 0) -> str | None:
    """What a value says; nothing is looked for too deep in others."""
    if value is None or isinstance(value, str):
        return value
    if depth > _DEEPEST:
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):  # of authors
        return ", ".join(word for one in value if (word := _words(one, depth + 1)))
    if isinstance(value, dict):
        return _words(value.get("name"), depth + 1)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _json_rows(path: str, met: _Sized) -> Iterator[Row | str]:
    with _opened(path, met) as file:
        while line := file.readline(LARGEST + 1):
            if len(line) > LARGEST:
                while line and not line.endswith(b"\n"):
                    line = file.readline(LARGEST)
                yield TOO_LARGE
                continue
            text = line.decode("utf-8-sig", _OR_WINDOWS)
            if not text.strip():
                continue
            try:
                row = json.loads(text)
            except (ValueError, RecursionError):
                yield "the line is no JSON"
                continue
            yield _named(row) if isinstance(row, dict) else "the line is no JSON object"


def _named(row: Mapping[Any, object]) -> Row:
    return {str(name).strip().lower(): value for name, value in row.items() if name is not None}


def _separated_rows(path: str, met: _Sized) -> Iterator[Row | str]:
    csv.field_size_limit(LARGEST)
    with _opened(path, met) as file:
        start = file.peek()
        encoding = next((known for mark, known in MARKS if start.startswith(mark)), "utf-8")
        lines = io.TextIOWrapper(file, encoding, _OR_WINDOWS, newline="")
        first = start.decode(encoding, "replace").partition("\n")[0]
        for row in csv.DictReader(lines, delimiter=max(",;\t|", key=first.count)):
            yield _named(row)


def _in_windows_letters(error: UnicodeError) -> tuple[str, int]:
    """What is no UTF-8 is most likely of the encoding that spreadsheets of old wrote."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_OR_WINDOWS, _in_windows_letters)


def _parquet_rows(path: str, met: _Sized) -> Iterator[Row | str]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    wanted = {name for names in COLUMNS.values() for name in names}
    try:
        with Path(path).open("rb") as file, ParquetFile(file) as table:
            columns = {name.strip().lower(): name for name in table.schema_arrow.names}
            if not columns.keys() & set(COLUMNS["text"]):
                yield dict.fromkeys(columns)
                return
            rows, size, done = table.metadata.num_rows, Path(path).stat().st_size, 0
            met.at = lambda: size * done // max(1, rows)
            read = [columns[name] for name in columns if name in wanted]
            for batch in table.iter_batches(_ROWS_AT_ONCE, columns=read):
                for row in batch.to_pylist():
                    done += 1
                    yield _named(row)
    except ArrowException as error:
        raise ValueError(str(error).partition("\n")[0]) from None


@contextmanager
def _opened(path: str, met: _Sized) -> Iterator[io.BufferedReader]:
    """A file's bytes, unpacked where it is packed; how far it is read is told in its own bytes."""
    with Path(path).open("rb") as raw:
        met.at = raw.tell
        try:
            if path.lower().endswith(".gz"):
                with gzip.GzipFile(fileobj=raw) as packed:
                    yield io.BufferedReader(cast(io.RawIOBase, packed))
            else:
                yield raw
        finally:
            end = raw.tell()
            met.at = lambda: end


_READERS: Final[Mapping[str, Callable[[str, _Sized], Iterator[Row | str]]]] = {
    ".jsonl": _json_rows,
    ".ndjson": _json_rows,
    ".jsonl.gz": _json_rows,
    ".ndjson.gz": _json_rows,
    ".csv": _separated_rows,
    ".csv.gz": _separated_rows,
    ".tsv": _separated_rows,
    ".tsv.gz": _separated_rows,
    ".parquet": _parquet_rows,
}
ROW_SUFFIXES: Final = frozenset(_READERS)
