"""Press keys by chance for a while, and say what must not have happened, and what it cost."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import SystemRandom
from typing import Final

from tests.bad_input import CORPUS
from tests.soak.presses import Press, press_of, presses
from tests.soak.sitting import Course, FoundError, Sitting
from tests.soak.sources import sources
from tests.soak.steadiness import report, unsteady

LOOKS_EVERY: Final = 30.0
"""Seconds from look to look."""
_TOLD: Final = 40


def main() -> int:
    """Soak, and give the exit status: 0 where nothing was found, else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60, help="in all (default 60)")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(2**32))
    parser.add_argument("--finds", type=Path, default=Path("build/finds"), metavar="FOLDER")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="do what is kept of a find")
    parser.add_argument("--last", type=int, help="do only so many of its last presses")
    arguments = parser.parse_args()
    done: Iterator[Press] = presses(arguments.seed)
    if arguments.replay is not None:
        lines = arguments.replay.read_text(encoding="utf-8").splitlines()
        kept = [press_of(line) for line in lines if line.startswith("[")]
        done = iter(kept[-arguments.last :] if arguments.last else kept)
        print(f"{arguments.replay}: {len(kept)} presses", flush=True)
    else:
        print(f"seed {arguments.seed}; {arguments.minutes:g} minutes", flush=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        sitting = Sitting(sources(folder / "in", CORPUS), folder / "home")
        course = Course()
        try:
            try:
                soak(sitting, done, course, 60 * arguments.minutes, LOOKS_EVERY, told=True)
            finally:
                print("\n".join(report(course)), flush=True)
        except FoundError as found:
            keep(found, sitting, arguments.finds / f"soak-{arguments.seed}-{os.getpid()}.txt")
            return 1
        finally:
            sitting.close()
    said = unsteady(course.looks)
    print(said or "nothing was found")
    return 1 if said else 0


def soak(
    sitting: Sitting,
    done: Iterator[Press],
    course: Course,
    seconds: float,
    every: float,
    *,
    told: bool = False,
) -> None:
    """Press for so many seconds, looking now and then, and leave. Raises FoundError."""
    sitting.begin()
    until = time.monotonic() + seconds
    due = 0.0
    for press in done:
        now = time.monotonic()
        if now >= due:
            course.looks.append(sitting.look())
            due = time.monotonic() + every
            if told and len(course.looks) % 10 == 1:
                print(report(course)[-1], flush=True)
        if now >= until:
            break
        sitting.press(press)
        course.pressed += 1
    course.looks.append(sitting.look())
    sitting.end()


def keep(found: FoundError, sitting: Sitting, path: Path) -> None:
    """Say what was found, and keep all that was done for a replay."""
    path.parent.mkdir(parents=True, exist_ok=True)
    last = f"{sitting.said}\n{sitting.received}"
    told = _lines(f"{found}\n\nThe screen:\n{sitting.shown}\n\nWritten last:\n{last}")
    done: Sequence[str] = [press.line() for press in sitting.done]
    path.write_text("\n".join([*told, *done, ""]), encoding="utf-8")
    print("\n".join(told))
    print("Pressed last:", *done[-_TOLD:], sep="\n")
    print(f"This is kept in {path}; to do it again:")
    print(f"    {sys.executable} -m tests.soak --replay {path}")


def _lines(text: str) -> Sequence[str]:
    """The lines of a text, none of which looks like a press, and without what would act."""
    clean = "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in text)
    return [f"# {line}" for line in clean.splitlines()]


if __name__ == "__main__":
    sys.exit(main())
