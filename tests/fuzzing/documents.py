"""Damaged documents of every kind, loaded for a bounded time, each in bounded time and memory."""

import multiprocessing
import resource
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

from tests.fuzzing.mutations import mutated
from tests.fuzzing.promises import check_loading

SEEDS: Final = tuple(
    path
    for folder in ("files", "pages")
    for path in sorted((Path(__file__).parents[1] / "article" / folder).iterdir())
    if path.name != "README.md"
)
SLOW: Final = 10.0
"""Seconds of a processor's time after which a document is a find: others may want it, too."""
_HANGING: Final = 120.0
"""Seconds of anybody's time after which it is one, whatever it waits for."""
HEAVY: Final = 1536
"""Megabytes of memory at which it is one."""
_EACH: Final = 400
"""So many documents one process loads: what it has grown by then is no one document's."""


@dataclass(frozen=True, slots=True)
class Find:
    """A document that breaks a promise: its name, its bytes, and in a few lines what happened."""

    name: str
    data: bytes
    what: str


@dataclass(slots=True)
class Tally:
    """How many documents were loaded, what came of them, and the slowest one in seconds."""

    loaded: int = 0
    came: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0


def fuzz(seconds: float, seed: int, found: Callable[[Find], None]) -> Tally:
    """Load damaged documents until so many seconds are over; `found` is told of each find."""
    chance, tally = Random(seed), Tally()
    seeds = [(path.name, path.read_bytes()) for path in SEEDS]
    others = [data for _, data in seeds]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        loader = Loader()
        try:
            for _ in range(_EACH):
                if time.monotonic() >= until:
                    break
                name, data = chance.choice(seeds)
                made = mutated(data, chance, others)
                began = time.monotonic()
                came, broken = loader.load(made, name)
                tally.loaded += 1
                tally.slowest = max(tally.slowest, time.monotonic() - began)
                tally.came[came] += 1
                if broken:
                    found(Find(name, made, came))
                    break
        finally:
            loader.end()
    return tally


class Loader:
    """A process that loads documents, so that one can be stopped, or can end it.

    A document has so many seconds of a processor's time.
    """

    def __init__(self, seconds: float = SLOW) -> None:
        # what no process of its own has loaded yet, it shares with none
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, seconds), daemon=True)
        self._seconds = seconds
        self._process.start()
        there.close()
        self._here.send(None)
        self._here.recv()

    def load(self, data: bytes, name: str) -> tuple[str, bool]:
        """What came of a document, and whether that breaks a promise; then no more is loaded."""
        self._here.send((data, name))
        if not self._here.poll(_HANGING):
            return f"it did not end in {_HANGING:g} seconds", True
        try:
            came, broken = self._here.recv()
        except EOFError:
            self._process.join()
            if self._process.exitcode == -signal.SIGPROF:
                return f"it took longer than {self._seconds:g} seconds", True
            return f"the process ended with status {self._process.exitcode}", True
        return came, broken

    def end(self) -> None:
        """Stop the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._here.close()


def _serve(pipe: Connection, seconds: float) -> None:
    """Load what comes until the other end closes, or one takes so many seconds."""
    while True:
        try:
            asked = pipe.recv()
        except EOFError:
            return
        if asked is None:
            pipe.send(None)
            continue
        data, name = asked
        signal.setitimer(signal.ITIMER_PROF, seconds)  # which ends the process
        try:
            came, broken = check_loading(data, name), False
        except BaseException as error:
            import traceback

            told = "".join(traceback.format_exception(error, limit=-6))
            came, broken = f"{type(error).__name__}: {error}\n{told}", True
        signal.setitimer(signal.ITIMER_PROF, 0)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        if not broken and used > HEAVY:
            came, broken = f"it took {used} MB", True
        pipe.send((came, broken))
