"""The terminal is given back as it was found: signals that end the program, and piped input."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
PATIENCE_SECONDS: Final = 2.0
# Paste, wrap, resize, mouse and focus reports, the keyboard protocol, the alternate screen, cursor.
_RESTORE: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[?1004l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m"
)


class NoTerminalError(Exception):
    """There is no terminal to read keys from."""


class EndingSignals:
    """Ends the program in an orderly way when it is told to: exit status 128 and the signal.

    `leave` is called with that status once. A second signal, or one that is not obeyed within
    `PATIENCE_SECONDS`, ends the process at once, with the terminal restored.
    """

    def __init__(self, leave: Callable[[int], object]) -> None:
        self._leave = leave
        self._leaving = False
        # What the terminal was before it was made raw.
        self._modes = _terminal_modes()

    def install(self) -> None:
        """Listen, on the running event loop."""
        loop = asyncio.get_running_loop()
        for number in ENDING:
            loop.add_signal_handler(number, self._obey, number)

    def _obey(self, number: int) -> None:
        status = 128 + number
        if self._leaving:
            self._leave_now(status)
        self._leaving = True
        self._leave(status)
        asyncio.get_running_loop().call_later(PATIENCE_SECONDS, self._leave_now, status)

    def _leave_now(self, status: int) -> None:
        with suppress(OSError):
            os.write(_screen_fd(), _RESTORE)
        _restore_modes(self._modes)
        os._exit(status)


def take_keys_from_terminal() -> None:
    """Let the keys come from the terminal where standard input or error is something else.

    Call it after standard input has been read and before the application runs. Raises
    NoTerminalError where the program has no terminal.
    """
    if os.isatty(0) and os.isatty(2):
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise NoTerminalError(f"no terminal to read keys from ({error.strerror})") from error
    if not os.isatty(0):
        os.dup2(terminal, 0)
        sys.stdin = sys.__stdin__ = open(  # type: ignore[misc]  # noqa: SIM115 - lives as long as the process
            0, encoding="utf-8", errors="replace", closefd=False
        )
    if not os.isatty(2):
        # The application is drawn on standard error; what other programs inherit stays as it is.
        sys.__stderr__ = os.fdopen(  # type: ignore[misc]
            os.dup(terminal), "w", encoding="utf-8", errors="replace"
        )
    os.close(terminal)


def _screen_fd() -> int:
    return sys.__stderr__.fileno() if sys.__stderr__ is not None else 2


def _terminal_modes() -> list[object] | None:
    try:
        import termios

        return termios.tcgetattr(0)
    except (ImportError, OSError, termios.error):
        return None


def _restore_modes(modes: list[object] | None) -> None:
    if modes is None:
        return
    import termios

    with suppress(OSError, termios.error):
        termios.tcsetattr(0, termios.TCSANOW, modes)  # type: ignore[arg-type]
