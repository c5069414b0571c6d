"""What a terminal received, parted into sequences: whether any is none of the program's own."""

import re
from typing import Final

from tests.bad_text import MARK, MARKED

_CSI: Final = r"\x1b\[[<=>?]?[\d;:]*[ $]?[@-~]"
_STRING: Final = r"\x1b[\]PX^_k][^\x07\x1b]*(?:\x07|\x1b\\)"
_OWN_STRINGS: Final = r"\x07|\x1b\](?:22;|52;c;)[A-Za-z0-9+/=-]*(?:\x07|\x1b\\)"
"""The bell, the pointer's shape and the clipboard."""
_OWN_CSI: Final = (
    r"\x1b\[(?:[\d;:]*[mHJK]|\?(?:7|25|100[0346]|1015|1049|2004|2026|2048)[hl]|\?20(?:26|48)\$p"
    r"|>\d+u|<u)"
)
_BLINK: Final = r"\x1b\[(?:\d+;)*5;41[;m]"


def foreign(output: str) -> str:
    """The first sequence or control character that the reader does not send by itself; or none."""
    for match in re.finditer(rf"{_STRING}|{_CSI}|[\0-\x07\x0b-\x0c\x0e-\x1f\x7f-\x9f]", output):
        found = match[0]
        own = re.fullmatch(_OWN_STRINGS if found[:2] != "\x1b[" else _OWN_CSI, found)
        if not own or MARK in found or MARKED in found or re.match(_BLINK, found):
            return f"received {output[match.start() : match.end() + 20]!r}"
    return ""
