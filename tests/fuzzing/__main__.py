"""Fuzz for a bounded time: damaged documents, and the properties with many more examples."""

import argparse
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from random import SystemRandom

from tests.fuzzing.documents import Find, fuzz
from tests.fuzzing.promises import check_loading

TIMES = "10"
"""So many times more examples than in the suite."""
KEPT = """
This is kept in {path}; to load it alone:
    {python} -m tests.fuzzing --one {path}
To make a test of it, cut it down to what matters, and put that into tests/fuzzing/test_finds.py.
"""


def main() -> int:
    """Fuzz, and give the exit status: 0 where nothing was found, else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20, help="in all (default 20)")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(2**32))
    parser.add_argument("--finds", type=Path, default=Path("build/finds"), metavar="FOLDER")
    parser.add_argument("--one", type=Path, metavar="FILE", help="load one document again")
    arguments = parser.parse_args()
    if arguments.one is not None:
        print(check_loading(arguments.one.read_bytes(), arguments.one.name.rpartition("~")[2]))
        return 0
    arguments.finds.mkdir(parents=True, exist_ok=True)
    print(f"seed {arguments.seed}; {arguments.minutes:g} minutes", flush=True)
    half = 30 * arguments.minutes
    sound = _documents(half, arguments.seed, arguments.finds)
    return 0 if _properties(half, arguments.seed, arguments.finds) and sound else 1


def _documents(seconds: float, seed: int, finds: Path) -> bool:
    """Whether no damaged document broke a promise."""
    found = 0

    def keep(find: Find) -> None:
        nonlocal found
        found += 1
        digest = hashlib.sha256(find.data).hexdigest()[:10]
        path = finds / f"{digest}~{find.name}"
        path.write_bytes(find.data)
        path.with_name(f"{path.name}.txt").write_text(find.what, encoding="utf-8")
        print(find.what, KEPT.format(path=path, python=sys.executable), flush=True)

    tally = fuzz(seconds, seed, keep)
    print(
        f"{tally.loaded} damaged documents, the slowest took {tally.slowest:.1f} s; {found} finds"
    )
    for came, times in tally.came.most_common(40):
        print(f"    {times:6} {came.splitlines()[0][:100]}")
    return not found


def _properties(seconds: float, seed: int, finds: Path) -> bool:
    """Whether every property held of all examples that were tried, in rounds of other seeds."""
    until = time.monotonic() + seconds
    rounds = 0
    while (left := until - time.monotonic()) > 0:
        command = [
            sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider",
            f"--hypothesis-seed={seed + rounds}", "tests/properties",
        ]  # fmt: skip
        environment = {**os.environ, "PROPERTY_TIMES": TIMES}
        try:
            ran = subprocess.run(
                command, env=environment, capture_output=True, text=True, timeout=left
            )
        except subprocess.TimeoutExpired:
            break  # a round that finds something says so before its end, the next time
        rounds += 1
        if ran.returncode:
            path = finds / f"properties-{seed + rounds - 1}.txt"
            path.write_text(ran.stdout + ran.stderr, encoding="utf-8")
            print(ran.stdout[-4000:])
            print(
                f"kept in {path}; the falsifying example, as an @example(...), makes a test of it"
            )
            return False
    print(f"{rounds} whole rounds of all properties: they hold")
    return True


if __name__ == "__main__":
    sys.exit(main())
