"""Why an answer is no page is told in a few words, and when to try again."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tui.article.answers import Answer, date_in, refusal

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
SAYS = "the server says"


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (200, b"x", None), (203, b"x", None), (200, b" \n", "it is empty"),
        (204, b"x", "it is empty"),
        (203, b"", "it is empty"), (205, b"", "it is empty"), (301, b"", None), (308, b"", None),
        (300, b"x", f"{SAYS} 300 (multiple choices)"), (304, b"", f"{SAYS} 304 (not modified)"),
        (404, b"x", f"{SAYS} 404 (not found)"), (799, b"x", f"{SAYS} 799"),
        (401, b"x", f"{SAYS} 401 (unauthorized): it is only for those who log in"),
        (402, b"x", f"{SAYS} 402 (payment required): it is only for those who pay"),
        (403, b"x",
         f"{SAYS} 403 (forbidden): it lets in no one, or only browsers and those who log in"),
        (407, b"x", f"{SAYS} 407 (proxy authentication required): the proxy wants a login"),
        (410, b"x", f"{SAYS} 410 (gone): it was there once"),
        (451, b"x",
         f"{SAYS} 451 (unavailable for legal reasons): it may not be shown here"),
    ],
)  # fmt: skip
def test_what_is_no_page(status: int, body: bytes, told: str | None) -> None:
    assert refusal(Answer(status, {}, body), NOW) == told


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("1", "try again"), ("0", "try again"), ("2", "try again in 2 seconds"),
        (" 59 ", "try again in 59 seconds"), ("60", "try again in 1 minute"),
        ("61", "try again in 2 minutes"), ("3599", "try again in 60 minutes"),
        ("3600", "try again in 1 hour"), ("7200", "try again in 2 hours"),
        ("86400", "try again in 1 day"), ("86401", "try again in 2 days"),
        ("99999999", "try again in 1158 days"), ("999999999", None), ("-5", None), ("soon", None),
        ("٣", None), ("", None), ("Mon, 04 May 2026 12:02:00 GMT", "try again in 2 minutes"),
        ("Mon, 04 May 2026 11:00:00 GMT", "try again"),
    ],
)  # fmt: skip
def test_when_to_try_again(after: str, told: str | None) -> None:
    said = f"{SAYS} 503 (service unavailable)"
    answer = Answer(503, {"retry-after": after} if after else {}, b"x")
    assert refusal(answer, NOW) == (f"{said}: {told}" if told else said)
    gone = Answer(410, {"retry-after": after}, b"x")
    assert refusal(gone, NOW) == f"{SAYS} 410 (gone): it was there once"


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Mon, 04 May 2026 12:00:00 GMT", NOW), ("Mon, 04 May 2026 12:00:00", NOW),
        ("Mon, 04 May 2026 14:00:00 +0200", NOW.astimezone(timezone(timedelta(hours=2)))),
        ("soon", None), ("", None), ("Mon, 99 May 2026 12:00:00 GMT", None),
    ],
)  # fmt: skip
def test_the_time_that_a_head_tells(told: str, date: datetime | None) -> None:
    assert date_in(told) == date
    assert date is None or date.tzinfo is not None
