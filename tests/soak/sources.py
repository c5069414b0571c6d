"""What lies before the reader in a soak: the sample articles, and bad input in its small size."""

from collections.abc import Iterable
from pathlib import Path

from tests.bad_input import BadInput
from tests.conftest import SAMPLES
from tests.test_bad_input import SCALE


def sources(folder: Path, cases: Iterable[BadInput], samples: str = "*.txt") -> list[str]:
    """Make cases, each in a folder of its own; gives the sources to name, samples first.

    What no command line can name is left out.
    """
    found = [str(path) for path in sorted(SAMPLES.glob(samples))]
    for number, case in enumerate(cases):
        own = folder / str(number)
        own.mkdir(parents=True)
        source = case.make(own, SCALE)
        if source and "\0" not in source:
            found.append(source if source[0] != "-" else f"./{source}")
    return found
