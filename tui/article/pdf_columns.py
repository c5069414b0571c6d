"""Runs of text on a page -> its columns in the order in which they are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from tui.article.pdf_letters import Run

LABEL: Final = re.compile(
    r"(?:[-*•‣◦▪·–—●○■□➢✓\ufffd\uf0b7\uf0a7]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])$"
)
_FEWEST_PAIRS: Final = 3
_FEWEST_EMS: Final = 8.0
"""The lines of a column are at least so wide, those of a table's cells narrower."""
CELL: Final = "\t"
"""What stands between the cells of a table."""
_CELL_EMS: Final = 2.5
LONE_SPEAKER: Final = re.compile(r"(?=.*[^\W\d_])[^\Wa-z][^a-z:]{0,40}:$")
"""The label of one who speaks, in capitals and without any words."""
_LABEL_EMS: Final = 4.0
_GAP_EMS: Final = 0.6
_MOST_CROSSING: Final = 0.5
_LINE_EMS: Final = 1.6
_DEEPEST: Final = 6
_INITIAL: Final = 1.7
_WORDS: Final = ("A", "I")
_SPACE: Final = 0.15


@dataclass(frozen=True, slots=True)
class Column:
    """Lines of text one below the other, each a run, from the top; and between which edges.

    `left` and `right` are the edges of the place that the page has for it.
    """

    lines: tuple[Run, ...]
    left: float
    right: float


def columns(runs: Sequence[Run]) -> list[Column]:
    """The columns of a page: what goes across all of them parts those above from those below."""
    if not runs:
        return []
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    return _columns(_labelled(_with_initials(runs)), left, right, 0)


def _columns(runs: Sequence[Run], left: float, right: float, depth: int) -> list[Column]:
    gutter = _gutter(runs) if depth < _DEEPEST else None
    if gutter is None:
        return [Column(tuple(_lines(runs)), left, right)] if runs else []
    crossing = _crossing(runs, gutter)
    beside = [run for run in runs if run not in crossing]
    made = list[Column]()
    above = list[Run]()  # lines across, in one stretch

    def close() -> None:
        if above:
            made.append(Column(tuple(_lines(above)), left, right))
            above.clear()

    for barrier in [*crossing, None]:
        band = [r for r in beside if barrier is None or r.base > barrier.base]
        beside = [r for r in beside if barrier is not None and r.base <= barrier.base]
        if band:
            close()
            for side, a, b in (
                ([r for r in band if r.x1 <= gutter], left, gutter),
                ([r for r in band if r.x0 >= gutter], gutter, right),
            ):
                if side:
                    made += _columns(side, a, b, depth + 1)
        if barrier is not None:
            above.append(barrier)
    close()
    return made


def _crossing(runs: Sequence[Run], gutter: float) -> list[Run]:
    """What goes across a gutter from the top, with the last line of it, however short."""
    found = list[Run]()
    for run in sorted(runs, key=lambda run: -run.base):
        if run.x0 < gutter < run.x1:
            found.append(run)
            continue
        above = found[-1] if found else None
        if (
            above is not None
            and abs(run.size - above.size) < 0.05 * run.size
            and run.is_bold == above.is_bold
            and abs(run.x0 - above.x0) < run.size
            and 0 < above.base - run.base < _LINE_EMS * run.size
            and not any(other is not run and _overlap(run, other) for other in runs)
        ):
            found.append(run)
    return found


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where the page is empty between two columns; None where it has but one."""
    pairs = _pairs(runs)
    if len(pairs) < _FEWEST_PAIRS:
        return None
    edges = sorted({run.x0 for _, run in pairs} | {run.x1 for run, _ in pairs})
    best, at = list[tuple[Run, Run]](), 0.0
    for a, b in pairwise(edges):
        middle = (a + b) / 2
        over = [(p, q) for p, q in pairs if p.x1 <= middle <= q.x0]
        if len(over) > len(best):
            best, at = over, middle
    if len(best) < _FEWEST_PAIRS:
        return None
    low, high = min(q.base for _, q in best), max(p.base for p, _ in best)
    crossing = sum(run.x0 < at < run.x1 and low <= run.base <= high for run in runs)
    if crossing > _MOST_CROSSING * len(best):
        return None
    for side in ([p for p, _ in best], [q for _, q in best]):
        if median((run.x1 - run.x0) / run.size for run in side) < _FEWEST_EMS:
            return None
    return at


def _pairs(runs: Sequence[Run]) -> list[tuple[Run, Run]]:
    """Runs side by side, the second the next one to the right of the first."""
    found = list[tuple[Run, Run]]()
    ordered = sorted(runs, key=lambda run: run.base)
    start = 0
    for i, run in enumerate(ordered):
        while run.base - ordered[start].base > 2 * max(run.size, ordered[start].size):
            start += 1
        following: Run | None = None
        for other in ordered[start:]:
            if other.base - run.base > run.size:
                break
            is_beside = other.x0 >= run.x1 + _GAP_EMS * min(run.size, other.size)
            if (
                is_beside
                and _overlap(run, other)
                and (following is None or other.x0 < following.x0)
            ):
                following = other
        if following is not None:
            found.append((ordered[i], following))
    return found


def _overlap(run: Run, other: Run) -> bool:
    """Whether two runs share half of the height of the lower one."""
    low = max(run.base, other.base)
    high = min(run.base + run.size, other.base + other.size)
    return high - low > 0.5 * min(run.size, other.size)


def _lines(runs: Sequence[Run]) -> list[Run]:
    """The lines of one column from the top, those made one that stand side by side."""
    lines = list[list[Run]]()
    for run in sorted(runs, key=lambda run: -run.base):
        if lines and _overlap(lines[-1][0], run) and _are_apart(lines[-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_line(sorted(line, key=lambda run: run.x0)) for line in lines]


def _are_apart(line: Sequence[Run], run: Run) -> bool:
    return all(run.x0 >= other.x1 - 1 or run.x1 <= other.x0 + 1 for other in line)


def _line(runs: Sequence[Run]) -> Run:
    """One run of some that stand on a line."""
    if len(runs) == 1:
        return runs[0]
    main = max(runs, key=lambda run: len(run.text))
    text = runs[0].text
    for before, run in pairwise(runs):
        is_cell = run.x0 - before.x1 > _CELL_EMS * main.size
        is_cell = is_cell and LONE_SPEAKER.match(before.text) is None
        text += (CELL if is_cell else " ") + run.text
    return replace(main, x0=runs[0].x0, x1=runs[-1].x1, text=text)


def _labelled(runs: Sequence[Run]) -> list[Run]:
    """The runs, those made one with what follows that are an item's bullet or number."""
    labels = [run for run in runs if LABEL.match(run.text)]
    kept = list(runs)
    for label in labels:
        if label not in kept:
            continue  # it is what another stands before
        near = [
            run
            for run in kept
            if run is not label
            and 0 <= run.x0 - label.x1 < _LABEL_EMS * label.size
            and _overlap(run, label)
        ]
        if near:
            following = min(near, key=lambda run: run.x0)
            kept.remove(label)
            kept[kept.index(following)] = replace(
                following, x0=label.x0, text=f"{label.text} {following.text}"
            )
    return kept


def _with_initials(runs: Sequence[Run]) -> list[Run]:
    """The runs, a letter over several lines made one with the words that it begins."""
    kept = list(runs)
    for letter in [run for run in runs if len(run.text) < 3 and run.text[-1:].isupper()]:
        beside = [
            run
            for run in kept
            if run is not letter
            and letter.size > _INITIAL * run.size
            and 0 <= run.x0 - letter.x1 + 1 < 2 * run.size
            and letter.base - 0.3 * run.size < run.base + 0.5 * run.size < letter.base + letter.size
        ]
        if not beside or letter not in kept:
            continue
        first, last = (f(beside, key=lambda run: run.base) for f in (max, min))
        # the letter's room may reach to a line below it
        beside += [
            run
            for run in kept
            if abs(run.x0 - last.x0) < 1 and 0 < last.base - run.base < _LINE_EMS * run.size
        ]
        kept.remove(letter)
        deeper = first.x0 - min(run.x0 for run in beside if run.x0 >= letter.x1 - 1)
        is_word = letter.text in _WORDS and deeper > _SPACE * first.size
        for run in beside:
            text = letter.text + " " * is_word + run.text if run is first else run.text
            kept[kept.index(run)] = replace(run, x0=letter.x0, text=text)
    return kept


def by_page(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each page that has any."""
    return [list(found) for _, found in groupby(runs, key=lambda run: run.page)]
