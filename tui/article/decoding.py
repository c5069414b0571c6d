"""Bytes -> text: Unicode by its mark or its form, legacy encodings by their likeliest reading."""

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FALLBACK = "cp1252"
SAMPLE = 64 * 1024


def decode(data: bytes) -> str:
    """The text that some bytes hold. Bytes that no reading fits become replacement characters."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # one bad byte in a long, otherwise sound file is damage, not another encoding
        sound = data[: error.start].count(b"\xc3") + data[: error.start].count(b"\xe2")
        if sound > 4:
            return data.decode("utf-8", errors="replace")
    return data.decode(_legacy(data), errors="replace")


def _legacy(data: bytes) -> str:
    """The likeliest legacy encoding of a sample of the bytes."""
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data[:SAMPLE]).best()
    if best is None or best.encoding in (
        "ascii",
        "latin_1",
        "cp1250",
        "cp1252",
        "cp1254",
        "cp1257",
    ):
        # western text: typographic marks, which only Windows' own page has, settle it
        return FALLBACK
    if best.encoding.startswith(
        ("cp037", "cp500", "cp1026", "cp1140", "cp273", "utf_16", "utf_32")
    ):
        return FALLBACK
    return best.encoding
