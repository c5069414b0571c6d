"""The versions that are installed of all that the program and its tests need -> a lock file.

`pip install -c .ci/requirements.lock` then installs these and no others.
"""

import argparse
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

EXTRAS: Final = frozenset({"all", "test", "lint", "audit"})
_HEAD: Final = "# Made by `make lock`: what the tests were last passed with.\n"


def locked(name: str, extras: frozenset[str]) -> dict[str, str]:
    """The version of everything that a distribution with some extras needs here, by name.

    What only other platforms need is not in it.
    """
    found: dict[str, str] = {}
    done = set[tuple[str, frozenset[str]]]()
    left = [(name, extras)]
    while left:
        at = left.pop()
        if at in done:
            continue
        done.add(at)
        try:
            installed = distribution(at[0])
        except PackageNotFoundError:
            continue  # an extra that is not installed
        # what is built for one kind of machine has that behind a plus sign
        found[canonicalize_name(at[0])] = installed.version.partition("+")[0]
        for line in installed.requires or ():
            needed = Requirement(line)
            wished = ({"extra": extra} for extra in ("", *at[1]))
            if needed.marker is None or any(map(needed.marker.evaluate, wished)):
                left.append((needed.name, frozenset(needed.extras)))
    return found


def main() -> None:
    """Write the lock file of what is installed beside this program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    found = locked("pullquote", EXTRAS)
    del found["pullquote"]
    lines = [f"{name}=={version}\n" for name, version in sorted(found.items())]
    parser.parse_args().output.write_text(_HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
