"""The file: made as needed, private, of one version, set aside when damaged, left when newer."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from sqlite3 import Connection

import pytest

from tui.store import database as database_module
from tui.store import schema
from tui.store.database import DamagedError, Database, StoreError
from tui.store.schema import MIGRATIONS

INSERT = "INSERT INTO corrections (article, correction) VALUES ('a', ?)"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "folder" / "pullquote.db")


def count(rows: Connection) -> int:
    (number,) = rows.execute("SELECT count(*) FROM corrections").fetchone()
    return int(number)


def add(database: Database, words: str = "words") -> None:
    with database.writing() as rows:
        rows.execute(INSERT, (words,))


def kept(database: Database) -> int:
    with database.reading() as rows:
        return count(rows)


def test_reading_makes_nothing(database: Database) -> None:
    assert kept(database) == 0
    assert not database.path.parent.exists()


def test_it_is_nobody_elses_business(database: Database) -> None:
    add(database)
    assert kept(database) == 1
    assert [p.name for p in database.path.parent.iterdir()] == ["pullquote.db"]
    if os.name == "posix":
        assert database.path.stat().st_mode & 0o077 == 0


def add_and_fail(database: Database) -> None:
    with database.writing() as rows:
        rows.execute(INSERT, ("more",))
        rows.execute("DELETE FROM nowhere")


def test_a_block_that_fails_changes_nothing(database: Database) -> None:
    add(database)
    with pytest.raises(StoreError, match="cannot be used: no such table: nowhere"):
        add_and_fail(database)
    assert kept(database) == 1


def test_an_empty_file_is_an_empty_database(database: Database) -> None:
    database.path.parent.mkdir()
    database.path.touch()
    assert kept(database) == 0
    add(database)
    assert kept(database) == 1


@pytest.mark.parametrize("content", [b"{}", b"\xff" * 9000, b"SQLite format 3\0" + b"\7" * 5000])
def test_what_is_no_database_is_set_aside_and_said(database: Database, content: bytes) -> None:
    for number in (1, 2):
        database.path.parent.mkdir(exist_ok=True)
        database.path.write_bytes(content)
        database.path.with_name("pullquote.db-journal").write_bytes(b"a journal")
        aside = database.path.with_name(f"pullquote.db.damaged-{number}")
        with pytest.raises(DamagedError, match="was damaged: it lies in") as raised:
            kept(database) if number == 1 else add(database)
        assert str(aside) in str(raised.value)
        assert aside.read_bytes() == content
        add(database)
        assert kept(database) == 1


def test_damage_deep_inside_is_found_with_its_use(database: Database) -> None:
    for number in range(500):
        add(database, f"{number}" * 50)
    content = bytearray(database.path.read_bytes())
    content[3 * 4096 :] = os.urandom(len(content) - 3 * 4096)
    database.path.write_bytes(content)
    with pytest.raises(DamagedError), database.reading() as rows:
        rows.execute("SELECT * FROM corrections ORDER BY correction").fetchall()
    add(database)
    assert kept(database) == 1


def test_what_another_program_has_replaced_is_not_set_aside(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.path.parent.mkdir()
    database.path.write_bytes(b"{" * 5000)
    sound = database_module._is_sound

    def replaced(path: Path) -> bool:
        """The other one is quicker."""
        path.unlink()
        add(database)
        return sound(path)

    monkeypatch.setattr(database_module, "_is_sound", replaced)
    with pytest.raises(StoreError):
        add(database)
    assert kept(database) == 1
    assert [p.name for p in database.path.parent.iterdir()] == ["pullquote.db"]


def test_a_newer_one_is_left_alone(database: Database) -> None:
    add(database)
    with sqlite3.connect(database.path) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    before = database.path.read_bytes()
    for use in (kept, add):
        with pytest.raises(StoreError, match="is of a newer pullquote: it is left alone"):
            use(database)
    assert database.path.read_bytes() == before


def test_an_older_one_is_brought_up_to_date(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(database)
    later = (*MIGRATIONS, ("ALTER TABLE corrections ADD COLUMN mood TEXT DEFAULT 'calm'",))
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    monkeypatch.setattr(database_module, "MIGRATIONS", later)
    with database.reading() as rows:
        assert rows.execute("SELECT mood FROM corrections").fetchall() == [("calm",)]
    with database.writing() as rows:
        assert rows.execute("PRAGMA user_version").fetchone() == (len(later),)


def test_where_nothing_can_be_kept_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreError, match=r"pullquote\.db cannot be used: (Not a|File exists)"):
        add(Database(folder / "pullquote.db"))
    assert kept(Database(folder / "pullquote.db")) == 0
    with pytest.raises(StoreError, match="cannot be used: Is a directory"):
        add(Database(tmp_path))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is read-only to root")
def test_it_is_read_where_nothing_can_be_written(database: Database) -> None:
    add(database)
    database.path.chmod(0o400)
    database.path.parent.chmod(0o500)
    try:
        assert kept(database) == 1
        with pytest.raises(StoreError, match="Permission denied"):
            add(database)
    finally:
        database.path.parent.chmod(0o700)


def test_a_writer_waits_for_another(database: Database) -> None:
    add(database)
    code = (
        "import sys; from pathlib import Path; from tests.store.test_database import *\n"
        "with Database(Path(sys.argv[1])).writing() as rows:\n"
        "    print('on', flush=True); sys.stdin.read()\n"
        "    rows.execute(INSERT, ('theirs',))"
    )
    command = [sys.executable, "-c", code, str(database.path)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert other.stdout.readline() == b"on\n"
    assert kept(database) == 1
    assert other.stdin is not None
    other.stdin.close()
    add(database)
    assert other.wait() == 0
    assert kept(database) == 3
