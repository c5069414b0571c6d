"""An answer is used again for as long as its server says that it holds."""

from datetime import UTC, datetime, timedelta

import pytest

from tui.article.answers import Answer
from tui.article.http_cache import Kept, is_fresh, may_be_kept, refreshed, validators

THEN = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
DATE = "Mon, 04 May 2026 12:00:00 GMT"


def answer(status: int = 200, **head: str) -> Answer:
    return Answer(status, {name.replace("_", "-"): value for name, value in head.items()}, b"words")


def holds(seconds: float, **head: str) -> bool:
    told = {name.replace("_", "-"): value for name, value in head.items()}
    return is_fresh(Kept(Answer(200, told, b"words"), THEN), THEN + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("seconds", "head"),
    [
        (59, {"cache_control": "max-age=60"}),
        (59, {"cache_control": 'private, Max-Age="60"'}),
        (59, {"cache_control": "max-age=60", "expires": "0"}),
        (49, {"cache_control": "max-age=60", "age": "10"}),
        (59, {"expires": "Mon, 04 May 2026 12:01:00 GMT", "date": DATE}),
        (59, {"expires": "Mon, 04 May 2026 11:01:00 GMT", "date": "Mon, 04 May 2026 11:00:00 GMT"}),
    ],
)
def test_an_answer_holds_as_long_as_it_is_told(seconds: int, head: dict[str, str]) -> None:
    assert holds(seconds, **head)
    assert not holds(seconds + 2, **head)


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"last_modified": "Mon, 04 May 2020 12:00:00 GMT"},
        {"cache_control": "max-age=0"},
        {"cache_control": "max-age=-5"},
        {"cache_control": "max-age=soon"},
        {"cache_control": "no-cache, max-age=60"},
        {"cache_control": 'no-cache="set-cookie", max-age=60'},
        {"expires": "0"},
        {"expires": "Mon, 99 May 2026 12:00:00 GMT"},
        {"expires": "Mon, 04 May 2026 12:01:00 GMT", "date": "Mon, 04 May 2026 12:02:00 GMT"},
    ],
)
def test_an_answer_that_tells_nothing_sound_is_asked_for(head: dict[str, str]) -> None:
    assert not holds(1, **head)


def test_an_answer_of_tomorrow_is_asked_for() -> None:
    assert not holds(-86400, cache_control="max-age=60")


def test_what_still_holds_takes_what_the_server_tells_now() -> None:
    kept = Kept(
        answer(etag='"1"', content_type="text/html", age="9", cache_control="no-cache"), THEN
    )
    now = THEN + timedelta(hours=1)
    news = Answer(304, {"cache-control": "max-age=60", "content-length": "0"}, b"")
    again = refreshed(kept, news, now)
    assert again.answer.body == b"words"
    assert again.answer.head == {
        "etag": '"1"',
        "content-type": "text/html",
        "cache-control": "max-age=60",
    }
    assert is_fresh(again, now)
    assert validators(again) == {"If-None-Match": '"1"'}


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (answer(), True),
        (answer(301, location="/b"), True),
        (answer(302, location="/b"), True),
        (answer(vary="Accept, Cookie"), True),
        (answer(vary="*"), False),
        (answer(cache_control="max-age=60, NO-STORE"), False),
        (answer(203), False),
        (answer(404), False),
    ],
)
def test_what_may_be_kept(made: Answer, kept: bool) -> None:
    assert may_be_kept(made) is kept


def test_the_usual_answers_hold_to_the_second() -> None:
    assert not holds(60, cache_control="max-age=60")
    assert holds(0, cache_control="max-age=60")
    assert holds(99, cache_control="max-age=100, max-age=50")
    assert holds(10**9, cache_control="max-age=99999999999")
    assert not holds(1, cache_control="max-age=100000000000")
    assert not holds(50, cache_control="max-age=60", age=" 10 ")
    assert holds(58, expires="Mon, 04 May 2026 12:01:00 GMT")
    assert not holds(60, expires="Mon, 04 May 2026 12:01:00 GMT")


def test_what_is_asked_of_an_answer_that_is_kept() -> None:
    kept = Kept(answer(etag='"1"', last_modified=DATE), THEN)
    assert validators(kept) == {"If-None-Match": '"1"', "If-Modified-Since": DATE}
    assert validators(Kept(answer(etag=""), THEN)) == {}


def test_where_an_answer_comes_from_now_tells_if_it_is_private() -> None:
    news = Answer(
        304, {"content-type": "x", "content-encoding": "y", "content-range": "z"}, b"", True
    )
    again = refreshed(Kept(answer(), THEN), news, THEN)
    assert (again.answer.private, again.answer.head, again.time) == (True, {}, THEN)
