"""Dates as articles write them, and lines that hold nothing else."""

import re

# All patterns but this one are compiled when a line with a digit is first met.
_DIGIT = re.compile(r"\d")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY"
    r"|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\.?"
)
_DATE = (
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4})(?!\w)"
)
# What stands beside a date on its line: a weekday, a clock, a zone, "Published", "Updated at".
_BESIDE = (
    r"(?:(?:First\s)?[Pp]ublished|PUBLISHED|(?:Last\s)?[Uu]pdated|UPDATED|[Pp]osted|[Mm]odified|Date"
    r"|at|on|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|\d{1,2}(?:[.:h]\d{2}){1,2}|[ap]\.?m\.?"
    r"|GMT|UTC|BST|E[SD]?T|C[ES]*T|P[SD]?T|T\d{2}:\d{2}\S*|[\s,.:;|·•–—()/-])+"
)
_LONGEST = 100


def date_in(text: str) -> str | None:
    """The first date in a text, as it is written there."""
    found = re.search(_DATE, text) if _DIGIT.search(text) else None
    return found[0] if found else None


def is_date_line(text: str) -> bool:
    """Whether a line gives a date and nothing else, as `Published: Monday 3 May 2021, 9.15 GMT`."""
    if len(text) > _LONGEST or date_in(text) is None:
        return False
    return not re.sub(_BESIDE, "", re.sub(_DATE, "", text))
