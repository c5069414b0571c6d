"""What a command writes into a pseudo-terminal, and when."""

import sys
import time
from pathlib import Path

import pytest

from tui.training.pseudo_terminal import PseudoTerminal

ECHO = """
import os, sys, tty
tty.setraw(0)
print("at", os.environ["XDG_CONFIG_HOME"], *os.get_terminal_size(), flush=True)
while key := sys.stdin.read(1):
    print("key", key, flush=True)
"""


def test_it_is_read_with_the_times(tmp_path: Path) -> None:
    with PseudoTerminal([sys.executable, "-c", ECHO], str(tmp_path)) as terminal:
        begun = terminal.read_until(lambda seen: f"at {tmp_path} 120 40".encode() in seen)
        assert terminal.begun < terminal.written[0][0] <= begun
        typed = terminal.press(b"x")
        done = terminal.read_until(lambda seen: b"key x" in seen)
        assert typed < terminal.written[-1][0] <= done <= time.perf_counter()


def test_what_does_not_come_is_said(tmp_path: Path) -> None:
    with (
        PseudoTerminal(["/bin/sh", "-c", "echo no; sleep 9"], str(tmp_path)) as terminal,
        pytest.raises(TimeoutError),
    ):
        terminal.read_until(lambda seen: b"yes" in seen, longest=0.2)
