"""Short articles from templates, as many as are wanted, and the tables of a corpus read back.

python -m tests.corpus.stories FOLDER COUNT
"""

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tui.corpus.corpus_folder import PEOPLE
from tui.corpus.schema import COLUMNS, TableName

FIRST = "Ada Bo Cato Dagny Edda Finn Greta Hale Ines Jorun".split()
LAST = "Falkmere Oduya Rask Tarn Quill Venn Ister Holm Brae Corde".split()
PLACES = "Ostrand Lake Ishmere Vell Norhaven Pell Skarn Tolby".split()
WORKS = ("harbour", "bridge", "ferry", "school", "mill", "library", "dam")
OPENINGS = (
    "The {work} of {place} will close in May, Mayor {name} said on Monday.",
    "{place} is to have a new {work}, according to {name}, who leads the council.",
    "Work on the {work} at {place} stopped on Friday, and {name} blamed the frost.",
)
SAID = (
    "“We have waited {years} years for this {work},” {she} said. “We can wait one more.”",
    "{other}, who speaks for the fishermen, said nobody in {place} had been asked.",
    "“It is the least bad of {years} bad choices,” said {other}, an engineer.",
    "{name} denied that the {work} had cost {years} million crowns.",
    "{other} told the council that the {work} was safe.",
)


def story(number: int) -> str:
    """An article of some eighty words; each number has its own."""
    dice = random.Random(number)
    first, last = dice.choice(FIRST), dice.choice(LAST)
    words = {
        "name": f"{first} {last}", "she": last,
        "other": f"{dice.choice(FIRST)} {dice.choice(LAST)}",
        "place": dice.choice(PLACES), "work": dice.choice(WORKS), "years": dice.randint(2, 40),
    }  # fmt: skip
    lines = [dice.choice(OPENINGS), *dice.sample(SAID, 3)]
    title = f"{words['work']} of {words['place']} in dispute, part {number}".capitalize()
    return "\n\n".join([title, *(line.format(**words) for line in lines)]) + "\n"


def written(folder: Path, numbers: Sequence[int]) -> Path:
    """A folder with a text file for each number."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:04}.txt").write_text(story(number), encoding="utf-8")
    return folder


def tables(folder: Path) -> dict[str, pa.Table]:
    """Each file of a corpus by its path within it, all with the version and the engine."""
    paths = (path for table in (*COLUMNS, PEOPLE) for path in (folder / table).glob("*"))
    return {str(path.relative_to(folder)): pq.read_table(path) for path in sorted(paths)}


def rows(folder: Path, table: TableName) -> list[dict[str, Any]]:
    """The rows of a table in their order."""
    paths = sorted((folder / table).glob("part-*.parquet"))
    return [row for path in paths for row in pq.read_table(path).to_pylist()]


if __name__ == "__main__":
    written(Path(sys.argv[1]), range(int(sys.argv[2])))
