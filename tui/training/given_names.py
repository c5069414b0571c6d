"""Collect given names that mostly men, or mostly women, have: weights/given_names.txt."""

import argparse
import json
from pathlib import Path

SOURCES, BEARERS = 3, 200
SURE = 0.9
WIDTH = 120


def main() -> None:
    """Read the table of the package nomquamgender (its `name_data.json`: {name: [sources, bearers,
    share of women, ...]}); write lines of a gender and names, sorted.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    table = json.loads(arguments.table.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {"f": [], "m": []}
    for name, (sources, bearers, women, *_) in sorted(table.items()):
        known = sources >= SOURCES and bearers >= BEARERS and len(name) > 1
        if known and name.replace("-", "").isalpha() and name.isascii():
            if women >= SURE:
                found["f"].append(name)
            elif women <= 1 - SURE:
                found["m"].append(name)
    lines = [line for gender, names in found.items() for line in _lines(gender, names)]
    arguments.output.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")


def _lines(gender: str, names: list[str]) -> list[str]:
    """Names in lines of some width, each of which opens with the gender."""
    lines = [gender]
    for name in names:
        if len(lines[-1]) + len(name) >= WIDTH:
            lines.append(gender)
        lines[-1] += f" {name}"
    return lines


if __name__ == "__main__":
    main()
