"""Line ends that a writer forced within a paragraph: a new block, or no more than a space."""

from collections.abc import Iterable
from typing import Final

BREAK: Final = "\n"
"""What stands for a forced line end in the text of a paragraph."""
LONGEST_CELL: Final = 100
"""So many characters are the most in a cell of a table of figures; more are a column of a page."""
_STOPS: Final = (".", "!", "?", ":", "…")
_CLOSERS: Final = "\"'”’»)]"
_GOING_ON: Final = (",", ";", "-", "–", "—")
_OPENERS: Final = "\"'“‘«([-–—•"
_SHORT: Final = 60


def broken(text: str) -> list[str]:
    """The blocks that the text of a paragraph is, cut at those of its breaks that end one.

    An empty line always ends one, and so does the end of a sentence or of a short line before a
    capital (verse, an address, a byline); within a sentence a break is a space.
    """
    blocks = [""]
    empty = False
    for line in (" ".join(line.split()) for line in text.split(BREAK)):
        if not line:
            empty = True
            continue
        if not blocks[-1]:
            blocks[-1] = line
        elif empty or _ends(blocks[-1], line):
            blocks.append(line)
        else:
            blocks[-1] = f"{blocks[-1]} {line}"
        empty = False
    return [block for block in blocks if block]


def cells_line(cells: Iterable[str]) -> str:
    """A row of a table as one line."""
    return " | ".join(cell for cell in (" ".join(cell.split()) for cell in cells) if cell)


def _ends(before: str, after: str) -> bool:
    if before.rstrip(_CLOSERS).endswith(_STOPS):
        return True
    begins = after.lstrip(_OPENERS)[:1]
    return len(before) < _SHORT and not begins.islower() and not before.endswith(_GOING_ON)
