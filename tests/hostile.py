"""All bad input at full size, as text, as JSON and in the reader: a table (`make hostile`).

    python -m tests.hostile [--modes text,jsonl,reader] [WORDS OF A NAME ...]

Each run is a process of its own, with so much memory and time and no more. The status is 1 where
one has no good end.
"""

import argparse
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from tests.bad_input import CORPUS, BadInput
from tests.sequences import foreign
from tests.terminal_session import TerminalSession
from tests.test_bad_input import failing

Mode = Literal["text", "jsonl", "reader"]
MODES: Final[Sequence[Mode]] = ("text", "jsonl", "reader")
MEMORY: Final = 6 * 2**30
"""Bytes of address space, of which a network and its threads alone take some."""
SECONDS: Final = 1800
"""Of a processor's time: others may want it, too."""
HANGING: Final = 4 * SECONDS
"""Seconds of anybody's time after which nothing more is waited for."""
_OPENED: Final = 90.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How one run ended: what is wrong, if anything, the seconds that it worked (in the reader:
    those until the article was there), and its most bytes of memory.
    """

    wrong: str
    seconds: float
    memory: int
    told: str = ""


def run(case: BadInput, mode: Mode) -> Ended:
    """Make a case at full size, and open it in one mode."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        own = {f"XDG_{name}_HOME": f"{made}/xdg" for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        (folder / "in").mkdir()
        source = case.make(folder / "in", 1.0)
        opened: Callable[[], Ended] = (
            (lambda: _shown(source, own))
            if mode == "reader"
            else lambda: _written(case, source, mode, {**os.environ, **own}, folder)
        )
        if "\0" in source:
            return Ended("", 0, 0, "no shell can name it")
        return opened()


def _limited(*arguments: str) -> list[str]:
    """The program within limits, with some arguments, and what is in $SOURCE: of no encoding."""
    limits = f"ulimit -v {MEMORY // 1024}; ulimit -t {SECONDS}"
    program = shlex.join([sys.executable, "-m", "tui", *arguments])
    return ["/bin/sh", "-c", f'{limits}; exec {program} "$SOURCE"']


def _written(
    case: BadInput, source: str, mode: Mode, environment: dict[str, str], folder: Path
) -> Ended:
    start = time.monotonic()
    with (folder / "out").open("wb") as out, (folder / "said").open("wb") as said:
        command = _limited("--format", mode, "--")
        made = {**environment, "SOURCE": source}
        running = subprocess.Popen(command, stdout=out, stderr=said, env=made)
        while True:
            pid, status, used = os.wait4(running.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > HANGING:
                running.kill()
            time.sleep(0.02)
    seconds, code = used.ru_utime + used.ru_stime, os.waitstatus_to_exitcode(status)
    told = (folder / "said").read_text(encoding="utf-8", errors="surrogateescape")
    output = (folder / "out").read_text(encoding="utf-8", errors="surrogateescape")
    running.returncode = code
    wrong = failing(case, mode, code, output, told)
    if code in (-signal.SIGKILL, -signal.SIGXCPU):
        wrong = f"killed after {seconds:.0f} s"
    return Ended(wrong, seconds, used.ru_maxrss * 1024, told)


def _shown(source: str, environment: dict[str, str]) -> Ended:
    command, *arguments = _limited()
    environment = {**environment, "SOURCE": f"./{source}" if source[:1] == "-" else source}
    start = time.monotonic()
    memory = 0
    with TerminalSession(command, *arguments, rows=30, columns=100, **environment) as session:
        try:
            session.wait_for(lambda: _has_begun(session) or not session.is_alive, _OPENED)
            if session.is_alive:
                seconds = time.monotonic() - start
                for keys in "\r", "n", "G", "g", "s", "?", "\x1b":
                    session.press(keys)
                    session.rest(0.2)
                session.rest(2.0)
                memory = session.memory
                session.press("qq")
            else:
                seconds = time.monotonic() - start
            code = session.wait_for_end()
        except AssertionError as error:
            return Ended(str(error)[:200], time.monotonic() - start, max(memory, session.memory))
        wrong = foreign(session.output) or ("Traceback" * ("Traceback" in session.output))
        if code not in (0, 1) or (code == 1 and "pullquote: cannot" not in session.output):
            wrong = wrong or f"exit status {code}"
        return Ended(wrong, seconds, memory, session.output.strip()[:300] if code == 1 else "")


def _has_begun(session: TerminalSession) -> bool:
    return sum(bool(row.strip()) for row in session.screen.display) > 3


def main() -> int:
    """Run all, or those with one of some words in their names, and tell of each and of all."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("words", nargs="*", metavar="WORDS", help="words of a case's name")
    parser.add_argument("--modes", default=",".join(MODES), help="parted by commas (default all)")
    arguments = parser.parse_args()
    asked = arguments.modes.split(",")
    if unknown := sorted({*asked} - {*MODES}):
        parser.error(f"there is no mode {unknown[0]}")
    modes = [mode for mode in MODES if mode in asked]
    all_ended: dict[Mode, list[tuple[Ended, str]]] = {mode: [] for mode in modes}
    for case in CORPUS:
        if arguments.words and not any(word in case.name for word in arguments.words):
            continue
        for mode in modes:
            ended = run(case, mode)
            all_ended[mode].append((ended, case.name))
            used = f"{ended.seconds:7.1f} s {ended.memory / 2**20:6.0f} MB"
            row = f"{case.name[:44]:44} {mode:6} {used}"
            print(f"{row}  {ended.wrong or 'ok'}".replace("\n", " "), flush=True)
    for mode, rows in all_ended.items():
        if rows:
            print(f"{mode:6} {_summary(rows)}")
    return 1 if any(ended.wrong for rows in all_ended.values() for ended, _ in rows) else 0


def _summary(rows: Sequence[tuple[Ended, str]]) -> str:
    """How many of some cases hold, which does so last, and which takes the most memory."""
    holding = sum(not ended.wrong for ended, _ in rows)
    slowest, slow = max(rows, key=lambda row: row[0].seconds)
    largest, large = max(rows, key=lambda row: row[0].memory)
    return (
        f"{holding} of {len(rows)} hold; slowest: {slow} ({slowest.seconds:.0f} s);"
        f" most memory: {large} ({largest.memory / 2**20:.0f} MB)"
    )


if __name__ == "__main__":
    sys.exit(main())
