"""Whether lines were wrapped at a fixed column, and where one paragraph's lines end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.article.line_forms import ITEM, QUOTE, WIDEST, is_turn, stands_alone
from tui.article.word_breaks import breaks_word

NARROWEST = 45
STOPS = (".", "?", "!", ":", ";", "…")
CLOSERS = "\"'”’»)]"
BYLINE = re.compile(r"(?:By|BY)\s[^\W\d_]")
DATELINE = re.compile(r"[^\W\d_a-z]{3}[^a-z]{0,40}(?:--|—|–|\s-\s)")
DIGITS_OR_DASH = re.compile(r"[-–—\d]")
# Shares of the line breaks that must speak for wrapping: strictly filled lines, or, for ragged
# wrapping, fewer of those and sentences that run on.
FILLED = 0.75
FILLED_RAGGED = 0.4
FILLED_PLAINLY = 0.9
OPEN = 0.5
OPEN_PLAINLY = 0.7
RUNNING_ON = 0.5
MANY = 12
SEVERAL = 4
FEWEST_INNER = 0.4
RAGGED_SLACK = 9
RAGGED_SHARE = 0.7
OWN_MEASURE_BREAKS = 4
# So many line ends tell the column of the longest file.
EVIDENCE = 20_000


@dataclass(frozen=True, slots=True)
class Measure:
    """A column at which lines were wrapped, and by how much they may fall short of it."""

    columns: int
    slack: int


@dataclass(frozen=True, slots=True)
class _Break:
    """A line end between two lines of a group: what it says of the column of wrapping."""

    length: int
    following: int  # the length of the next line's first word
    stopped: bool
    runs_on: bool  # the next line goes on in lower case

    @property
    def ends_paragraph(self) -> bool:
        return self.stopped and not self.runs_on

    def fills(self, columns: int) -> bool:
        return self.length <= columns <= self.length + self.following


def measure_of(groups: Sequence[Sequence[str]], labels: frozenset[str]) -> Measure | None:
    """The column at which groups of lines are wrapped; None where they are not hard-wrapped.

    Lines keep the space before them. Each line end says that the column lies between the line's
    length and that length with the next line's first word: wrapped text agrees on one, while lines
    that end where their sentence or verse does fall anywhere.
    """
    breaks: list[_Break] = []
    for group in groups:
        if len(breaks) > EVIDENCE:
            break
        for line, following in pairwise(group):
            found = _break(line, following, labels)
            if found is not None:
                breaks.append(found)
    if not breaks:
        return None
    columns, filled = _column(breaks)
    # lines that end where a paragraph does say nothing of wrapping
    inner = [b for b in breaks if not b.ends_paragraph or b.fills(columns)]
    if columns < NARROWEST or len(inner) < FEWEST_INNER * len(breaks):
        return None
    share = filled / len(inner)
    is_open = sum(not b.stopped for b in inner) / len(inner)
    runs_on = sum(b.runs_on for b in inner) / len(inner)
    if share >= FILLED and is_open >= OPEN and (runs_on >= RUNNING_ON or len(inner) > MANY):
        return Measure(columns, slack=2)
    if share >= FILLED_PLAINLY and is_open >= OPEN_PLAINLY and len(inner) >= SEVERAL:
        return Measure(columns, slack=2)
    if share >= FILLED_RAGGED and is_open >= OPEN and runs_on >= RUNNING_ON:
        return Measure(columns, slack=RAGGED_SLACK)
    return None


def own_measure(
    group: Sequence[str], common: Measure | None, labels: frozenset[str]
) -> Measure | None:
    """The measure of one group: its own where it shows one clearly (an indented quotation)."""
    if common is None or len(group) <= OWN_MEASURE_BREAKS:
        return common
    widest = max(len(line) for line in group)
    if widest > common.columns - common.slack - RAGGED_SLACK:
        return common
    return measure_of([group], labels) or common


def continues(
    previous: str, line: str, measure: Measure | None, labels: frozenset[str], first: str
) -> bool:
    """Whether `line` goes on with the paragraph that holds `previous`; `first` began its group."""
    if measure is None:
        return False
    before, here = previous.strip(), line.strip()
    if stands_alone(before) and not QUOTE.match(before):
        return False
    stopped = _is_stopped(before)
    if QUOTE.match(here) and not QUOTE.match(before):
        return False
    if QUOTE.match(before) and not QUOTE.match(here) and stopped:
        return False
    content = QUOTE.sub("", here)
    if QUOTE.match(before):  # an item or a turn within a quotation is one too
        before, here = QUOTE.sub("", before), content
    # where a paragraph may end, a line must be as full as its neighbours tell
    slack = 0 if stopped and measure.slack < RAGGED_SLACK else measure.slack
    full = len(previous) + 1 + _first_word(content) > measure.columns - slack
    if not full:
        # a ragged line: only a sentence that plainly runs on
        runs_on = not stopped and content[:1].islower() and not _begins(here, labels)
        is_long = len(previous) > RAGGED_SHARE * measure.columns
        return runs_on and (is_long or breaks_word(before, content))
    if _begins(here, labels):
        # "12. " or "- " may stand at a line's start by chance, within a sentence
        by_chance = DIGITS_OR_DASH.match(here) and not stopped and not ITEM.match(before)
        return bool(by_chance and not is_turn(here, labels))
    return not _is_indented(previous, line, first)


def _begins(line: str, labels: frozenset[str]) -> bool:
    """Whether a line begins something of its own."""
    return bool(
        ITEM.match(line)
        or (stands_alone(line) and not QUOTE.match(line))
        or is_turn(line, labels)
        or BYLINE.match(line)
        or DATELINE.match(line)
    )


def _is_indented(previous: str, line: str, first: str) -> bool:
    """Whether a line's indentation begins a paragraph, and is not that of a list item's words."""
    if ITEM.match(previous.strip()) or (ITEM.match(first.strip()) and _indent(first) < 2):
        return False
    return _indent(line) > _indent(previous)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _break(line: str, following: str, labels: frozenset[str]) -> _Break | None:
    before, here = line.strip(), following.strip()
    if QUOTE.match(before) and QUOTE.match(here):
        here = QUOTE.sub("", here)
    elif _begins(here, labels) or stands_alone(here) or stands_alone(before):
        return None
    return _Break(
        length=len(line),
        following=_first_word(here),
        stopped=_is_stopped(before),
        runs_on=here[:1].islower(),
    )


def _is_stopped(line: str) -> bool:
    """Whether a line ends where a sentence or a clause may."""
    return line.rstrip(CLOSERS).endswith(STOPS)


def _first_word(line: str) -> int:
    space = line.find(" ")
    return len(line) if space < 0 else space


def _column(breaks: Sequence[_Break]) -> tuple[int, int]:
    """The column that most line ends allow, the narrowest of such, and how many those are."""
    change = [0] * (WIDEST + 2)
    for b in breaks:
        if b.length <= WIDEST:
            change[b.length] += 1
            change[min(b.length + b.following, WIDEST) + 1] -= 1
    best = column = count = 0
    for at, step in enumerate(change):
        count += step
        if at <= WIDEST and count > best:
            best, column = count, at
    return column, best
