"""Many articles made from a few: the same for the same seed, and no two alike."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_KEPT: Final = 0.8


def texts_in(folders: Sequence[Path]) -> list[str]:
    """The plain texts in some folders."""
    return [p.read_text("utf-8") for f in folders for p in sorted(f.glob("*.txt"))]


def write_many(folder: Path, texts: Sequence[str], count: int, seed: int = 0) -> None:
    """Write so many articles into a folder that is made, a file each: each has most paragraphs of
    one of the texts, and a headline of its own.
    """
    folder.mkdir(parents=True)
    dice = random.Random(seed)
    for number in range(count):
        title, *paragraphs = dice.choice(texts).strip().split("\n\n")
        kept = [p for p in paragraphs if dice.random() < _KEPT] or paragraphs
        text = "\n\n".join([f"{title} ({number})", *kept]) + "\n"
        (folder / f"{number:07}.txt").write_text(text, encoding="utf-8")
