"""What shares of the lines and of the branches the tests have run; fails below what is promised."""

import json
import sys
import tempfile
from pathlib import Path

import coverage

LEAST = {"lines": 95.0, "branches": 90.0}
"""Per cent, of the program itself."""
TRAINING = "tui/training/*"
"""Makes weights and measures; is no part of the program itself."""


def shares(data: coverage.Coverage, omit: list[str]) -> dict[str, float]:
    """Per cent of the lines, and of the branches, that were run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "shares.json")
        data.json_report(outfile=str(path), omit=omit)
        totals = json.loads(path.read_text(encoding="utf-8"))["totals"]
    return {
        "lines": 100 * totals["covered_lines"] / totals["num_statements"],
        "branches": 100 * totals["covered_branches"] / totals["num_branches"],
    }


def main() -> int:
    """Print the shares of what `coverage` has kept; 1 where one is below what is promised."""
    data = coverage.Coverage()
    data.load()
    program = shares(data, [TRAINING])
    for name, told in (("the program", program), ("with training", shares(data, []))):
        print(f"{name}: {told['lines']:.1f} % of lines, {told['branches']:.1f} % of branches")
    return 0 if all(program[kind] >= least for kind, least in LEAST.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
