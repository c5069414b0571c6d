"""Textual's driver for terminals; it stops, goes on and ends whatever becomes of its terminal."""

import asyncio
import os
import select
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from queue import Full
from threading import Thread
from typing import Any, Final

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.reader.pastes import Pastes
from tui.reader.terminal import soon

_TURN_SECONDS: Final = 0.25
_TICK: Final = 0.1
"""Seconds after which it is known whether a lone escape is the key of that name."""
_AT_ONCE: Final = 4096


class TerminalDriver(LinuxDriver):
    """Signals to stop and to go on are heard between two turns of the event loop, where nothing
    that they take down is in use. One that goes on without having been told to stop (`kill -STOP`,
    a stray SIGCONT) sets its terminal up anew, once. A terminal that is closed is SIGHUP, also
    where the kernel tells nobody but a shell that does not pass it on. Bytes that are no text (from
    a keyboard in another encoding, a line that is disturbed), and keys that cannot be, cost nothing
    but themselves.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._is_stopped = False
        loop = asyncio.get_running_loop()
        # asyncio's own way loses a signal that comes while very many keys wait for their turn
        signal.signal(signal.SIGTSTP, lambda *_: soon(loop, self._stop))
        signal.signal(signal.SIGCONT, lambda *_: soon(loop, self._go_on))
        Thread(target=self._watch, daemon=True, name="terminal-watch").start()

    def write(self, data: str) -> None:
        """Hand something to the terminal; where it takes nothing, signals still have their turn.

        A signal that another thread is handed wakes no thread that waits for a lock without end.
        """
        assert self._writer_thread is not None, "the terminal is not set up"
        waiting = self._writer_thread._queue
        while True:
            with suppress(Full):
                return waiting.put(data, timeout=_TURN_SECONDS)

    def run_input_thread(self) -> None:
        """Hand on what is typed until the terminal is wanted no more."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser, pastes = XTermParser(self._debug), Pastes()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                typed = decode(os.read(self.fileno, _AT_ONCE)) if selector.select(_TICK) else ""
                for character in pastes.harmless(typed):
                    try:
                        for event in parser.feed(character):
                            self.process_message(event)
                    except (ValueError, OverflowError, ZeroDivisionError):  # of its numbers
                        parser = XTermParser(self._debug)
                for event in parser.tick():
                    self.process_message(event)

    @property
    def _is_on(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    def _stop(self) -> None:
        if self._is_on:
            self.suspend_application_mode()
            self._is_stopped = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        if self._is_on:
            self.suspend_application_mode()
            self._is_stopped = True
        if self._is_stopped:
            self._must_signal_resume = True  # all is painted again
            self.resume_application_mode()
            self._is_stopped = not self._is_on  # in the background, it has no terminal yet

    def _watch(self) -> None:
        """Wait until the terminal is closed: reading from it then gives nothing, again and again,
        and what is written is not taken.
        """
        if not os.isatty(self.fileno) or sys.platform == "darwin":  # whose poll knows no terminals
            return
        hung_up = select.poll()
        hung_up.register(self.fileno, 0)
        if any(happened & select.POLLHUP for _, happened in hung_up.poll()):
            os.kill(os.getpid(), signal.SIGHUP)
