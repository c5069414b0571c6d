"""Corrections are kept: by content, whole, beside another reader's, never written over."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.analysis.corrections import Correction
from tui.article.loading import article_from_text, load
from tui.article.model import Span
from tui.corrections_store import CorrectionsStore, default_folder

WORDS = "Harbour to close\n\n“We go,” said Ada Falk.\n"
ARTICLE = article_from_text(WORDS)


def correction(name: str) -> Correction:
    return Correction((Span(18, 25),), "statement", "Ada Falk", "Ada Falk", name, new=True)


A, B, C = (correction(name) for name in "ABC")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "corrections"


def kept(folder: Path) -> tuple[Correction, ...]:
    """What a later session has."""
    return CorrectionsStore(ARTICLE, folder).corrections


def names(store: CorrectionsStore) -> str:
    return "".join(c.name for c in store.corrections)


def the_file(folder: Path) -> Path:
    (path,) = folder.glob("*.json")
    return path


def test_what_was_corrected_is_there_the_next_time(folder: Path) -> None:
    store = CorrectionsStore(ARTICLE, folder)
    assert store.corrections == ()
    store.add(A)
    store.add(B)
    assert store.problem is None
    assert store.corrections == kept(folder) == (A, B)
    assert [p.suffix for p in folder.iterdir()] == [".json"]


def test_the_latest_is_undone_first_in_a_later_session_too(folder: Path) -> None:
    for one in (A, B, A):
        CorrectionsStore(ARTICLE, folder).add(one)
    later = CorrectionsStore(ARTICLE, folder)
    assert later.undo() == A
    assert kept(folder) == (A, B)
    assert (later.undo(), later.undo(), later.undo()) == (B, A, None)
    assert later.corrections == kept(folder) == ()


def test_a_file_that_moves_keeps_its_corrections(tmp_path: Path) -> None:
    for name in ("here.txt", "moved/there.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(WORDS, encoding="utf-8")
    CorrectionsStore(load(str(tmp_path / "here.txt"))).add(A)
    assert CorrectionsStore(load(str(tmp_path / "moved" / "there.txt"))).corrections == (A,)
    assert CorrectionsStore(article_from_text(WORDS + "Else.")).corrections == ()
    assert [p.suffix for p in default_folder().iterdir()] == [".json"]


def test_an_article_that_has_changed_says_how_many_corrections_are_lost(tmp_path: Path) -> None:
    path, folder = tmp_path / "harbour.txt", tmp_path / "kept"
    path.write_text(WORDS, encoding="utf-8")
    for one in (A, B):
        CorrectionsStore(load(str(path)), folder).add(one)
    path.write_text(WORDS.replace("We go", "We stay"), encoding="utf-8")
    changed = CorrectionsStore(load(str(path)), folder)
    assert changed.corrections == ()
    lost = "has changed since you corrected it: 2 corrections no longer fit."
    assert changed.problem == f"{path} {lost}"
    other = tmp_path / "other.txt"
    other.write_text("Else.", encoding="utf-8")
    assert CorrectionsStore(load(str(other)), folder).problem is None
    changed.add(C)
    again = CorrectionsStore(load(str(path)), folder)
    assert (again.corrections, again.problem) == ((C,), None)


def test_two_readers_lose_nothing_of_each_other(folder: Path) -> None:
    one, other = CorrectionsStore(ARTICLE, folder), CorrectionsStore(ARTICLE, folder)
    one.add(A)
    other.add(B)
    one.add(C)
    assert one.corrections == kept(folder) == (A, B, C)
    assert other.undo() == C
    assert kept(folder) == (A, B)


def test_many_processes_at_once_lose_nothing(folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("folders cannot be held there")
    children = [
        subprocess.Popen([sys.executable, "-c", SAVE, str(folder), name, "20"])
        for name in ("A", "B", "C")
    ]
    assert [child.wait() for child in children] == [0, 0, 0]
    names = [c.name for c in kept(folder)]
    assert sorted(names) == ["A"] * 20 + ["B"] * 20 + ["C"] * 20


SAVE = """
import sys
from pathlib import Path
from tests.test_corrections_store import ARTICLE, correction
from tui.corrections_store import CorrectionsStore
folder, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = CorrectionsStore(ARTICLE, folder)
for _ in range(times):
    store.add(correction(name))
    print(len(store.corrections), flush=True)
"""


@pytest.mark.parametrize("after", range(12))
def test_killed_while_saving_there_is_the_old_or_the_new(folder: Path, after: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", SAVE, str(folder), "A", "100000"], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    for _ in range(1 + 7 * after):
        told = int(child.stdout.readline())
    child.kill()
    told = max([told, *(int(line) for line in child.stdout.read().split("\n")[:-1])])
    child.wait()
    later = CorrectionsStore(ARTICLE, folder)
    assert later.problem is None
    assert later.corrections in ((A,) * told, (A,) * (told + 1))
    later.add(B)
    assert later.problem is None
    assert kept(folder)[-1] == B
    assert [p.name for p in folder.iterdir()] == [the_file(folder).name]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"version": 1, "corr',
        b"\xff\x00\xfe",
        b"[]",
        b"3",
        b"[" * 100_000,
        b'{"version": 2, "corrections": []}',
        b'{"version": 1}',
        b'{"version": 1, "corrections": [{"spans": [[0, 1]]}]}',
        b'{"version": 1, "corrections": [{"spans": [[0, Infinity]], "scope": "voice", "was": "A",'
        b' "mention": null, "name": "B", "new": true}]}',
    ],
)
def test_a_damaged_file_is_set_aside_and_said(folder: Path, content: bytes) -> None:
    CorrectionsStore(ARTICLE, folder).add(A)
    path = the_file(folder)
    path.write_bytes(content)
    store = CorrectionsStore(ARTICLE, folder)
    assert store.corrections == ()
    aside = path.with_name(f"{path.name}.damaged-1")
    assert store.problem is not None
    assert str(aside) in store.problem
    assert aside.read_bytes() == content
    store.add(B)
    assert store.problem is None
    assert kept(folder) == (B,)
    path.write_bytes(b"again")
    assert CorrectionsStore(ARTICLE, folder).corrections == ()
    assert aside.read_bytes() == content
    assert path.with_name(f"{path.name}.damaged-2").read_bytes() == b"again"


def test_damage_in_a_session_loses_nothing_of_it(folder: Path) -> None:
    store = CorrectionsStore(ARTICLE, folder)
    store.add(A)
    the_file(folder).write_bytes(b"{")
    store.add(B)
    assert store.problem is not None
    assert store.corrections == kept(folder) == (A, B)


def test_without_a_place_to_keep_it_a_correction_holds_for_the_session(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where the folder would be", encoding="utf-8")
    store = CorrectionsStore(ARTICLE, folder)
    store.add(A)
    assert store.problem is not None
    assert store.problem.startswith("This holds until you close the article, but cannot be kept")
    store.add(B)
    assert names(store) == "AB"
    assert store.undo() == B
    assert names(store) == "A"
    folder.unlink()
    store.add(C)
    assert store.problem is None
    assert store.corrections == kept(folder) == (A, C)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is read-only to root")
def test_in_a_read_only_folder_it_holds_for_the_session(folder: Path) -> None:
    CorrectionsStore(ARTICLE, folder).add(A)
    folder.chmod(0o500)
    try:
        store = CorrectionsStore(ARTICLE, folder)
        store.add(B)
        assert names(store) == "AB"
        assert store.problem is not None
        assert "Permission denied" in store.problem
        assert store.undo() == B
        assert store.undo() == A
        assert names(store) == ""
    finally:
        folder.chmod(0o700)
    assert kept(folder) == (A,)


def test_a_full_disk_is_a_sentence(folder: Path) -> None:
    pytest.importorskip("resource")
    CorrectionsStore(ARTICLE, folder).add(A)
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from tests.test_corrections_store import ARTICLE, A, B\n"
        "from tui.corrections_store import CorrectionsStore\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "store = CorrectionsStore(ARTICLE, Path(sys.argv[1])); store.add(B)\n"
        "assert store.corrections == (A, B); sys.stderr.write(store.problem)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr.endswith("File too large.")
    assert kept(folder) == (A,)
    assert len([*folder.iterdir()]) == 1


def test_the_file_says_its_version_and_names_no_article(folder: Path) -> None:
    CorrectionsStore(ARTICLE, folder).add(A)
    document = json.loads(the_file(folder).read_text(encoding="utf-8"))
    assert document["version"] == 1
    assert len(the_file(folder).stem) == 64
