"""Text that only the head of its answer tells to read is read so, and no text is lost."""

import pytest

from tui.article.decoding import decode
from tui.article.told_charset import marked

MARK = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("text", "charset", "encoding"),
    [
        ("Дождь идёт, сказала Ода Линд.", "koi8-r", "koi8-r"),
        ("Дождь идёт", "Windows-1251", "cp1251"),
        ("“It rains”", "iso-8859-1", "cp1252"),
        ("“It rains”", "us-ascii", "cp1252"),
        ("雨が降る", "Shift_JIS", "cp932"),
        ("雨が降る", "iso-2022-jp", "iso2022_jp"),
        ("下雨了", "gb2312", "gb18030"),
        ("It rains", "utf-16le", "utf-16-le"),
        ("“It rains”", "utf-8", "utf-8"),
    ],
)
@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/rss+xml"])
def test_text_is_marked(text: str, charset: str, encoding: str, kind: str) -> None:
    found = marked(text.encode(encoding), kind, charset)
    assert found == MARK + text.encode()
    assert decode(found) == text


@pytest.mark.parametrize(
    ("data", "kind", "charset"),
    [
        (b"It rains", "text/plain", "utf-8"),  # needs no mark
        (MARK + b"It rains", "text/plain", "iso-8859-1"),
        ("“It rains”".encode("utf-16"), "text/plain", "utf-8"),
        ("“It rains”".encode("cp1252"), "text/plain", "utf-8"),  # the head is wrong
        ("“It rains”".encode(), "text/plain", "iso-8859-1"),  # here, too
        (b"\x81 \xe4", "text/plain", "iso-8859-1"),  # no letter of that charset
        ("“It rains”".encode("cp1252"), "text/plain", ""),
        ("“It rains”".encode("cp1252"), "text/plain", "made-up"),
        ("“It rains”".encode("cp1252"), "text/plain", "\0"),
        (b"\\u0041\xe4", "text/plain", "unicode_escape"),
        (b"+AEE-", "text/plain", "utf-7"),
        (b"eJwDAAAAAAE=\xe4", "text/plain", "zlib"),
        (b"%PDF-1.4 \xe4", "text/plain", "iso-8859-1"),  # nor is it text
        (b"caf\xe9", "application/octet-stream", "iso-8859-1"),
        (b"caf\xe9", "message/rfc822", "iso-8859-1"),  # tells its own
    ],
)
def test_what_is_no_such_text_stays_as_it_is(data: bytes, kind: str, charset: str) -> None:
    assert marked(data, kind, charset) == data
