"""Tries mutants: for each a process is forked, where the tests that run the changed line are run.

The quickest are run first, until one fails. What takes far longer than before hangs, which tests
notice, too. The tests are loaded once, by pytest, whose plugin a trial is.
"""

import gc
import os
import pickle
import resource
import signal
import time
from collections import defaultdict
from dataclasses import dataclass, field
from math import ceil
from types import FunctionType
from typing import TextIO

import coverage
import pytest

from tests.mutation.mutants import Mutant, Place, apply, place

UNREACHED, SURVIVED, KILLED, HUNG, NOT_APPLIED = "not run", "survived", "killed", "hung", "?"
MEMORY = 8 * 1024**3
"""Bytes that a mutant may have."""
Reached = dict[tuple[str, int], set[int]]
"""The numbers of the tests that run a line of a file."""


@dataclass(eq=False)
class Trial:
    """Tries each mutant of a sample, some at once; `came` then tells what came of each."""

    sample: list[Mutant]
    at_once: int
    screen: TextIO
    came: dict[int, str] = field(default_factory=dict)
    _failed: bool = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notice a failure."""
        self._failed = self._failed or report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run all tests once, to see what each runs, then those of each mutant."""
        paths = {str(mutant.path) for mutant in self.sample}
        reached, seconds = self._measured(session.items, paths)
        functions = _functions(paths)
        running: dict[int, int] = {}
        for number, mutant in enumerate(self.sample):
            tests = set[int]().union(*(reached.get(line, set()) for line in mutant.lines))
            its = sorted(tests, key=seconds.__getitem__)
            if not its:
                self.came[number] = UNREACHED
                continue
            if len(running) == self.at_once:
                self._wait(running)
            print(f"\r{len(self.came)} of {len(self.sample)}", end="", file=self.screen, flush=True)
            process = os.fork()
            if not process:
                _limit(5 + 5 * sum(seconds[index] for index in its))
                self._try(mutant, functions, [session.items[index] for index in its])
            running[process] = number
        while running:
            self._wait(running)
        print(file=self.screen, flush=True)
        return True

    def _measured(self, items: list[pytest.Item], paths: set[str]) -> tuple[Reached, list[float]]:
        """Which tests run each line of some files, and how long each test takes on the processor.

        They are run in a process of their own: threads that they start do not outlive a fork. What
        fails as it is finds no faults.
        """
        reading, writing = os.pipe()
        if process := os.fork():
            os.close(writing)
            with os.fdopen(reading, "rb") as told:
                reached, seconds = pickle.load(told)
            os.waitpid(process, 0)
            return reached, seconds
        seconds, failing = list[float](), set[int]()
        measurement = coverage.Coverage(data_file=None, include=sorted(paths), config_file=False)
        measurement.start()
        for index, (item, following) in enumerate(zip(items, [*items[1:], None], strict=True)):
            measurement.switch_context(str(index))
            begun = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            seconds.append(time.process_time() - begun)
            if self._failed:
                self._failed = False
                failing.add(index)
                measurement.stop()  # a shrinker has taken its place
                measurement.start()
        measurement.stop()
        data = measurement.get_data()
        reached = {
            (path, line): {int(index) for index in indices if index} - failing
            for path in data.measured_files()
            for line, indices in data.contexts_by_lineno(path).items()
        }
        with os.fdopen(writing, "wb") as told:
            pickle.dump((reached, seconds), told)
        os._exit(0)

    def _try(
        self, mutant: Mutant, functions: dict[Place, list[FunctionType]], items: list[pytest.Item]
    ) -> None:
        """Run the tests of a mutant in this process, and end it."""
        came = 3
        try:
            if apply(mutant, functions):
                came = 1
                for item, following in zip(items, [*items[1:], None], strict=True):
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                    if self._failed:
                        return
                came = 0
        finally:
            os._exit(came)

    def _wait(self, running: dict[int, int]) -> None:
        process, status = os.wait()
        number = running.pop(process)
        signalled = os.WIFSIGNALED(status)
        ended = {0: SURVIVED, 1: KILLED}.get(os.waitstatus_to_exitcode(status), NOT_APPLIED)
        self.came[number] = HUNG if signalled else ended


def _limit(seconds: float) -> None:
    """Bound this process: what it takes on the processor, how long it waits, and its memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (ceil(seconds), ceil(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(60 + 20 * ceil(seconds))


def _functions(paths: set[str]) -> dict[Place, list[FunctionType]]:
    found = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename in paths:
            found[place(thing.__code__)].append(thing)
    return found
