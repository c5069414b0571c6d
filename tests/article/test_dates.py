"""Dates, and lines of nothing else."""

import pytest

from tui.article.dates import date_in, is_date_line


@pytest.mark.parametrize(
    ("text", "date", "is_only"),
    [
        ("3 May 2021", "3 May 2021", True), ("May 3, 2021", "May 3, 2021", True),
        ("2021-05-03", "2021-05-03", True), ("3/5/2021", "3/5/2021", True),
        ("Published: Monday 3rd May, 9.15 GMT", "3rd May", True),
        ("It was on 3 May", "3 May", False),
        ("Monday", None, False), ("12 boats", None, False), ("13 Mayors", None, False),
        ("Updated 3 MAY 2021 at 9:15pm | 4 MAY", "3 MAY 2021", True),
        (f"3 May{' ' * 95}", "3 May", True), (f"3 May{' ' * 96}", "3 May", False),
    ],
)  # fmt: skip
def test_dates(text: str, date: str | None, is_only: bool) -> None:
    assert date_in(text) == date
    assert is_date_line(text) == is_only
