"""Counts over time in block characters."""

from datetime import date

from tui.corpus.question import Month
from tui.reader.time_plot import by_year, plot, sparkline, unit_of, weeks


def months(*counts: int, year: int = 2020) -> list[Month]:
    """So many statements in each month from January on; of those without any nothing is told."""
    days = (date(year + n // 12, n % 12 + 1, 1) for n in range(len(counts)))
    return [Month(day, count) for day, count in zip(days, counts, strict=True) if count]


def test_a_row_shows_the_smallest_count_and_what_lies_between() -> None:
    first, last = date(2020, 1, 1), date(2020, 4, 30)
    assert sparkline(months(1, 0, 800, 400), first, last, 4) == "▁ █▄"
    assert sparkline(months(1, 0, 800, 400), first, last, 2) == "▁█"
    assert sparkline(months(4, 0, 0, 8), first, last, 8) == "▄     █ "
    assert sparkline([], first, last, 3) == "   "
    assert sparkline(months(8), date(2021, 1, 1), date(2021, 1, 1), 3) == "   "


def test_weeks_months_or_years_are_counted_as_fits() -> None:
    assert unit_of(date(2020, 1, 1), date(2020, 2, 1), 40) == "week"
    assert unit_of(date(2020, 1, 1), date(2022, 2, 1), 40) == "month"
    assert unit_of(date(2020, 1, 1), date(2022, 2, 1), 20) == "month"
    assert unit_of(date(2020, 1, 1), date(2022, 2, 1), 8) == "year"


def test_a_plot_has_bars_an_axis_and_the_highest_count() -> None:
    made = plot(months(1, 0, 8), "month", 12, 2)
    assert made.rows == ("        ███", "▂▂▂     ███")
    assert made.axis == "Jan 2020 – Mar 2020"
    assert (made.per, made.most) == ("month", 8)
    made = plot(by_year(months(*[1] * 36)), "year", 30, 1)
    assert made.rows == ("███ ███ ███",)
    assert made.axis == "2020 ── 2022"


def test_more_years_than_cells_are_counted_together() -> None:
    counts = [Month(date(1900 + year, 1, 1), 1) for year in range(100)]
    made = plot(counts, "year", 30, 1)
    assert made.per == "4 years"
    assert made.rows == ("█" * 25,)


def test_one_day_is_no_stretch() -> None:
    made = plot(weeks({"2021-05-03": 3, "": 9}), "week", 30, 1)
    assert made.rows == ("███",)
    assert made.axis == "3 May 2021"
