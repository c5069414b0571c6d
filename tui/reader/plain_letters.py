"""What a terminal without UTF-8 is sent for a character that it has not: as many plain letters."""

import codecs
import unicodedata
from io import TextIOWrapper
from typing import Final

from rich.cells import cell_len

_NAME: Final = "pullquote-plain"
_ALIKE: Final = {
    '"': "“”„‟«»″",
    "'": "‘’‚‛′",
    "-": "‐‑‒–—―−─━╌▁▔",
    "|": "▐▌│┃▎▏▕",
    ":": "┊╎╏",
    "#": "█▉▊▋▍▀▂▃▄▅▆▇",
    "+": "├┣",
    ".": "…",
    "*": "•·●",
    "o": "○",
    ">": "▸→›",
    "<": "⏎←‹",
    "^": "↑",
    "v": "↓",
}
_LETTERS: Final = {sign: plain for plain, signs in _ALIKE.items() for sign in signs}


def use_plain_letters(screen: TextIOWrapper) -> None:
    """Let a stream whose encoding lacks characters write others that take as many cells."""
    if codecs.lookup(screen.encoding).name != "utf-8":
        codecs.register_error(_NAME, _in_place_of)
        screen.reconfigure(errors=_NAME)


def _in_place_of(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(map(_plain, missing)), error.end


def _plain(character: str) -> str:
    """The letter without its accent, or a question mark for each cell."""
    cells = cell_len(character)
    base = unicodedata.normalize("NFKD", character)[:1]
    plain = _LETTERS.get(character) or (base if base.isascii() else "?")
    return plain.ljust(cells, plain) if cells else ""
