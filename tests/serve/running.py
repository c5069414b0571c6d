"""`serve` as a process of its own, as its user starts it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.conftest import ROOT

_RUN = """
import sys
from tui.cli import main
sys.exit(main(["serve", "--", *sys.argv[1:]]))
"""
PATIENCE = 60


class Serving:
    """A server that runs; `address` is what it has printed."""

    def __init__(self, source: str, folder: Path | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _RUN, source],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()

    @property
    def readers(self) -> list[int]:
        """The processes of its readers, and their engines."""
        readers = _children(self.process.pid)
        return [*readers, *(engine for reader in readers for engine in _children(reader))]

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str, str]:
        """Its exit status, and what else it says on standard output and error."""
        self.process.send_signal(number)
        said, complained = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said, complained


@contextmanager
def serving(source: str, folder: Path | None = None) -> Iterator[Serving]:
    """A server of a source, which does not outlive the test."""
    made = Serving(source, folder)
    try:
        yield made
    finally:
        if made.process.poll() is None:
            made.stop()


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended may still be listed."""
    return any(own == pid and not state.startswith("Z") for own, _, state in _processes())


def _children(parent: int) -> list[int]:
    return [pid for pid, of, _ in _processes() if of == parent]


def _processes() -> list[tuple[int, int, str]]:
    """Of every process its number, that of its parent, and its state."""
    found = list[tuple[int, int, str]]()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            state, of = (process / "stat").read_text().rpartition(")")[2].split()[:2]
            found.append((int(process.name), int(of), state))
    return found
