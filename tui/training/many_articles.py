"""Many articles made from a few: the same for the same seed, and no two alike."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

_KEPT: Final = 0.8


def texts_in(folders: Sequence[Path]) -> list[str]:
    """The plain texts in some folders."""
    return [p.read_text("utf-8") for f in folders for p in sorted(f.glob("*.txt"))]


def many(texts: Sequence[str], count: int, seed: int = 0) -> Iterator[str]:
    """So many articles: each has most paragraphs of one of the texts, and a headline of its own."""
    dice = random.Random(seed)
    for number in range(count):
        title, *paragraphs = dice.choice(texts).strip().split("\n\n")
        kept = [p for p in paragraphs if dice.random() < _KEPT] or paragraphs
        yield "\n\n".join([f"{title} ({number})", *kept]) + "\n"


def write_many(folder: Path, texts: Sequence[str], count: int, seed: int = 0) -> None:
    """Write them into a folder that is made, a file each."""
    folder.mkdir(parents=True)
    for number, text in enumerate(many(texts, count, seed)):
        (folder / f"{number:07}.txt").write_text(text, encoding="utf-8")
