"""Corrections are kept: by content, whole, beside another reader's, never written over."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.analysis.corrections import Correction
from tui.article.loading import article_from_text, load
from tui.article.model import Span
from tui.store.corrections import CorrectionsStore
from tui.store.database import Database, default_path

WORDS = "Harbour to close\n\n“We go,” said Ada Falk.\n"
ARTICLE = article_from_text(WORDS)


def correction(name: str) -> Correction:
    return Correction((Span(18, 25),), "statement", "Ada Falk", "Ada Falk", name, new=True)


A, B, C = (correction(name) for name in "ABC")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "kept" / "pullquote.db")


def kept(database: Database) -> tuple[Correction, ...]:
    """What a later session has."""
    return CorrectionsStore(ARTICLE, database).corrections


def names(store: CorrectionsStore) -> str:
    return "".join(c.name or "-" for c in store.corrections)


def test_what_was_corrected_is_there_the_next_time(database: Database) -> None:
    store = CorrectionsStore(ARTICLE, database)
    assert store.corrections == ()
    store.add(A)
    store.add(B)
    assert store.problem is None
    assert store.corrections == kept(database) == (A, B)
    assert [p.name for p in database.path.parent.iterdir()] == ["pullquote.db"]


def test_the_latest_is_undone_first_in_a_later_session_too(database: Database) -> None:
    for one in (A, B, A):
        CorrectionsStore(ARTICLE, database).add(one)
    later = CorrectionsStore(ARTICLE, database)
    assert later.undo() == A
    assert kept(database) == (A, B)
    assert (later.undo(), later.undo(), later.undo()) == (B, A, None)
    assert later.corrections == kept(database) == ()


def test_a_file_that_moves_keeps_its_corrections(tmp_path: Path) -> None:
    for name in ("here.txt", "moved/there.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(WORDS, encoding="utf-8")
    CorrectionsStore(load(str(tmp_path / "here.txt"))).add(A)
    assert CorrectionsStore(load(str(tmp_path / "moved" / "there.txt"))).corrections == (A,)
    assert CorrectionsStore(article_from_text(WORDS + "Else.")).corrections == ()
    assert default_path().is_file()


def test_an_article_that_has_changed_says_how_many_corrections_are_lost(tmp_path: Path) -> None:
    path, database = tmp_path / "harbour.txt", Database(tmp_path / "kept.db")
    path.write_text(WORDS, encoding="utf-8")
    for one in (A, B):
        CorrectionsStore(load(str(path)), database).add(one)
    path.write_text(WORDS.replace("We go", "We stay"), encoding="utf-8")
    changed = CorrectionsStore(load(str(path)), database)
    assert changed.corrections == ()
    lost = "has changed since you corrected it: 2 corrections no longer fit."
    assert changed.problem == f"{path} {lost}"
    other = tmp_path / "other.txt"
    other.write_text("Else.", encoding="utf-8")
    assert CorrectionsStore(load(str(other)), database).problem is None
    changed.add(C)
    again = CorrectionsStore(load(str(path)), database)
    assert (again.corrections, again.problem) == ((C,), None)


def test_two_readers_lose_nothing_of_each_other(database: Database) -> None:
    one, other = CorrectionsStore(ARTICLE, database), CorrectionsStore(ARTICLE, database)
    one.add(A)
    other.add(B)
    one.add(C)
    assert one.corrections == kept(database) == (A, B, C)
    assert other.undo() == C
    assert kept(database) == (A, B)


def test_many_processes_at_once_lose_nothing(database: Database) -> None:
    children = [
        subprocess.Popen([sys.executable, "-c", SAVE, str(database.path), name, "20"])
        for name in ("A", "B", "C")
    ]
    assert [child.wait() for child in children] == [0, 0, 0]
    names = [c.name or "-" for c in kept(database)]
    assert sorted(names) == ["A"] * 20 + ["B"] * 20 + ["C"] * 20


SAVE = """
import sys
from pathlib import Path
from tests.store.test_corrections import ARTICLE, correction
from tui.store.corrections import CorrectionsStore
from tui.store.database import Database
database, name, times = Database(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
store = CorrectionsStore(ARTICLE, database)
for _ in range(times):
    store.add(correction(name))
    assert store.problem is None, store.problem
    print(len(store.corrections), flush=True)
"""


@pytest.mark.parametrize("after", range(12))
def test_killed_while_saving_there_is_the_old_or_the_new(database: Database, after: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", SAVE, str(database.path), "A", "100000"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    for _ in range(1 + 7 * after):
        told = int(child.stdout.readline())
    child.kill()
    told = max([told, *(int(line) for line in child.stdout.read().split("\n")[:-1])])
    child.wait()
    later = CorrectionsStore(ARTICLE, database)
    assert later.problem is None
    assert later.corrections in ((A,) * told, (A,) * (told + 1))
    later.add(B)
    assert later.problem is None
    assert kept(database)[-1] == B
    assert [p.name for p in database.path.parent.iterdir()] == ["pullquote.db"]


@pytest.mark.parametrize(
    "written",
    [
        "",
        '{"spans": [[0, 1]]}',
        "[" * 100_000,
        '{"spans": [[0, Infinity]], "scope": "voice", "was": "A", "mention": null, "name": "B",'
        ' "new": true}',
    ],
)
def test_what_cannot_be_read_is_said_and_left_alone(database: Database, written: str) -> None:
    for one in (A, B):
        CorrectionsStore(ARTICLE, database).add(one)
    with database.writing() as rows:
        rows.execute("UPDATE corrections SET correction = ? WHERE id = 1", (written,))
    store = CorrectionsStore(ARTICLE, database)
    assert store.corrections == (B,)
    assert store.problem == "1 correction of this article cannot be read."
    store.add(C)
    assert store.undo() == C
    with database.reading() as rows:
        assert rows.execute("SELECT correction FROM corrections").fetchone() == (written,)


def test_damage_in_a_session_loses_nothing_of_it(database: Database) -> None:
    store = CorrectionsStore(ARTICLE, database)
    store.add(A)
    database.path.write_bytes(b"{" * 5000)
    store.add(B)
    assert store.problem is not None
    assert "was damaged: it lies in" in store.problem
    assert store.corrections == kept(database) == (A, B)
    database.path.write_bytes(b"{" * 5000)
    assert store.undo() == B
    assert store.corrections == kept(database) == (A,)


def test_without_a_place_to_keep_it_a_correction_holds_for_the_session(database: Database) -> None:
    folder = database.path.parent
    folder.write_text("a file where the folder would be", encoding="utf-8")
    store = CorrectionsStore(ARTICLE, database)
    store.add(A)
    assert store.problem is not None
    assert store.problem.startswith(f"This holds until you close the article: {database.path} can")
    store.add(B)
    assert names(store) == "AB"
    assert store.undo() == B
    assert names(store) == "A"
    folder.unlink()
    store.add(C)
    assert store.problem is None
    assert store.corrections == kept(database) == (A, C)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is read-only to root")
def test_in_a_read_only_folder_it_holds_for_the_session(database: Database) -> None:
    CorrectionsStore(ARTICLE, database).add(A)
    folder = database.path.parent
    database.path.chmod(0o400)
    folder.chmod(0o500)
    try:
        store = CorrectionsStore(ARTICLE, database)
        store.add(B)
        assert names(store) == "AB"
        assert store.problem is not None
        assert "Permission denied" in store.problem
        assert store.undo() == B
        assert store.undo() == A
        assert names(store) == ""
    finally:
        folder.chmod(0o700)
        database.path.chmod(0o600)
    assert kept(database) == (A,)


def test_a_full_disk_is_a_sentence(database: Database) -> None:
    pytest.importorskip("resource")
    CorrectionsStore(ARTICLE, database).add(A)
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from tests.store.test_corrections import ARTICLE, A, B\n"
        "from tui.store.corrections import CorrectionsStore\n"
        "from tui.store.database import Database\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "store = CorrectionsStore(ARTICLE, Database(Path(sys.argv[1]))); store.add(B)\n"
        "assert store.corrections == (A, B); sys.stderr.write(store.problem)"
    )
    command = [sys.executable, "-c", code, str(database.path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert f"This holds until you close the article: {database.path} cannot be used" in done.stderr
    assert kept(database) == (A,)
    assert [p.name for p in database.path.parent.iterdir()] == ["pullquote.db"]
