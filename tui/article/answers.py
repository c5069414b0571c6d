"""What a server answered, and in a few words why that is no page."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PAGES: Final = frozenset({200, 203})
_EMPTY: Final = frozenset({204, 205})
_MORE: Final = {
    401: "it is only for those who log in",
    402: "it is only for those who pay",
    403: "it lets in no one, or only browsers and those who log in",
    407: "the proxy wants a login",
    410: "it was there once",
    451: "it may not be shown here",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered to one request: its body is unpacked."""

    status: int
    head: Mapping[str, str]
    """By names in lower case."""
    body: bytes
    private: bool = False
    """Whether the server is on a private network."""


def refusal(answer: Answer, now: datetime) -> str | None:
    """Why an answer is neither a page nor a redirect; None where it is."""
    if answer.status in REDIRECTS:
        return None
    if answer.status in _EMPTY or (answer.status in _PAGES and not answer.body.strip()):
        return "it is empty"
    if answer.status in _PAGES:
        return None
    said = f"the server says {answer.status}"
    with suppress(ValueError):
        said += f" ({HTTPStatus(answer.status).phrase.lower()})"
    more = _MORE.get(answer.status) or _again(answer.head.get("retry-after", ""), now)
    return f"{said}: {more}" if more else said


def _again(told: str, now: datetime) -> str:
    """When to try again, as a server tells it: in seconds, or by a date."""
    told = told.strip()
    if told.isascii() and told.isdecimal() and len(told) < 9:
        seconds = int(told)
    else:
        then = date_in(told)
        if then is None:
            return ""
        seconds = max(round((then - now).total_seconds()), 0)
    for size, one, many in (
        (86400, "day", "days"),
        (3600, "hour", "hours"),
        (60, "minute", "minutes"),
    ):
        if seconds >= size:
            count = -(-seconds // size)
            return f"try again in {count} {many if count > 1 else one}"
    return f"try again in {seconds} seconds" if seconds > 1 else "try again"


def date_in(told: str) -> datetime | None:
    """The time that a head tells; None where it tells none."""
    try:
        found = parsedate_to_datetime(told)
    except (TypeError, ValueError, OverflowError):
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
