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


MAC = "“It’s a café,” she said, and the mayor of the town agreed that it was."
FRENCH = "Le ministre a déclaré que « les négociations » reprendraient à l’été, où tout va bien. "
CZECH = "Ministr řekl, že jednání bude pokračovat v pondělí. Příliš žluťoučký kůň úpěl ódy. "
JAPANESE = "大臣は月曜日に協議を続けると述べた。「準備はできている」と彼は付け加えた。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (MAC, "mac_roman"),
        (FRENCH, "cp1252"),
        (CZECH, "cp1250"),
        (JAPANESE, "cp932"),
        ("The mayor of the town met José Núñez and Zoë in Málaga, and said so.", "latin_1"),
    ],
)
def test_legacy_encodings(text: str, encoding: str) -> None:
    assert decode((text * 4).encode(encoding)) == text * 4


def test_an_odd_byte_far_into_a_long_file_is_found() -> None:
    data = b"The mayor of the town said that it was late. " * 5000 + "“Café”, he said.".encode(
        "cp1252"
    )
    assert decode(data).endswith("“Café”, he said.")


def test_a_lone_windows_mark_in_utf8_is_told_for_what_it_is() -> None:
    assert decode("“Café” ".encode() * 20 + b"it\x92s").endswith("it’s")
