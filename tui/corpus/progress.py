"""How far a run is, on standard error: a bar in a terminal, else a line from time to time."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final, Protocol

from tui.article.cleaning import clean_line
from tui.corpus.parts import Reading
from tui.exit_status import say

_EVERY: Final = 30.0


class Progress(Protocol):
    """What a run tells of itself while it lasts."""

    def read(self, reading: Reading, size: int) -> None:
        """A part was read, which takes so many bytes of the input."""

    def passed(self, size: int, articles: int) -> None:
        """So many bytes of the input hold what is known, so many articles."""

    def say(self, line: str) -> None:
        """Tell something in a line."""


def progress(size: int) -> AbstractContextManager[Progress]:
    """What fits standard error, for an input of so many bytes; shown as long as it is open."""
    if sys.stderr.isatty() and os.environ.get("TERM", "").lower() not in ("dumb", "unknown", ""):
        return _Bar(size).shown()
    return nullcontext(_Lines(size))


class _Counted:
    """What is counted of a run."""

    def __init__(self, size: int) -> None:
        self._size, self._done = size, 0
        self._articles = self._known = self._words = 0
        self._since = time.monotonic()

    def _add(self, reading: Reading, size: int) -> None:
        self._articles += reading.articles
        self._words += reading.words
        self._done += size

    @property
    def _told(self) -> str:
        before = f" ({self._known:,} read before)" if self._known else ""
        articles = f"{self._articles + self._known:,} articles{before}"
        if not self._words:
            return f"{articles} · starting the processes that read"
        rate = self._words / max(0.001, time.monotonic() - self._since)
        return f"{articles} · {rate:,.0f} words a second"


class _Lines(_Counted):
    """A line from time to time."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self._last = time.monotonic()

    def read(self, reading: Reading, size: int) -> None:
        self._add(reading, size)
        if time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            part = f" · {self._done / self._size:.0%}" if self._size else ""
            say(f"{self._told}{part}")

    def passed(self, size: int, articles: int) -> None:
        self._done += size
        self._known += articles

    def say(self, line: str) -> None:
        say(line)


class _Bar(_Counted):
    """A bar with the rate and the time that is left."""

    def __init__(self, size: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        super().__init__(size)
        self._progress = Progress(
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TextColumn("{task.fields[told]}", markup=False),
            TimeRemainingColumn(compact=True),
            TextColumn("left"),
            console=Console(file=sys.stderr),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            speed_estimate_period=300,
        )
        self._task = self._progress.add_task("", total=size or None, told="starting")

    @contextmanager
    def shown(self) -> Iterator[Progress]:
        """Show it as long as this lasts."""
        with self._progress:
            yield self

    def read(self, reading: Reading, size: int) -> None:
        self._add(reading, size)
        self._progress.update(self._task, advance=size, told=self._told)

    def passed(self, size: int, articles: int) -> None:
        self._known += articles
        self._progress.update(self._task, advance=size, told=self._told)

    def say(self, line: str) -> None:
        from rich.text import Text

        self._progress.console.print(Text(f"pullquote: {clean_line(line)}"))
