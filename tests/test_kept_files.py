"""What is kept is the old or the new, whatever happens in between."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tui.kept_files import held, set_aside, whole_file, write_atomically


def test_a_write_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, "one")
    write_atomically(path, "two")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
    assert path.read_text(encoding="utf-8") == "two"


def test_a_write_that_fails_leaves_the_old_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, "one")
    # a file that may not grow is what a full disk is
    full = (
        "import resource, sys; from pathlib import Path; from tui.kept_files import *\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try:\n    write_atomically(Path(sys.argv[1]), 'x' * 5000)\n"
        "except OSError:\n    sys.exit(7)"
    )
    pytest.importorskip("resource")
    assert subprocess.run([sys.executable, "-c", full, str(path)]).returncode == 7
    assert path.read_text(encoding="utf-8") == "one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_damaged_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    for words in ("first", "second"):
        path = tmp_path / "file.json"
        path.write_text(words, encoding="utf-8")
        set_aside(path)
    kept = {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()}
    assert kept == {"file.json.damaged-1": "first", "file.json.damaged-2": "second"}


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be held there")
def test_a_folder_is_held_until_its_holder_ends(tmp_path: Path) -> None:
    hold = (
        "import sys; from pathlib import Path; from tui.kept_files import held\n"
        "with held(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    waiter = subprocess.Popen(
        [sys.executable, "-c", hold, str(tmp_path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        waiter.wait(1)
    os.kill(holder.pid, signal.SIGKILL)
    assert waiter.communicate(timeout=20)[0] == b"held\n"
    holder.communicate()
    with held(tmp_path):
        pass


def test_a_name_of_many_bytes_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'漢' * 83}.txt"
    write_atomically(path, "one")
    with whole_file(path, over=True) as file:
        file.write("two")
    assert path.read_text(encoding="utf-8") == "two"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
