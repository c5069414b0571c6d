"""From any text to an article: clean, whole, parted into blocks, and an article of its own."""

import unicodedata

from hypothesis import assume, given

from tests.fuzzing.promises import check_article
from tests.properties.amounts import tried
from tests.properties.news_text import HOSTILE_NEWS, TEXTS
from tui.analysis.schema import article_from_json, article_to_json
from tui.article.cleaning import clean, clean_line
from tui.article.kinds import kind_of
from tui.article.loading import article_from_bytes, article_from_text

UNSEEN = {0x115F, 0x1160, 0x3164, 0xFFA0}
"""Letters by their category, and not to be seen."""


def seen(text: str) -> str:
    """The letters, numbers and quotation marks of a text."""
    return "".join(
        c
        for c in text
        if unicodedata.category(c)[0] in "LN" or unicodedata.category(c) in ("Pi", "Pf")
        if ord(c) not in UNSEEN
    )


@given(HOSTILE_NEWS)
@tried(40)
def test_cleaning_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    line = clean_line(text)
    assert clean_line(line) == line
    assert "\n" not in line


@given(TEXTS)
@tried(40)
def test_every_letter_and_quotation_mark_of_clean_text_is_in_the_article(text: str) -> None:
    assert seen(article_from_text(text).text) == seen(clean(text))


@given(TEXTS)
@tried(60)
def test_an_article_is_sound_and_goes_to_json_and_back(text: str) -> None:
    article = article_from_text(text)
    if article.text:
        check_article(article)
    assert article_from_json(article_to_json(article)) == article


@given(TEXTS)
@tried(25)
def test_bytes_in_utf_8_are_the_text_that_they_hold(text: str) -> None:
    data = text.encode("utf-8", "replace")
    told = article_from_text(data.decode("utf-8"), "a.txt")
    assume(told.text and _is_text(data))
    assert article_from_bytes(data, "a.txt") == told


def _is_text(data: bytes) -> bool:
    try:
        return kind_of(data, "a.txt") == "text" and not data.startswith(b"\xef\xbb\xbf")
    except ValueError:
        return False
