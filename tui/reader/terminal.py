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
_RESTORE_SECONDS: Final = 0.5
# Paste, wrap, resize, mouse and focus reports, the keyboard protocol, the alternate screen, cursor.
_RESTORE: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[?1004l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m"
)


class NoTerminalError(Exception):
    """There is no terminal to read keys from."""


class EndingSignals:
    """Ends the program in an orderly way when it is told to: exit status 128 and the signal.

    `leave` is called with that status once, on the event loop. A second signal, or one that is not
    obeyed within `PATIENCE_SECONDS` (a terminal that takes nothing more holds up the loop), ends
    the process at once, with the terminal restored as far as it lets itself be.
    """

    def __init__(self, leave: Callable[[int], object]) -> None:
        self._leave = leave
        self._status = 0
        # What the terminal was before it was made raw.
        self._modes = _terminal_modes()

    def install(self) -> None:
        """Listen; answer on the running event loop."""
        loop = asyncio.get_running_loop()

        def obey(number: int, _: object) -> None:
            if self._status:
                self._leave_now()
            self._status = 128 + number
            signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)
            soon(loop, self._leave, self._status)

        # Python's own handlers run while the loop waits for a lock, which asyncio's do not.
        signal.signal(signal.SIGALRM, lambda *_: self._leave_now())
        for number in ENDING:
            signal.signal(number, obey)

    def _leave_now(self) -> None:
        _restore_modes(self._modes)
        with suppress(OSError):
            _restore_screen()
        os._exit(self._status)


def soon(loop: asyncio.AbstractEventLoop, does: Callable[..., object], *given: object) -> None:
    """Let a loop do what a signal tells, between two of its turns; one that has ended does nothing
    more, and its process is about to end, too.
    """
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(does, *given)


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
        # both are Final for the type checker; what is opened lives as long as the process
        sys.stdin = sys.__stdin__ = open(  # type: ignore[misc]  # noqa: SIM115
            0, encoding="utf-8", errors="replace", closefd=False
        )
    if not os.isatty(2):
        # The application is drawn on standard error; what other programs inherit stays as it is.
        sys.__stderr__ = os.fdopen(  # type: ignore[misc]  # Final for the type checker
            os.dup(terminal), "w", encoding="utf-8", errors="replace"
        )
    os.close(terminal)


def _screen_fd() -> int:
    return sys.__stderr__.fileno() if sys.__stderr__ is not None else 2


def _restore_screen() -> None:
    """Set back what was switched on, also in a terminal that takes nothing (ctrl+s, a stuck line):
    it forgets what it was to be told before. Raises OSError.
    """
    import termios
    import time

    # opened anew: that it does not block is then nobody else's business
    terminal = os.open(os.ttyname(_screen_fd()), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    end = time.monotonic() + _RESTORE_SECONDS
    while time.monotonic() < end:
        try:
            os.write(terminal, _RESTORE)
        except BlockingIOError:
            with suppress(termios.error):
                termios.tcflush(terminal, termios.TCOFLUSH)
                # only going on after a halt wakes who waits for room
                termios.tcflow(terminal, termios.TCOOFF)
                termios.tcflow(terminal, termios.TCOON)
            time.sleep(0.005)
        else:
            return


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
        termios.tcsetattr(0, termios.TCSANOW, modes)  # type: ignore[arg-type]  # as tcgetattr gave them
