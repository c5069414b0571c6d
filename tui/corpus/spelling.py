"""One spelling for all spellings of a word in a name: marks, digraphs, transliterations."""

import re
import unicodedata
from functools import lru_cache

# Letters that do not come apart into a letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_DROPPED = re.compile(r"[.’'‘`´ʼʻ]")
# What is written in more than one way, in Latin letters or on the way to them.
_ALIKE = (
    ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "u"), ("ph", "f"), ("ck", "k"), ("kh", "h"),
    ("dh", "d"), ("q", "k"), ("c", "k"), ("w", "v"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
_KEPT = 65_536


@lru_cache(_KEPT)
def plain(word: str) -> str:
    """A word in lower case without marks, apostrophes and full stops: `müller` gives `muller`."""
    low = _DROPPED.sub("", word.casefold()).translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@lru_cache(_KEPT)
def skeleton(word: str) -> str:
    """What spellings of one name have in common: `mueller` and `muller` give `muler`.

    `word` is plain. Other names may share it, so that it finds candidates and decides nothing.
    """
    for written, alike in _ALIKE:
        word = word.replace(written, alike)
    return _TWICE.sub(r"\1", word)
