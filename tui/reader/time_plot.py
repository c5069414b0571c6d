"""Counts over time as block characters: a row of them, or a plot with its axis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from rich.cells import cell_len

from tui.corpus.question import Month

Unit = Literal["week", "month", "year"]
_BLOCKS: Final = " ▁▂▃▄▅▆▇█"
_WIDEST: Final = 4
"""So many cells has a bar at most."""
_MOST_TOGETHER: Final = 3
"""So many months has a bar at most: years are told apart where there are more."""
WEEKS_UP_TO: Final = 16
"""Weeks are counted where there are not more of them: months would be too few."""
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot: its rows from the top, the row with the axis's ends, and what a bar counts.

    `per` is the unit in words; `most` is what the highest bar counts.
    """

    rows: tuple[str, ...]
    axis: str
    per: str
    most: int


def sparkline(months: Sequence[Month], first: date, last: date, width: int) -> str:
    """Counts by month from a day to another, in a row of `width` cells.

    Something is seen of the smallest count; what lies outside is left out.
    """
    start, months_in_all = _month(first), _month(last) - _month(first) + 1
    counts = [0] * width
    for month in months:
        at = _month(month.first) - start
        if 0 <= at < months_in_all:
            counts[at * width // months_in_all] += month.statements
    most = max(counts, default=0)
    return "".join(_BLOCKS[_eighths(count, most, 8)] for count in counts)


def unit_of(first: date, last: date, width: int) -> Unit:
    """What is to be counted in a plot of so many cells from a day to another."""
    if (last - first).days < 7 * WEEKS_UP_TO:
        return "week"
    return "month" if _month(last) - _month(first) < _MOST_TOGETHER * width else "year"


def plot(counts: Sequence[Month], unit: Unit, width: int, height: int) -> Plot:
    """Counts, each of what begins on its day, as bars of `height` rows in `width` cells.

    Where there are more of them than cells, each bar counts several.
    """
    first, last = counts[0].first, counts[-1].first
    number = _number(last, unit) - _number(first, unit) + 1
    together = -(-number // width)
    bars = [0] * -(-number // together)
    for count in counts:
        bars[(_number(count.first, unit) - _number(first, unit)) // together] += count.statements
    most = max(bars)
    cells = max(1, min(_WIDEST, width // len(bars)))
    bar = cells - 1 if cells > 2 else cells
    heights = [_eighths(count, most, 8 * height) for count in bars]
    rows = []
    for row in reversed(range(height)):
        blocks = (_BLOCKS[max(0, min(8, filled - 8 * row))] for filled in heights)
        rows.append("".join((block * bar).ljust(cells) for block in blocks).rstrip())
    per = unit if together == 1 else f"{together} {unit}s"
    return Plot(
        tuple(rows), _axis(told(first, unit), told(last, unit), cells * len(bars)), per, most
    )


def told(day: date, unit: Unit) -> str:
    """A week, month or year by its first day, as an axis has it."""
    if unit == "year":
        return str(day.year)
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return month if unit == "month" else f"{day.day} {month}"


def day_told(day: date) -> str:
    """A day, in few cells."""
    return told(day, "week")


def by_year(months: Sequence[Month]) -> Sequence[Month]:
    """Counts by month as counts by year."""
    found: dict[int, int] = {}
    for month in months:
        found[month.first.year] = found.get(month.first.year, 0) + month.statements
    return [Month(date(year, 1, 1), count) for year, count in found.items()]


def weeks(counts: Mapping[str, int]) -> Sequence[Month]:
    """Counts by the first days of weeks in ISO 8601, as what is plotted."""
    return [Month(date.fromisoformat(day), count) for day, count in counts.items() if day]


def _axis(first: str, last: str, width: int) -> str:
    if first == last:
        return first
    line = "─" * (width - cell_len(first) - cell_len(last) - 2)
    return f"{first} {line or '–'} {last}"


def _eighths(count: int, most: int, room: int) -> int:
    return max(1, round(count * room / most)) if count else 0


def _month(day: date) -> int:
    return 12 * day.year + day.month - 1


def _number(day: date, unit: Unit) -> int:
    if unit == "week":
        return (day - timedelta(day.weekday())).toordinal() // 7
    return day.year if unit == "year" else _month(day)
