"""An address, over all its redirects and with what is kept of them -> the answer at its end."""

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from tui.article.answers import REDIRECTS, Answer, refusal
from tui.article.fetch_errors import FetchError, UnreachableError
from tui.article.http_cache import Kept, is_fresh, may_be_kept, refreshed, validators
from tui.article.kept_pages import forget_page, keep_page, kept_page
from tui.article.network import Limits, Network
from tui.article.ways import way_to
from tui.article.web_address import WebAddress, parsed, redirected
from tui.article.web_exchange import ask, too_slow


@dataclass(frozen=True, slots=True)
class Visit:
    """The answer that an address led to, and where that was."""

    address: WebAddress
    answer: Answer
    kept: datetime | None
    """When it was got, where it is an old one because the network could not be reached."""


def visit(written: str, *, named: bool, limits: Limits, network: Network) -> Visit:
    """What an address leads to, which is a page. Raises FetchError."""
    end = time.monotonic() + limits.total
    # a name stands for the same host all the time, whatever its owner has it stand for next
    network = replace(network, resolve=cache(network.resolve))
    first = at = parsed(written)
    seen = set[WebAddress]()
    oldest: datetime | None = None
    while at not in seen:
        if len(seen) > limits.redirects:
            raise FetchError(f"it redirects more than {limits.redirects} times")
        seen.add(at)
        private = named and at.host == first.host
        try:
            answer, kept = _answer(at, private, end, limits, network)
            if kept is not None:
                oldest = min(kept, oldest or kept)
            reason = refusal(answer, datetime.now(UTC))
            if reason is not None:
                raise FetchError(reason)
        except FetchError as error:
            if at.host == first.host:
                raise
            raise FetchError(f"it redirects to {at.host}, and of that: {error}") from None
        if answer.status not in REDIRECTS:
            return Visit(at, answer, oldest)
        location = answer.head.get("location", "").strip()
        if not location:
            raise FetchError("it redirects, but does not say where to")
        at = redirected(at, location)
    raise FetchError("it redirects in a loop")


def _answer(
    at: WebAddress, private: bool, end: float, limits: Limits, network: Network
) -> tuple[Answer, datetime | None]:
    """What is answered of one address, and since when, where it cannot be asked for now."""
    address = str(at)
    kept = kept_page(address)
    if kept is not None and kept.answer.private and not private:
        kept = None
    if kept is not None and is_fresh(kept, datetime.now(UTC)):
        return kept.answer, None
    if end <= time.monotonic():
        raise too_slow(limits)
    try:
        seconds = min(limits.connect, end - time.monotonic())
        way = way_to(at.scheme, at.host, at.port, private=private, network=network, seconds=seconds)
        asked = {} if kept is None else validators(kept)
        seconds = max(end - time.monotonic(), 0.001)
        answer = ask(at, way, asked, limits=limits, network=network, seconds=seconds)
    except UnreachableError:
        if kept is None:
            raise
        return kept.answer, kept.time
    now = datetime.now(UTC)
    if answer.status == 304 and kept is not None:
        kept = refreshed(kept, answer, now)
    elif refusal(answer, now) is None:
        kept = Kept(answer, now)
    else:
        return answer, None
    if may_be_kept(kept.answer):
        keep_page(address, kept)
    else:
        forget_page(address)
    return kept.answer, None
