"""Taking a question back from another thread, before it is answered."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """A question was taken back before it was answered."""


class Cancellation:
    """Lets another thread take a question back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: DuckDBPyConnection | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Take the question back: whoever waits for the answer gets Cancelled, soon."""
        with self._lock:
            self._cancelled = True
            if self._asked is not None:
                self._asked.interrupt()

    @property
    def is_cancelled(self) -> bool:
        """Whether it has been taken back."""
        return self._cancelled

    def check(self) -> None:
        """Raise Cancelled once it has been taken back."""
        if self._cancelled:
            raise Cancelled

    @contextmanager
    def over(self, asked: "DuckDBPyConnection") -> Iterator[None]:
        """While this lasts, to cancel interrupts what a connection does."""
        with self._lock:
            self.check()
            self._asked = asked
        try:
            yield
        finally:
            with self._lock:
                self._asked = None
