"""Runs over many articles whose client, workers and scheduler are killed at random moments: their
tables are those of a run that nothing disturbed.

`python -m tests.faults.killed_corpora --rounds 3 --seed 7` prints a line a round, and ends with
status 1 if a table differs.
"""

import argparse
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.conftest import ROOT, SAMPLES
from tests.corpus.stories import tables
from tests.faults.held_terminal import children_of
from tui.training.many_articles import texts_in, write_many

PATIENCE: Final = 600.0
_TUI: Final = (sys.executable, "-m", "tui", "corpus")


class Machines:
    """A scheduler and a worker of their own, which are begun again when they are killed."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        self.scheduler = self._scheduler()
        self.worker = self._worker()

    def disturb(self, dice: random.Random) -> str:
        """Kill one of them, or a process that the worker began; says which it was."""
        what = dice.choice(["scheduler", "worker", "reader"])
        if what == "scheduler":
            self.scheduler.kill()
        elif what == "worker":
            for pid in [*children_of(self.worker.pid), self.worker.pid]:
                _kill(pid)
        else:
            for pid in children_of(self.worker.pid)[-1:]:
                _kill(pid)
        time.sleep(dice.uniform(0, 2))
        self.mend()
        return what

    def mend(self) -> None:
        """Begin again what has ended."""
        if self.scheduler.poll() is not None:
            self.scheduler = self._scheduler()
        if self.worker.poll() is not None:
            self.worker = self._worker()

    def end(self) -> None:
        """End them all."""
        for pid in [*children_of(self.worker.pid), self.worker.pid, self.scheduler.pid]:
            _kill(pid)
        self.worker.wait()
        self.scheduler.wait()

    def _scheduler(self) -> subprocess.Popen[bytes]:
        host, _, port = self.address.removeprefix("tcp://").partition(":")
        return _quiet("dask_scheduler", "--host", host, "--port", port, "--no-dashboard")

    def _worker(self) -> subprocess.Popen[bytes]:
        options = ("--nthreads", "1", "--nworkers", "2", "--no-dashboard")
        return _quiet("dask_worker", self.address, *options)


def play(folder: Path, dice: random.Random, articles: int, kills: int) -> tuple[str, bool]:
    """A run that is disturbed so often: what was killed, and if its tables are right in the end."""
    source, whole, out = folder / "articles", folder / "whole", folder / "out"
    write_many(source, texts_in([SAMPLES]), articles, dice.randrange(1 << 30))
    subprocess.run([*_TUI, str(source), "-o", str(whole)], check=True, stderr=subprocess.PIPE)
    killed, machines = list[str](), Machines()
    try:
        while True:
            at_home = dice.random() < 0.4
            where = ("--processes", "2") if at_home else ("--scheduler", machines.address)
            client = subprocess.Popen(
                [*_TUI, str(source), "-o", str(out), *where], stderr=subprocess.DEVNULL, cwd=ROOT
            )
            while client.poll() is None and len(killed) < kills:
                time.sleep(dice.uniform(0.5, 12))
                if client.poll() is None:
                    killed.append(_disturbed(client, at_home, machines, dice))
            deadline = time.monotonic() + PATIENCE
            while client.poll() is None and time.monotonic() < deadline:
                machines.mend()  # a worker ends some time after its scheduler
                time.sleep(0.5)
            client.kill()
            if client.wait() == 0:
                break
    finally:
        machines.end()
    return ", ".join(killed), tables(out) == tables(whole)


def _disturbed(
    client: subprocess.Popen[bytes], at_home: bool, machines: Machines, dice: random.Random
) -> str:
    if dice.random() < 0.4:
        client.kill()
        client.wait()
        return "client"
    if not at_home:
        return machines.disturb(dice)
    for pid in children_of(client.pid)[-1:]:
        _kill(pid)
    return "reader at home"


def _quiet(command: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{command}", *arguments],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def main(arguments: Sequence[str] | None = None) -> int:
    """Play some rounds, each in a new folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--kills", type=int, default=8, help="in each round")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    dice, wrong = random.Random(given.seed), 0
    for number in range(given.rounds):
        with TemporaryDirectory() as folder:
            killed, right = play(Path(folder), dice, given.articles, given.kills)
            wrong += not right
            print(f"round {number + 1}: {'equal' if right else 'OTHER TABLES'}; killed: {killed}")
            sys.stdout.flush()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
