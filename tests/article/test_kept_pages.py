"""Pages are kept for who fetched them alone, not too many, and read only when they are whole."""

import json
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.article.answers import Answer
from tui.article.http_cache import Kept
from tui.article.kept_pages import folder, forget_page, keep_page, kept_page

THEN = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def kept(body: bytes = b"\x00\xffwords") -> Kept:
    return Kept(Answer(200, {"etag": '"1"'}, body, private=True), THEN)


def test_what_is_kept_is_had_again() -> None:
    assert kept_page("http://a.example/") is None
    keep_page("http://a.example/", kept())
    assert kept_page("http://a.example/") == kept()
    assert kept_page("http://b.example/") is None
    forget_page("http://a.example/")
    assert kept_page("http://a.example/") is None


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such rights there")
def test_nobody_else_can_read_it() -> None:
    keep_page("http://a.example/", kept())
    (path,) = folder().iterdir()
    assert stat.S_IMODE(folder().stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(("pages", "size"), [(3, 10**6), (99, 5500)])
def test_the_oldest_go(pages: int, size: int) -> None:
    for i in range(6):
        address = f"http://a.example/{i}"
        keep_page(address, kept(bytes(1000)), most_pages=pages, most_bytes=size)
        # what was written in one moment is of different times
        for path in folder().iterdir():
            if json.loads(path.read_text(encoding="utf-8"))["address"] == address:
                os.utime(path, (i, i))
    left = [i for i in range(6) if kept_page(f"http://a.example/{i}")]
    assert left == [3, 4, 5]


@pytest.mark.parametrize(
    "damage",
    [
        lambda made: made[:-20],
        lambda made: made.replace('"body": "AP93', '"body": "AAAA'),
        lambda made: made.replace('"head": {', '"dead": {'),
        lambda made: made.replace("a.example", "b.example"),
        lambda made: made.replace('"status": 200', '"status": null'),
        lambda made: made.replace("+00:00", ""),
        lambda made: "[" * 100_000,
        lambda made: "[]",
        lambda made: "",
    ],
)
def test_a_damaged_file_is_as_good_as_none(damage: object) -> None:
    keep_page("http://a.example/", kept())
    (path,) = folder().iterdir()
    made = path.read_text(encoding="utf-8")
    assert callable(damage)
    assert damage(made) != made
    path.write_text(damage(made), encoding="utf-8")
    assert kept_page("http://a.example/") is None
    keep_page("http://a.example/", kept())
    assert kept_page("http://a.example/") == kept()


def test_a_folder_that_cannot_be_is_no_harm(tmp_path: Path) -> None:
    folder().parent.mkdir(parents=True)
    folder().write_text("a file")
    keep_page("http://a.example/", kept())
    forget_page("http://a.example/")
    assert kept_page("http://a.example/") is None
