"""A real pseudo-terminal that knows what was switched on in it, and a program that runs there."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

import pytest

from tests.conftest import SAMPLES

PATIENCE: Final = 20.0
ROOT: Final = Path(__file__).parents[2]
READER: Final = (sys.executable, "-m", "tui")
MEETING: Final = str(SAMPLES / "ministers_meeting.txt")
PAINTED: Final = "Five hours at Lake Ishmere"
needs_proc: Final = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="looks for processes in /proc"
)
_SWITCH: Final = re.compile(rb"\x1b\[\?([\d;]+)([hl])|\x1b\[([<>])\d*u")
_SIZE: Final = struct.Struct("HHHH")


def switched(written: bytes) -> tuple[frozenset[str], int]:
    """The private modes that a terminal is left with after what was written to it, by number, and
    how many keyboard modes (the kitty protocol's) are pushed. A new terminal wraps lines (7) and
    shows the cursor (25); a main screen that is switched to while it is there is no fault.
    """
    modes, pushed = {"7", "25"}, 0
    for numbers, way, push in (match.groups() for match in _SWITCH.finditer(written)):
        if push:
            pushed = pushed + 1 if push == b">" else max(0, pushed - 1)
        for number in numbers.decode().split(";") if numbers else ():
            (modes.add if way == b"h" else modes.discard)(number)
    return frozenset(modes), pushed


AS_BEFORE: Final = switched(b"")


class HeldTerminal:
    """A program in a pseudo-terminal of its own, which outlives it and can be looked at."""

    def __init__(
        self,
        *command: str,
        rows: int = 24,
        columns: int = 80,
        variables: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.master, self.slave = os.openpty()
        self.resize(rows, columns)
        self.modes_before = termios.tcgetattr(self.slave)
        self.written = b""
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PULLQUOTE_DEBUG": ""}
        self.process = subprocess.Popen(
            command, stdin=self.slave, stdout=self.slave, stderr=self.slave, cwd=folder,
            env={**environment, **(variables or {})}, start_new_session=True, close_fds=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip

    def __enter__(self) -> "HeldTerminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        children = children_of(self.process.pid)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for child in children:
            if stat_of(child):
                os.kill(child, signal.SIGKILL)
        for handle in (self.master, self.slave):
            if handle >= 0:
                os.close(handle)

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size, which its program is told by a signal."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, _SIZE.pack(rows, columns, 0, 0))

    def hang_up(self) -> None:
        """Close the terminal as one closes a window."""
        os.close(self.slave)
        os.close(self.master)
        self.master = self.slave = -1

    def press(self, keys: str) -> None:
        """Type some keys."""
        os.write(self.master, keys.encode())

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what the program has written; whether there was anything."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        self.written += os.read(self.master, 1 << 16)
        return True

    def wait_for(self, wanted: str | Callable[[], bool], since: int = 0) -> None:
        """Read until some words have been written, those before `since` aside, or a condition
        holds.
        """
        sought = wanted.encode() if isinstance(wanted, str) else b""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if wanted() if callable(wanted) else sought in self.written[since:]:
                return
            self.read()
        raise AssertionError(f"waited for {wanted!r} in vain: {self.written[since:][-3000:]!r}")

    def end(self, *, unread: bool = False) -> int:
        """Read until the program has ended, or read nothing until then; gives its exit status,
        negative for a signal.
        """
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            if self.master >= 0 and not unread:
                self.read()
            else:
                time.sleep(0.02)
        if self.process.returncode is None:
            raise AssertionError(f"it does not end: {self.written[-3000:]!r}")
        while self.master >= 0 and self.read(0):
            pass
        return self.process.returncode

    @property
    def given_back(self) -> bool:
        """Whether all is as it was before the program came: switches, echo and line editing."""
        modes = termios.tcgetattr(self.slave)
        return switched(self.written) == AS_BEFORE and modes == self.modes_before


def stat_of(pid: int | str) -> Sequence[str]:
    """A process's state and its parent's id, first; empty where it is gone."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    fields = stat.rpartition(")")[2].split()
    return () if fields[0] == "Z" else fields


def children_of(pid: int) -> list[int]:
    """The processes that a process has started and that live."""
    there = [path.name for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [int(child) for child in there if stat_of(child)[1:2] == [str(pid)]]


def gone(pid: int) -> bool:
    """Whether a process ends."""
    deadline = time.monotonic() + PATIENCE
    while stat_of(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not stat_of(pid)


def with_its_engine(reader: HeldTerminal) -> int:
    """The process that reads the article of a reader, once there is one."""
    reader.wait_for(PAINTED)
    reader.wait_for(lambda: len(children_of(reader.process.pid)) == 1)
    (engine,) = children_of(reader.process.pid)
    # a child is a copy at first: stopped then, it would stop whoever waits for it to be another
    reader.wait_for(lambda: _command_of(engine) not in ("", _command_of(reader.process.pid)))
    return engine


def _command_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
