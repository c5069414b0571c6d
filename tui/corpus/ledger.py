"""The ledger of a corpus (SQLite): which articles are planned for which part, and what is done.

A part is written here before it is read, so that a run that was killed makes the same parts again.
While it is open no other process can use it: the system lets go when the process ends.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Final, Literal, Self

from tui.corpus.parts import Duplicate, Item, Part
from tui.corpus.records import Problem, Record

FILE: Final = "run.sqlite"
_VERSION: Final = 1
_SCHEMA: Final = """
CREATE TABLE articles (key BLOB PRIMARY KEY, place BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE told (id BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE parts (number INTEGER PRIMARY KEY, done INTEGER NOT NULL, items TEXT NOT NULL);
PRAGMA user_version = 1;
"""
Standing = Literal["new", "met", "elsewhere"]
Planned = Problem | Duplicate | str
"""An item of a part as the ledger has it: of an article, the key."""


class LedgerError(Exception):
    """The ledger cannot be used; a clean sentence says why."""


class HeldError(LedgerError):
    """Another process uses the ledger."""


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part that is planned and not done, its items in order."""

    number: int
    items: Sequence[Planned]


class Ledger:
    """An open ledger; to be closed, or used as a context manager, which raises LedgerError where it
    cannot be read or written within.
    """

    def __init__(self, folder: Path) -> None:
        """Open the ledger in a folder, or make one there. Raises LedgerError."""
        path = folder / FILE
        try:
            self._database = sqlite3.connect(path, timeout=0, isolation_level=None)
            path.chmod(0o600)
            run = self._database.execute
            run("PRAGMA locking_mode = EXCLUSIVE")
            run("PRAGMA journal_mode = WAL")
            run("PRAGMA synchronous = NORMAL")
            run("BEGIN EXCLUSIVE")
            (version,) = run("PRAGMA user_version").fetchone()
            run("COMMIT")
            if version == 0:
                self._database.executescript(f"BEGIN; {_SCHEMA} COMMIT;")
            elif version != _VERSION:
                raise LedgerError("its ledger is of another version of pullquote")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise HeldError("another run is at work in it") from None
            raise LedgerError(f"its ledger cannot be used: {error}") from None
        except (sqlite3.DatabaseError, OSError) as error:
            raise LedgerError(_unusable(error)) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise LedgerError(_unusable(error)) from None

    def close(self) -> None:
        """Let others have it."""
        self._database.close()

    def undone(self) -> Iterator[PlannedPart]:
        """The parts that are planned and not done, by their numbers."""
        rows = self._database.execute("SELECT number, items FROM parts WHERE NOT done ORDER BY 1")
        for number, items in rows.fetchall():
            yield PlannedPart(number, [_planned(*item) for item in json.loads(items)])

    def next_number(self) -> int:
        """The number of the first part that is not planned yet."""
        (last,) = self._database.execute("SELECT max(number) FROM parts").fetchone()
        return 0 if last is None else int(last) + 1

    def standing(self, key: str, place: str) -> Standing:
        """Whether an article is planned: not at all, from this very place, or from another one."""
        found = self._database.execute(
            "SELECT place FROM articles WHERE key = ?", (bytes.fromhex(key),)
        ).fetchone()
        if found is None:
            return "new"
        return "met" if found[0] == _digest(place)[:8] else "elsewhere"

    def is_told(self, item: Problem | Duplicate, place: str) -> bool:
        """Whether a problem or a duplicate is in a part that is planned."""
        found = self._database.execute("SELECT 1 FROM told WHERE id = ?", (_id(item, place),))
        return found.fetchone() is not None

    def plan(self, part: Part, places: Sequence[str]) -> None:
        """Write down what a part holds, and at which place each of its items was met."""
        articles, told = list[tuple[bytes, bytes]](), list[tuple[bytes]]()
        items = list[tuple[str, ...]]()
        for item, place in zip(part.items, places, strict=True):
            if isinstance(item, Record):
                key = item.key
                articles.append((bytes.fromhex(key), _digest(place)[:8]))
                items.append(("article", key))
            else:
                told.append((_id(item, place),))
                items.append(_written(item))
        with self._at_once() as run:
            run.executemany("INSERT INTO articles VALUES (?, ?)", articles)
            run.executemany("INSERT INTO told VALUES (?)", told)
            run.execute("INSERT INTO parts VALUES (?, 0, ?)", (part.number, json.dumps(items)))

    def finish(self, number: int) -> None:
        """Write down that a part's files are there."""
        self._database.execute("UPDATE parts SET done = 1, items = '' WHERE number = ?", (number,))

    def forget(self, keys: Iterable[str]) -> None:
        """Let articles that have gone since they were planned be new if they come again."""
        with self._at_once() as run:
            run.executemany(
                "DELETE FROM articles WHERE key = ?", [(bytes.fromhex(key),) for key in keys]
            )

    @contextmanager
    def _at_once(self) -> Iterator[sqlite3.Cursor]:
        """All or nothing of what is written within it."""
        self._database.execute("BEGIN")
        try:
            yield self._database.cursor()
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")


def _unusable(error: Exception) -> str:
    return f"its ledger {FILE} cannot be used: {error}"


def _written(item: Item) -> tuple[str, ...]:
    if isinstance(item, Problem):
        return ("problem", item.source, item.error, str(item.size))
    if isinstance(item, Duplicate):
        return ("duplicate", item.source, item.key)
    raise TypeError(item)


def _planned(kind: str, *told: str) -> Planned:
    if kind == "article":
        return told[0]
    if kind == "duplicate":
        return Duplicate(*told)
    return Problem(told[0], told[1], "", int(told[2]))


def _id(item: Problem | Duplicate, place: str) -> bytes:
    what = item.key if isinstance(item, Duplicate) else item.error
    return _digest(f"{place}\0{what}")[:16]


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
