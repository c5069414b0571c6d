"""The day that an article tells, as a date; none where that is not sure."""

import re
from datetime import date, datetime
from typing import Final

from tui.article.dates import date_in

_YEAR_FIRST: Final = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DEFAULTS: Final = (datetime(1904, 1, 1), datetime(1908, 2, 2))
"""What is put where a date tells nothing: read with both, a whole date is the same."""


def published(told: str | None) -> date | None:
    """The day in an article's date: ISO 8601, RFC 2822 or as newspapers write it.

    None where a part is missing, and where day and month could be either (`03/05/2021`).
    """
    if not told or len(told) > 200:
        return None
    if found := _YEAR_FIRST.match(told):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            return None
    from dateutil.parser import parse

    try:
        ways = {
            parse(date_in(told) or told, default=default, dayfirst=dayfirst).date()
            for default in _DEFAULTS
            for dayfirst in (False, True)
        }
    except (ValueError, OverflowError):
        return None
    return ways.pop() if len(ways) == 1 else None
