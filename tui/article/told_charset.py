"""Text whose charset only the head of an answer tells -> the same text, which tells it itself."""

import codecs
import re
from typing import Final

from tui.article.decoding import MARKS

_TEXT: Final = re.compile(r"text/|application/(?:xml|xhtml\+xml|json)\b|application/[\w.-]+\+xml\b")
# Python knows more than texts come in, and some that are no charsets (idna, unicode_escape).
_CHARSETS: Final = re.compile(
    r"ascii|utf-(?:8|16|32)|cp\d|iso(?:8859|2022)|koi8|mac|euc|big5|gb|hz|shift|johab|tis-620"
)
# What is called so on the web is what includes it, with quotation marks and dashes.
_WIDER: Final = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_PACKED: Final = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf")


def marked(data: bytes, kind: str, charset: str) -> bytes:
    """The body of an answer in UTF-8 with its mark, where it is text in the charset that is told.

    `kind` is the media type. What has a mark of its own, is no text, or is not in that charset
    stays as it is.
    """
    if not _TEXT.match(kind) or data.startswith(_PACKED):
        return data
    if any(data.startswith(mark) for mark, _ in MARKS):
        return data
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return data
    if not _CHARSETS.match(name):
        return data
    if name != "utf-8" and not data.isascii() and _is_utf8(data):
        return data  # that is no accident: the head is wrong
    try:
        text = data.decode(_WIDER.get(name, name))
    except UnicodeError:
        return data
    again = text.encode("utf-8", errors="replace")
    return data if again == data and data.isascii() else codecs.BOM_UTF8 + again


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeError:
        return False
    return True
