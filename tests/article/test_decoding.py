"""Bytes of every common encoding give the same words."""

import codecs

import pytest

from tui.article.decoding import decode

WORDS = "“It’s a café,” she said – naïvely."


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == WORDS


def test_a_legacy_encoding_that_is_not_western() -> None:
    words = "Министр сказал, что переговоры продолжатся в понедельник утром. " * 8
    assert decode(words.encode("cp1251")) == words


def test_one_damaged_byte_does_not_turn_the_article_into_another_encoding() -> None:
    data = ("“Café,” she said. " * 20).encode()
    assert "“Café,” she said." in decode(data + b"\xff" + data)
