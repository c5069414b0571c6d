"""What may be kept of an answer and for how long it holds, as RFC 9111 tells a private cache.

Every request has the same headers, so an answer that varies by them is the same for all, but for
`Vary: *`. No guess is made at how long an answer holds that does not tell it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from urllib.request import parse_http_list

from tui.article.answers import REDIRECTS, Answer, date_in

_NO_NEWS: Final = frozenset({"content-length", "content-encoding", "content-type", "content-range"})
"""What an answer without a body says of a body."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, and when it was got, or was last known to hold."""

    answer: Answer
    time: datetime
    """With a time zone."""


def may_be_kept(answer: Answer) -> bool:
    """Whether an answer may be used again, be it after asking."""
    return (
        (answer.status == 200 or answer.status in REDIRECTS)
        and "no-store" not in _directives(answer)
        and "*" not in answer.head.get("vary", "")
    )


def is_fresh(kept: Kept, now: datetime) -> bool:
    """Whether an answer may be used again without asking."""
    directives = _directives(kept.answer)
    if "no-cache" in directives:
        return False
    age = (now - kept.time).total_seconds()
    # a clock that was set back tells nothing
    return age >= 0 and age + _seconds(kept.answer.head.get("age", "")) < _lifetime(kept)


def validators(kept: Kept) -> dict[str, str]:
    """The headers that ask whether an answer still holds."""
    head = kept.answer.head
    asked = {"If-None-Match": head.get("etag"), "If-Modified-Since": head.get("last-modified")}
    return {name: value for name, value in asked.items() if value}


def refreshed(kept: Kept, news: Answer, now: datetime) -> Kept:
    """An answer that still holds, with what the server tells of it now."""
    head = {name: value for name, value in news.head.items() if name not in _NO_NEWS}
    old = {name: value for name, value in kept.answer.head.items() if name != "age"}
    return Kept(replace(kept.answer, head={**old, **head}, private=news.private), now)


def _lifetime(kept: Kept) -> float:
    """For how many seconds an answer holds, from when it was made."""
    directives, head = _directives(kept.answer), kept.answer.head
    if "max-age" in directives:
        return _seconds(directives["max-age"])
    expires = date_in(head.get("expires", ""))
    if expires is None:
        return 0
    made = date_in(head.get("date", "")) or kept.time
    return (expires - made).total_seconds()


def _directives(answer: Answer) -> Mapping[str, str]:
    found = dict[str, str]()
    for told in parse_http_list(answer.head.get("cache-control", "")):
        name, _, value = told.partition("=")
        found.setdefault(name.strip().lower(), value.strip().strip('"'))
    return found


def _seconds(told: str) -> int:
    told = told.strip()
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 12 else 0
