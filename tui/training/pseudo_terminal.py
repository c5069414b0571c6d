"""A command in a pseudo-terminal of 120 columns, and what it writes, with the times."""

import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from fcntl import ioctl
from types import TracebackType
from typing import Final

COLUMNS: Final = 120
ROWS: Final = 40
_LONGEST: Final = 60.0
_FOLDERS: Final = ("CONFIG", "DATA", "STATE", "CACHE")


class PseudoTerminal:
    """One run of a command, whose user has made nothing but what is in a folder.

    `written` has all that it wrote so far, each part with the second (`time.perf_counter`) at which
    it could be read. `begun` is when it was started.
    """

    def __init__(self, command: Sequence[str], home: str) -> None:
        self.written: list[tuple[float, bytes]] = []
        self.begun = time.perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.environ.update(TERM="xterm-256color", COLUMNS=str(COLUMNS), LINES=str(ROWS))
            os.environ.update({f"XDG_{name}_HOME": home for name in _FOLDERS})
            os.execv(command[0], list(command))

    def __enter__(self) -> "PseudoTerminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self._child, signal.SIGTERM)
        deadline = time.perf_counter() + 5
        while os.waitpid(self._child, os.WNOHANG) == (0, 0):
            if time.perf_counter() > deadline:
                os.kill(self._child, signal.SIGKILL)
            self.read(0.02)
        os.close(self._terminal)

    def press(self, keys: bytes) -> float:
        """Type keys; gives the second at which they were typed."""
        os.write(self._terminal, keys)
        return time.perf_counter()

    def read(self, seconds: float) -> bool:
        """Read what comes within so many seconds, at most one part; whether something came."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            part = os.read(self._terminal, 1 << 16)
        except OSError:  # nobody is left to write
            time.sleep(0.01)
            return False
        self.written.append((time.perf_counter(), part))
        return True

    def read_for(self, seconds: float) -> None:
        """Read all that comes in so many seconds."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def read_until(self, found: Callable[[bytes], bool], longest: float = _LONGEST) -> float:
        """Read until what has been written since this call has something; gives the second.

        Raises TimeoutError.
        """
        end = time.perf_counter() + longest
        seen = b""
        while not found(seen):
            if time.perf_counter() > end:
                raise TimeoutError("what was waited for did not appear")
            if self.read(0.05):
                seen += self.written[-1][1]
        return time.perf_counter()
