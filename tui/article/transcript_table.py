"""A table whose rows tell who says what -> turns, as a transcript without a table has them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.article.line_forms import ENOUGH_TURNS, MOMENT, label_of
from tui.article.manuscript import Piece

Row = Sequence[Sequence[Piece]]
"""The cells of a row, each the blocks that stand in it."""

_MOMENT: Final = rf"{MOMENT}(?:\s*[-–—]\s*{MOMENT})?"
_COUNTED: Final = rf"#?\d{{1,5}}[.)]?|{_MOMENT}"
_HEADS: Final = frozenset("name participant person speaker voice who".split())
_STOPPED: Final = r".*[.!?…][\"'”’»)\]]*$"
_LONGEST_LABEL: Final = 60
_LONGEST_HEAD: Final = 20


def turns_of(rows: Sequence[Row]) -> list[Piece] | None:
    """The blocks of a table, rows that tell who says what made turns; None for other tables.

    Most rows must tell it, some of them whole sentences, and a speaker must come back. Times and
    numbers of rows are left out, and so is a row that only names the columns.
    """
    rows = rows[1:] if rows and _names_columns(rows[0]) else rows
    told = [_turn(row) for row in rows]
    spoken = [turn for turn in told if turn is not None]
    labels = [label for label, _ in spoken]
    stops = sum(bool(re.match(_STOPPED, words[0].text.strip(), re.S)) for _, words in spoken)
    filled = sum(any(row) for row in rows)
    if (
        len(labels) < ENOUGH_TURNS
        or len(set(labels)) == len(labels)
        or 2 * len(labels) <= filled
        or 2 * stops < len(labels)
    ):
        return None
    pieces = list[Piece]()
    for row, turn in zip(rows, told, strict=True):
        if turn is None:
            pieces += [piece for cell in _without_times(row) for piece in cell]
        else:
            label, words = turn
            pieces.append(replace(words[0], kind="turn", text=f"{label}: {words[0].text.strip()}"))
            pieces += words[1:]
    return pieces


def _turn(row: Row) -> tuple[str, Sequence[Piece]] | None:
    """Who speaks in a row, and the words."""
    cells = _without_times(row)
    if len(cells) != 2 or len(cells[0]) != 1:
        return None
    label = " ".join(cells[0][0].text.split()).removesuffix(":").rstrip()
    line = f"{label}: {cells[1][0].text.strip()}"
    if not label or len(label) > _LONGEST_LABEL or label_of(line) is None:
        return None
    return label, cells[1]


def _without_times(row: Row) -> list[Sequence[Piece]]:
    """The cells that hold something, but for times, and numbers that stand before words."""
    cells = [cell for cell in row if cell]
    return [
        cell
        for i, cell in enumerate(cells)
        if len(cell) > 1
        or not re.fullmatch(_COUNTED if i < len(cells) - 1 else _MOMENT, cell[0].text.strip())
    ]


def _names_columns(row: Row) -> bool:
    """Whether a row only tells what stands below: `Time`, `Speaker`, `Words`."""
    cells = [" ".join(piece.text for piece in cell).strip().casefold() for cell in row]
    return not _HEADS.isdisjoint(cells) and all(len(cell) <= _LONGEST_HEAD for cell in cells)
