"""What fails in the reader or beside it is said, the terminal given back, and nothing is left."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.held_terminal import (
    MEETING,
    PAINTED,
    READER,
    HeldTerminal,
    gone,
    needs_proc,
    with_its_engine,
)

pytestmark = needs_proc
FAULT = """
import sys
from tui import cli
from {module} import {name}
def fault(self, *arguments, **more):
    raise {error}
{name}.{method} = fault
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("module", "name", "method", "keys"),
    [
        ("tui.reader.article_panes", "ArticlePanes", "action_move_to_end", "g"),
        ("tui.reader.article_pane", "ArticlePane", "render_line", ""),
        ("tui.reader.footer_line", "FooterLine", "get_content_height", ""),
        ("tui.reader.article_screen", "ArticleScreen", "_show", ""),
        ("tui.store.articles", "ArticleStore", "opened", ""),
    ],
    ids=["in an action", "while painting", "while laying out", "in a worker", "in a thread"],
)
def test_a_fault_is_one_sentence_and_a_status(
    module: str, name: str, method: str, keys: str
) -> None:
    error = "RuntimeError('Kivimaa, Corvale')"
    code = FAULT.format(module=module, name=name, method=method, error=error)
    with HeldTerminal(sys.executable, "-c", code, MEETING) as reader:
        if keys:
            reader.wait_for(PAINTED)
            reader.press(keys)
        assert reader.end() == 1
        assert reader.given_back
        told = reader.written.rpartition(b"\x1b[?1049l")[2]
        assert b"pullquote: the reader failed (RuntimeError in " in told
        assert b"Kivimaa" not in told
        assert b"Traceback" not in told


def test_a_fault_that_comes_again_at_the_end_is_one_sentence_too() -> None:
    error = "RuntimeError('Kivimaa, Corvale')"
    code = FAULT.format(
        module="tui.reader.why_panel", name="WhyPanel", method="get_content_height", error=error
    )
    with HeldTerminal(sys.executable, "-c", code, MEETING) as reader:
        reader.wait_for("by share")
        reader.press("n")
        reader.wait_for("quote 1 of")
        reader.press("w")
        assert reader.end() == 1
        assert reader.given_back
        told = reader.written.rpartition(b"\x1b[?1049l")[2]
        assert b"pullquote: the reader failed (RuntimeError in " in told
        assert b"Traceback" not in told


def test_an_analysis_that_was_killed_is_told_of_and_asked_again() -> None:
    with HeldTerminal(*READER, MEETING) as reader:
        os.kill(with_its_engine(reader), signal.SIGKILL)  # as one is that takes all memory
        reader.wait_for("stopped")
        reader.wait_for("(status -9)")
        before = len(reader.written)
        reader.press("+")
        reader.wait_for("by share", before)
        engine = with_its_engine(reader)
        reader.press("q")
        assert reader.end() == 0
        assert reader.given_back
        assert gone(engine)


@pytest.mark.parametrize("ending", ["q", signal.SIGTERM], ids=str)
def test_an_analysis_that_hangs_does_not_hold_the_reader(ending: str | signal.Signals) -> None:
    with HeldTerminal(*READER, MEETING) as reader:
        engine = with_its_engine(reader)
        os.kill(engine, signal.SIGSTOP)
        before = len(reader.written)
        reader.press("G")
        reader.wait_for("We will find the lake", before)
        if isinstance(ending, str):
            reader.press(ending)
        else:
            reader.signal(ending)
        assert reader.end() == (0 if ending == "q" else 143)
        assert reader.given_back
        assert gone(engine)


def homes(folder: str) -> dict[str, str]:
    return {f"XDG_{name}_HOME": folder for name in ("CONFIG", "DATA", "STATE", "CACHE")}


def test_where_nothing_can_be_kept_all_else_works() -> None:
    with HeldTerminal(*READER, MEETING, variables=homes("/dev/null/home")) as reader:
        reader.wait_for(PAINTED)
        reader.wait_for("cannot be used: Not a")
        reader.press("t")
        reader.wait_for("The theme cannot be kept in /dev/null/home/pullquote/settings.toml: Not")
        reader.wait_for("by share")
        reader.press("q")
        assert reader.end() == 0
        assert reader.given_back


def _own_mounts() -> bool:
    """Whether a disk can be mounted that only one process sees."""
    unshare = shutil.which("unshare")
    command = [unshare or "", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return unshare is not None and subprocess.run(command, capture_output=True).returncode == 0


@pytest.mark.parametrize(
    ("disk", "said"),
    [
        ("mount -t tmpfs -o size=64k none disk; head -c 64k /dev/zero > disk/all", "is full"),
        ("mount -t tmpfs -o ro none disk", "Read-only file system"),
    ],
    ids=["a full disk", "a read-only home"],
)
def test_on_a_disk_that_takes_nothing_all_else_works(tmp_path: Path, disk: str, said: str) -> None:
    if not _own_mounts():
        pytest.skip("no disk can be mounted here")
    (tmp_path / "disk").mkdir()
    line = f"{disk}; exec '{sys.executable}' -m tui '{MEETING}'"
    command = ("unshare", "-rm", "/bin/sh", "-c", line)
    with HeldTerminal(
        *command, folder=tmp_path, variables=homes(str(tmp_path / "disk" / "home")), columns=200
    ) as reader:
        reader.wait_for(PAINTED)
        reader.wait_for("cannot be used")
        before = len(reader.written)
        reader.press("t")
        reader.wait_for("The theme cannot be kept in", before)
        reader.press("nm")
        reader.wait_for("by share")
        reader.press("q")
        assert reader.end() == 0
        assert reader.given_back


@pytest.mark.parametrize("arguments", [("config",), ("completion", "bash"), ("engine",)], ids=str)
def test_what_cannot_be_written_is_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*READER, *arguments], stdout=full, stderr=subprocess.PIPE, input=b"{}\n"
        )
    assert done.returncode == 1
    assert done.stderr == b"pullquote: cannot write standard output: No space left on device\n"


@pytest.mark.parametrize(
    "strange",
    [b"\xff", b"\xc3\x28", b"\xf0\x9f\x91", b"\x1b[1114112u", b"\x1b[99999999999u",
     b"\x1b[97;;1114112u"],
)  # fmt: skip
def test_what_no_keyboard_types_costs_nothing_but_itself(strange: bytes) -> None:
    with HeldTerminal(*READER, MEETING) as reader:
        reader.wait_for(PAINTED)
        before = len(reader.written)
        os.write(reader.master, strange + b"?")
        reader.wait_for("Next quote", before)
        reader.press("qq")
        assert reader.end() == 0
        assert reader.given_back
