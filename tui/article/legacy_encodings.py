"""Bytes that are no UTF-8 -> text: damaged UTF-8, or the legacy encoding that is likeliest."""

import re

WINDOWS = "cp1252"
MAC = "mac_roman"
# The encodings that files are found in; naming them keeps rare look-alikes out.
LEGACY = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 iso8859_2 iso8859_7 mac_roman "
    "koi8_r cp866 cp932 euc_jp gb18030 big5 euc_kr cp949"
).split()
# Western text is easily taken for one of these, because most of its bytes are the same.
LOOK_ALIKES = "cp1250 cp1254 cp1257 iso8859_2 mac_roman".split()
NEARLY_AS_GOOD = 0.06
ENGLISH = re.compile(rb"\b(?:the|and|of|to|in|said|that|was)\b")
# Apple's quotation marks where English has them.
MAC_MARK = re.compile(rb"(?:^|[\s(])\xd2[A-Za-z]|[A-Za-z.,!?]\xd3(?:\s|$)|[A-Za-z]\xd5[a-z]")
WINDOWS_MARK = re.compile(rb"[\x91-\x94]")
SAMPLE = 64 * 1024
# Of damaged UTF-8, a lone Windows quotation mark, dash or ellipsis can be told for what it is.
LONE_MARK = re.compile("(?<![\udc80-\udcff])[\udc85\udc91-\udc97](?![\udc80-\udcff])")
UNREADABLE = re.compile("[\udc80-\udcff]+")


def decode_legacy(data: bytes, first: int) -> str:
    """The text of some bytes of which the one at `first` is not UTF-8."""
    return _damaged_utf8(data) or data.decode(_legacy(data, first), errors="replace")


def _damaged_utf8(data: bytes) -> str | None:
    """The text, if all but a few of its bytes are UTF-8: damage, then, not another encoding."""
    text = data.decode("utf-8", errors="surrogateescape")
    bad = sum(len(match[0]) for match in UNREADABLE.finditer(text))
    wide = len(text.encode("utf-8", errors="surrogatepass")) - len(text) - 2 * bad
    # beyond ASCII, a sound UTF-8 character adds at least one byte, and no other encoding has many
    if wide < 4 * bad:
        return None
    text = LONE_MARK.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode(WINDOWS), text)
    return UNREADABLE.sub("\ufffd", text)


def _legacy(data: bytes, first: int) -> str:
    """The likeliest legacy encoding, from a sample of whole lines about the first odd byte."""
    begin = max(data.rfind(b"\n", 0, first) + 1, first - SAMPLE // 2)
    sample = data[begin : begin + SAMPLE]
    if begin + SAMPLE < len(data):
        sample = sample[: max(sample.rfind(b"\n"), sample.rfind(b" ")) + 1] or sample
    if _is_english(sample):
        is_mac = len(MAC_MARK.findall(sample)) > len(WINDOWS_MARK.findall(sample))
        return MAC if is_mac else WINDOWS
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    matches = list(from_bytes(sample, cp_isolation=LEGACY))
    if not matches:
        return WINDOWS
    best = matches[0]
    if best.encoding in LOOK_ALIKES:
        western = next((m for m in matches if WINDOWS in m.could_be_from_charset), None)
        if western is not None and western.chaos <= best.chaos + NEARLY_AS_GOOD:
            return WINDOWS
    return best.encoding


def _is_english(sample: bytes) -> bool:
    return 20 * len(ENGLISH.findall(sample)) > len(sample.split())
