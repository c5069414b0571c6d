"""What ends, stops or starves the reader gives the terminal back as it was, and leaves nothing."""

import random
import signal
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.held_terminal import (
    MEETING,
    PAINTED,
    PATIENCE,
    READER,
    HeldTerminal,
    children_of,
    gone,
    needs_proc,
    stat_of,
    with_its_engine,
)

pytestmark = needs_proc
ON, OFF = "\x1b[?1049h", "\x1b[?1049l"


@pytest.fixture
def reader() -> Iterator[HeldTerminal]:
    with HeldTerminal(*READER, MEETING) as terminal:
        yield terminal


@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT], ids=lambda n: n.name
)
def test_a_signal_ends_it_with_all_given_back(reader: HeldTerminal, number: signal.Signals) -> None:
    engine = with_its_engine(reader)
    reader.signal(number)
    assert reader.end() == 128 + number
    assert reader.given_back
    assert gone(engine)


def test_a_signal_at_the_first_moment_does_too(reader: HeldTerminal) -> None:
    reader.wait_for(lambda: reader.written != b"")
    reader.signal(signal.SIGTERM)
    assert reader.end() == 143
    assert reader.given_back


def test_stopped_it_gives_the_terminal_back_and_goes_on_as_before(reader: HeldTerminal) -> None:
    engine = with_its_engine(reader)
    for _ in range(2):
        reader.signal(signal.SIGTSTP)
        reader.wait_for(lambda: stat_of(reader.process.pid)[0] == "T")
        reader.wait_for(lambda: reader.given_back)
        before = len(reader.written)
        reader.signal(signal.SIGCONT)
        reader.wait_for(PAINTED, before)
        assert not reader.given_back
    reader.press("q")
    assert reader.end() == 0
    assert reader.given_back
    assert gone(engine)


@pytest.mark.parametrize("stop", [True, False], ids=["stopped by force", "never stopped"])
def test_told_to_go_on_without_having_been_told_to_stop(reader: HeldTerminal, stop: bool) -> None:
    reader.wait_for(PAINTED)
    for _ in range(2):
        if stop:
            reader.signal(signal.SIGSTOP)
            reader.wait_for(lambda: stat_of(reader.process.pid)[0] == "T")
        before = len(reader.written)
        reader.signal(signal.SIGCONT)
        reader.wait_for(OFF, before)
        reader.wait_for(ON, before)
        reader.wait_for(PAINTED, before)
    reader.press("q")
    assert reader.end() == 0
    assert reader.given_back


def test_a_storm_of_sizes(reader: HeldTerminal) -> None:
    reader.wait_for(PAINTED)
    dice = random.Random(20)
    for _ in range(150):
        reader.resize(dice.randint(5, 100), dice.randint(20, 300))
        reader.read(0.002)
    for rows, columns in ((5, 20), (100, 300), (1, 1), (24, 80)):
        reader.resize(rows, columns)
        reader.read(0.02)
    before = len(reader.written)
    reader.press("?")
    reader.wait_for("Next quote", before)
    reader.press("qq")
    assert reader.end() == 0
    assert reader.given_back


def test_stopped_while_very_many_keys_wait_for_their_turn(reader: HeldTerminal) -> None:
    reader.wait_for(PAINTED)
    for number in range(120):  # more to paint than is kept until it can be written
        reader.resize(20 + number % 40, 60 + number % 70)
        time.sleep(0.01)
    reader.press("j" * 1000)
    time.sleep(0.5)
    reader.signal(signal.SIGTSTP)
    reader.wait_for(lambda: stat_of(reader.process.pid)[0] == "T")
    reader.signal(signal.SIGCONT)
    reader.press("q")
    assert reader.end() == 0
    assert reader.given_back


@pytest.mark.parametrize("halted", [True, False], ids=["ctrl+s", "a line that is stuck"])
def test_a_terminal_that_takes_nothing_does_not_hold_it(reader: HeldTerminal, halted: bool) -> None:
    engine = with_its_engine(reader)
    if halted:
        termios.tcflow(reader.slave, termios.TCOOFF)
    for number in range(120):  # more to paint than is kept until it can be written
        reader.resize(20 + number % 40, 60 + number % 70)
        time.sleep(0.005)
    first = signal.SIGINT if halted else signal.SIGTERM
    reader.signal(first)
    if halted:
        time.sleep(0.2)  # of two that come together either may be heard first
        reader.signal(signal.SIGTERM)  # a second one: at once
    assert reader.end(unread=True) == 128 + first
    assert reader.given_back
    assert gone(engine)


def test_a_closed_terminal_ends_it(reader: HeldTerminal) -> None:
    engine = with_its_engine(reader)
    reader.hang_up()
    assert reader.end() == 128 + signal.SIGHUP
    assert gone(engine)


def test_a_closed_terminal_ends_it_behind_a_shell_that_keeps_that_to_itself(
    tmp_path: Path,
) -> None:
    line = f"trap '' HUP; '{sys.executable}' -m tui '{MEETING}'; echo $? > status"
    with HeldTerminal("/bin/sh", "-c", line, folder=tmp_path) as shell:
        shell.wait_for(PAINTED)
        (reader,) = children_of(shell.process.pid)
        shell.hang_up()
        assert gone(reader)
        shell.process.wait(PATIENCE)
    assert (tmp_path / "status").read_text().strip() == "129"
