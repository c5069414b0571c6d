"""Bytes -> text: Unicode by its mark or its form, legacy encodings by their likeliest reading."""

import codecs

MARKS = (  # UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LONGEST_CHARACTER = 4


def decode(data: bytes, *, whole: bool = True) -> str:
    """The text that some bytes hold. Bytes that no reading fits become replacement characters.

    Where they are not the `whole` of it, a character that is cut off at their end is left out.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not whole and error.start > len(data) - _LONGEST_CHARACTER:
            return data[: error.start].decode("utf-8")
        from tui.article.legacy_encodings import decode_legacy  # few articles need it

        return decode_legacy(data, error.start)
