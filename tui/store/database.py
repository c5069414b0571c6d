"""The database's file: opened for each use, private, and set aside where it is damaged."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from typing import Final

import platformdirs

from tui.kept_files import held, private_folder, set_aside
from tui.store.schema import MIGRATIONS, migrate, version

_PATIENCE_SECONDS: Final = 5.0
_DAMAGE: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class StoreError(Exception):
    """The database cannot be used; the message is a sentence for the user."""


class DamagedError(StoreError):
    """The database was damaged and has been set aside: the next use begins a new one."""


def default_path() -> Path:
    """Where the database is, on this platform."""
    return platformdirs.user_data_path("pullquote", appauthor=False) / "pullquote.db"


@dataclass(frozen=True, slots=True)
class Database:
    """A database at a path; every use has a connection of its own, so that threads may share it.

    A use sees, and changes, all or nothing, whatever other programs do meanwhile. It keeps a
    rollback journal, not a write-ahead log: that one has to be written to even where one only
    reads, which a read-only folder forbids.
    """

    path: Path = field(default_factory=default_path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """What is kept; nothing where there is no database yet. Raises StoreError."""
        with self._told(), closing(self._found()) as connection:
            self._refuse_newer(connection)
            if version(connection) < len(MIGRATIONS):
                with self.writing():
                    pass
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """What is kept, to be changed: if the block raises, nothing is. Raises StoreError."""
        with self._told():
            private_folder(self.path.parent)
            # what somebody reads is nobody else's business
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            with closing(self._connected()) as connection:
                if not version(connection):
                    connection.execute("PRAGMA auto_vacuum = FULL")  # what goes makes it smaller
                connection.execute("BEGIN IMMEDIATE")
                self._refuse_newer(connection)
                migrate(connection)
                yield connection
                connection.execute("COMMIT")

    def _connected(self) -> Connection:
        connection = sqlite3.connect(self.path, timeout=_PATIENCE_SECONDS, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def _found(self) -> Connection:
        if not self.path.exists():
            return _empty()
        self.path.open("rb").close()  # SQLite would not say why it cannot be
        return self._connected()

    def _refuse_newer(self, connection: Connection) -> None:
        if version(connection) > len(MIGRATIONS):
            raise StoreError(
                f"{self.path} is of a newer pullquote: it is left alone, and nothing is kept."
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in a sentence what fails; what is damaged is set aside."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
                self._set_aside(error)
            raise StoreError(f"{self.path} cannot be used: {error}.") from error
        except UnicodeDecodeError as error:  # in SQLite's own words about what is damaged
            self._set_aside(error)
            raise StoreError(f"{self.path} cannot be used: it holds no text.") from error
        except OSError as error:
            raise StoreError(f"{self.path} cannot be used: {error.strerror or error}.") from error

    def _set_aside(self, why: Exception) -> None:
        """Set the file aside, unless another program has done so. Raises StoreError."""
        try:
            with held(self.path.parent):
                if _is_sound(self.path):
                    return
                aside = set_aside(self.path)
                journal = self.path.with_name(f"{self.path.name}-journal")
                with suppress(FileNotFoundError):  # it would be taken for the new one's
                    journal.rename(aside.with_name(f"{aside.name}-journal"))
        except OSError as error:
            reason = f"it is damaged and cannot be set aside ({error.strerror})"
            raise StoreError(f"{self.path} cannot be used: {reason}.") from why
        raise DamagedError(f"What pullquote had kept was damaged: it lies in {aside}.") from why


def _empty() -> Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    return connection


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE_SECONDS)) as connection:
            found: tuple[str] = connection.execute("PRAGMA integrity_check(1)").fetchone()
            return found == ("ok",)
    except UnicodeDecodeError:
        return False
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGE
