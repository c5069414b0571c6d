"""The numbers that count the lines of a PDF file's pages, beside their text: told and taken out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, mode
from typing import Final

from tui.article.pdf_letters import Run

_NUMBER: Final = re.compile(r"\d{1,4}$")
_NUMBERED: Final = re.compile(r"(\d{1,4}) (?=\S)")
_NEAR: Final = 3.0
"""Points by which the numbers' ends may differ."""
_STEPS: Final = {1: 6, 2: 4, 5: 3, 10: 3}
"""By how much each number is higher than the one above it: how many there are, at least."""
_STEADY: Final = 0.8
_MOST_LINES: Final = 1.3
_FEWEST_LINES: Final = 0.4
_PROSE_EMS: Final = 15.0
_RUNNING_ON: Final = 0.3


@dataclass(frozen=True, slots=True)
class _Count:
    """Numbers one below the other, from the top, and the step from each to the next."""

    runs: tuple[Run, ...]
    step: int

    @property
    def left(self) -> float:
        return min(run.x0 for run in self.runs)

    @property
    def right(self) -> float:
        return max(run.x1 for run in self.runs)


def without_line_numbers(pages: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """The runs of each page, but for numbers that count the lines of prose beside them."""
    return [_without(page) for page in pages]


def _without(page: Sequence[Run]) -> list[Run]:
    kept = list(page)
    for count in _counts(page):
        others = [run for run in kept if run not in count.runs]
        beside = _beside(count, others)
        if _are_lines(count, beside):
            begins = [round(run.x0, 1) for run in beside if run.x0 > count.left + _NEAR]
            left = mode(begins or [count.left])  # the numbers may stand behind the lines
            kept = [_cut(run, count, left) for run in others]
    return kept


def _counts(page: Sequence[Run]) -> Iterator[_Count]:
    """What may count lines: columns of numbers that grow steadily from the top."""
    numbers = sorted((run for run in page if _NUMBER.match(run.text)), key=lambda run: -run.base)
    while numbers:
        first = numbers[0]
        column = [
            run
            for run in numbers
            if abs(run.x0 - first.x0) < _NEAR or abs(run.x1 - first.x1) < _NEAR
        ]
        numbers = [run for run in numbers if run not in column]
        if len(column) < min(_STEPS.values()):
            continue
        steps = [int(below.text) - int(above.text) for above, below in pairwise(column)]
        step = mode(steps)
        is_steady = steps.count(step) >= _STEADY * len(steps) and min(steps) > 0
        if step in _STEPS and len(column) >= _STEPS[step] and is_steady:
            yield _Count(tuple(column), step)


def _beside(count: _Count, others: Sequence[Run]) -> list[Run]:
    """The lines of text that stand between the first of some numbers and the last."""
    high, low = count.runs[0].base + _NEAR, count.runs[-1].base - _NEAR
    return [run for run in others if low <= run.base <= high]


def _are_lines(count: _Count, beside: Sequence[Run]) -> bool:
    """Whether lines are of prose, and as many as numbers count; the cells of a table are not."""
    told = int(count.runs[-1].text) - int(count.runs[0].text) + 1
    lines = len({round(run.base / _NEAR) for run in beside})
    if not beside or not _FEWEST_LINES * told <= lines <= _MOST_LINES * told:
        return False
    ems = median((run.x1 - run.x0) / max(run.size, 1) for run in beside)
    texts = [_NUMBERED.sub("", run.text) for run in beside]
    runs_on = sum(text[:1].islower() for text in texts)
    return ems >= _PROSE_EMS and runs_on >= _RUNNING_ON * len(texts)


def _cut(run: Run, count: _Count, left: float) -> Run:
    """A run without the number that stands close before its words."""
    found = _NUMBERED.match(run.text)
    if found is None or not count.left - _NEAR <= run.x0 <= count.right:
        return run
    above = [number for number in count.runs if number.base > run.base]
    told = int(above[-1].text) if above else int(count.runs[0].text) - 2 * count.step
    if not 0 < int(found[1]) - told <= 2 * count.step:
        return run
    return replace(run, x0=left, text=run.text[found.end() :])
