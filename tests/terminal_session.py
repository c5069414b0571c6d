"""The real command in a real pseudo-terminal, its screen kept by a terminal emulator."""

import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

PATIENCE = 20.0
RESTORED = ("\x1b[?1049l", "\x1b[?25h", "\x1b[?1000l", "\x1b[?1006l")


class TerminalSession:
    """One run of a command; reads until the screen says what is waited for.

    `variables` are added to the environment.
    """

    def __init__(
        self, command: str, *arguments: str, rows: int = 24, columns: int = 80, **variables: str
    ) -> None:
        usual = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        # the size is the terminal's own
        kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        environment = {**kept, **usual, **variables}
        self.output = ""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._process = pexpect.spawn(
            command, list(arguments), dimensions=(rows, columns), env=environment,
            encoding="utf-8", codec_errors="replace", timeout=PATIENCE,
        )  # fmt: skip

    def __enter__(self) -> "TerminalSession":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.close(force=True)

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        """Type some keys."""
        self._process.send(keys)

    def signal(self, number: int) -> None:
        """Send a signal to the command."""
        self._process.kill(number)

    def resize(self, rows: int, columns: int) -> None:
        """Change the terminal's size."""
        self.screen.resize(rows, columns)
        self._process.setwinsize(rows, columns)

    @property
    def is_alive(self) -> bool:
        """Whether the command still runs."""
        return bool(self._process.isalive())

    @property
    def memory(self) -> int:
        """The most bytes that the command and the processes of its own have had (on Linux)."""
        return sum(map(_peak, _family(self._process.pid)))

    def rest(self, seconds: float) -> None:
        """Read what comes in so many seconds."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self._read()

    def wait_for(self, condition: str | Callable[[], bool], patience: float = PATIENCE) -> None:
        """Read until a text stands on the screen, or a condition holds. Fails with the screen."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if (condition in self.shown) if isinstance(condition, str) else condition():
                return
            self._read()
        raise AssertionError(f"waited for {condition!r} in vain:\n{self.shown}")

    def wait_for_end(self) -> int:
        """Read until the command ends; its exit status."""
        deadline = time.monotonic() + PATIENCE
        while self._process.isalive() and time.monotonic() < deadline:
            self._read()
        while self._read():
            pass
        self._process.close()
        status = self._process.exitstatus
        assert status is not None, f"ended by signal {self._process.signalstatus}"
        return int(status)

    def _read(self) -> bool:
        try:
            part = self._process.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return False
        self.output += part
        # pyte does not know private modes with several forms; they show nothing
        self._stream.feed(re.sub(r"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p", "", part))
        return True


def _family(pid: int) -> list[int]:
    """A process and those that it has started."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [pid, *(member for child in told.split() for member in _family(int(child)))]


def _peak(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s*(\d+)", told)
    return int(found[1]) * 1024 if found else 0


def pullquote(
    *arguments: str, rows: int = 24, columns: int = 80, **variables: str
) -> TerminalSession:
    """The command in a terminal of a size, with variables of the environment."""
    command = (sys.executable, "-m", "tui", *arguments)
    return TerminalSession(*command, rows=rows, columns=columns, **variables)


def piped(path: Path, *, rows: int = 24, columns: int = 80) -> TerminalSession:
    """`cat FILE | pullquote -` in a terminal."""
    line = f"cat '{path}' | '{sys.executable}' -m tui -"
    return TerminalSession("/bin/sh", "-c", line, rows=rows, columns=columns)
