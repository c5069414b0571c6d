"""Dates as articles tell them become days, where day, month and year are sure."""

from datetime import date

import pytest

from tui.corpus.published import published

THIRD = date(2021, 5, 3)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2021-05-03", THIRD),
        ("2021-05-03T23:30:00-05:00", THIRD),
        ("2021-05-03 10:00:00Z", THIRD),
        ("2021/5/3", THIRD),
        ("3 May 2021", THIRD),
        ("3rd May 2021", THIRD),
        ("May 3, 2021", THIRD),
        ("MAY 3, 2021", THIRD),
        ("Published: Monday 3 May 2021, 9.15 GMT", THIRD),
        ("Mon, 03 May 2021 10:00:00 +0000", THIRD),
        ("Sept. 3, 2021", date(2021, 9, 3)),
        ("25/12/2021", date(2021, 12, 25)),
        ("12/25/2021", date(2021, 12, 25)),
        ("25.12.2021", date(2021, 12, 25)),
        ("05/05/2021", date(2021, 5, 5)),
        ("03/05/2021", None),
        ("3 May", None),
        ("May 2021", None),
        ("2021", None),
        ("2021-02-31", None),
        ("31 February 2021", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("9" * 150, None),
    ],
)
def test_days(told: str | None, day: date | None) -> None:
    assert published(told) == day
