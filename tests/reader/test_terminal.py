"""In a real terminal: what ends the reader gives the terminal back, and piped input works."""

import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.reader.harbour import harbour
from tui.reader.terminal import ENDING

FIRST_WORDS = "The harbour of Ostrand will close"
ROOT = Path(__file__).parents[2]
MODES_GIVEN_BACK = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l")


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, folder: Path, *command: str) -> None:
        self.article = folder / "harbour.txt"
        self.article.write_text(harbour().text, encoding="utf-8")
        state = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state")}
        python = {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "PULLQUOTE_DEBUG": ""}
        self.child = pexpect.spawn(
            command[0],
            [part.replace("ARTICLE", str(self.article)) for part in command[1:]],
            dimensions=(24, 80),
            env={**os.environ, **state, **python},
            timeout=20,
        )
        self.modes = termios.tcgetattr(self.child.child_fd)

    def expect(self, words: str) -> None:
        self.child.expect_exact(words.encode())

    def end(self) -> tuple[int | None, bytes]:
        """The exit status, and what was written to the terminal since the last `expect`."""
        self.child.expect(pexpect.EOF)
        written = self.child.before
        assert isinstance(written, bytes)
        self.child.close()
        return self.child.exitstatus, written


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path, sys.executable, "-m", "tui", "ARTICLE")
    yield terminal
    terminal.child.close(force=True)


def stat_of(pid: int | str) -> list[str]:
    """A process's state and its parent's id, first; empty where it is gone."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    fields = stat.rpartition(")")[2].split()
    return [] if fields[0] == "Z" else fields


def engine_of(reader: int) -> int:
    """The one process that the reader has started."""
    processes = [path.name for path in Path("/proc").iterdir() if path.name.isdigit()]
    (engine,) = [int(pid) for pid in processes if stat_of(pid)[1:2] == [str(reader)]]
    return engine


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_gives_the_terminal_back(reader: Terminal, number: signal.Signals) -> None:
    reader.expect(FIRST_WORDS)
    reader.child.kill(number)
    reader.child.expect_exact(b"\x1b[?1049l")
    modes = termios.tcgetattr(reader.child.child_fd)
    status, _ = reader.end()
    assert status == 128 + number
    assert modes[3] == reader.modes[3]  # echo and line editing


@needs_proc
def test_q_gives_the_terminal_back_and_leaves_no_process(reader: Terminal) -> None:
    reader.expect("by share")
    engine = engine_of(reader.child.pid)
    reader.child.send("q")
    status, written = reader.end()
    assert status == 0
    assert all(mode in written for mode in MODES_GIVEN_BACK)
    assert not stat_of(engine)


@needs_proc
def test_an_engine_does_not_outlive_a_killed_reader(reader: Terminal) -> None:
    reader.expect("by share")
    engine = engine_of(reader.child.pid)
    reader.child.kill(signal.SIGKILL)
    for _ in range(500):
        if not stat_of(engine):
            return
        time.sleep(0.02)
    raise AssertionError("the engine lives on")


def test_after_a_stop_the_article_is_painted_again(reader: Terminal) -> None:
    reader.expect("by share")
    reader.child.kill(signal.SIGTSTP)
    reader.expect("\x1b[?1049l")
    # told to go on before it has stopped, it would stop for good
    _, status = os.waitpid(reader.child.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    reader.child.kill(signal.SIGCONT)
    reader.expect("\x1b[?1049h")
    reader.expect(FIRST_WORDS)
    reader.child.send("q")
    assert reader.end()[0] == 0


def test_a_piped_article_is_read_with_keys_from_the_terminal(tmp_path: Path) -> None:
    command = f"cat ARTICLE | {sys.executable} -m tui - 2>/dev/null"
    terminal = Terminal(tmp_path, "/bin/sh", "-c", command)
    terminal.expect(FIRST_WORDS)
    terminal.child.send("?")
    terminal.expect("Next quote")
    terminal.child.send("qq")
    assert terminal.end()[0] == 0


def test_without_a_terminal_there_is_a_sentence() -> None:
    code = "from tui.reader.terminal import take_keys_from_terminal as t; t()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
    )
    assert done.stderr.splitlines()[-1].endswith(
        "NoTerminalError: no terminal to read keys from (No such device or address)"
    )


def test_a_failure_is_one_sentence_without_the_articles_words(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from tui.reader.article_screen import ArticleScreen\n"
        "from tui import cli\n"
        "def fail(self):\n"
        "    raise ValueError(self._article.article.text)\n"
        "ArticleScreen.action_why = fail\n"
        "sys.exit(cli.main(sys.argv[1:]))\n"
    )
    terminal = Terminal(tmp_path, sys.executable, "-c", code, "ARTICLE")
    terminal.expect(FIRST_WORDS)
    terminal.child.send("w")
    terminal.expect("\x1b[?1049l")
    status, written = terminal.end()
    assert status == 1
    assert b"pullquote: the reader failed (ValueError in <string>, line 5)" in written
    assert b"fishermen" not in written
