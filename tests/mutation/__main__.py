"""How many small faults put into the program its tests find: a random sample of mutants is tried.

Prints the share of them that is found in each module, and those that no test finds.
"""

import argparse
import importlib
import os
import random
import sys
from collections import Counter

import pytest

from tests.mutation.mutants import ROOT, Mutant, mutants
from tests.mutation.trial import HUNG, KILLED, NOT_APPLIED, Trial

PARTS = {
    "article": "tui/article/*.py",
    "quotation": "tui/analysis/quotation.py",
    "attribution": "tui/analysis/attribution.py",
    "speakers": "tui/analysis/speakers.py",
}
OPTIONS = "-p no:terminal -p no:cacheprovider -o addopts= -o tmp_path_retention_policy=none".split()
TESTS = "tests/article tests/analysis tests/properties".split()


def main() -> int:
    """Try a sample, and print what came of it; fails where too few were found."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--sample", type=int, default=400, help="mutants in all (default 400)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART")
    parser.add_argument("--modules", nargs="+", default=[], help="only these, by their names")
    parser.add_argument("--at-once", type=int, default=2, metavar="PROCESSES")
    parser.add_argument("--tests", nargs="+", default=TESTS)
    arguments = parser.parse_args()
    paths = [path for part in arguments.parts for path in sorted(ROOT.glob(PARTS[part]))]
    paths = [path for path in paths if not arguments.modules or path.stem in arguments.modules]
    every = [mutant for path in paths for mutant in mutants(path)]
    sample = random.Random(arguments.seed).sample(every, min(arguments.sample, len(every)))
    for path in paths:
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    trial = Trial(sample, arguments.at_once, os.fdopen(os.dup(2), "w"))
    pytest.main([*OPTIONS, *arguments.tests], plugins=[trial])
    return _report([(mutant, trial.came[n]) for n, mutant in enumerate(sample)], len(every))


def _report(tried: list[tuple[Mutant, str]], every: int) -> int:
    tried = [(mutant, came) for mutant, came in tried if came != NOT_APPLIED]
    found, all_of = Counter[str](), Counter[str]()
    for mutant, came in sorted(tried, key=lambda pair: (pair[0].path, pair[0].line)):
        all_of[mutant.path.stem] += 1
        if came in (KILLED, HUNG):
            found[mutant.path.stem] += 1
        else:
            print(f"{came}: {mutant}")
    for module, number in sorted(all_of.items(), key=lambda pair: found[pair[0]] / pair[1]):
        print(f"{module:24} {found[module]:4} of {number}")
    hung = sum(came == HUNG for _, came in tried)
    share = found.total() / all_of.total()
    print(f"{found.total()} of {all_of.total()} found ({share:.1%}; {hung} hung); {every} in all")
    return 0 if share >= 0.85 else 1


if __name__ == "__main__":
    sys.exit(main())
