"""A vocabulary of lower-case word pieces: words -> the pieces that the encoder knows.

WordPiece (Wu et al., Google's neural machine translation system, 2016), as BERT cuts and folds its
words (Devlin et al., 2019).
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LOWER, CAPITALISED, CAPITALS, MIXED = range(4)
"""How a word is written."""
_GOING_ON: Final = "##"
_UNKNOWN: Final = "[UNK]"
_LONGEST_WORD: Final = 100
_KEPT: Final = 20_000
_LONGEST_KEPT: Final = 40
_IDEOGRAPHS: Final = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
"""Each of these is a word."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The pieces of a stretch without spaces: all tuples have one entry a piece.

    `starts` and `ends` are code points of the stretch, `words` numbers its words from 0: letters
    and digits in a row, or one mark. `case` is how a piece's word is written.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[int, ...]
    case: tuple[int, ...]


class PieceVocabulary:
    """The pieces, each with its number."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._unknown = numbers[_UNKNOWN]
        self._kept = lru_cache(_KEPT)(self._cut)

    @classmethod
    def of(cls, description: str) -> "PieceVocabulary":
        """That of a tokenizer's description in JSON, as the Hugging Face tokenizers write it."""
        return cls(json.loads(description)["model"]["vocab"])

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, piece: str) -> int:
        """The number of a piece, marks like [SEP] among them. Raises ValueError."""
        if (number := self._numbers.get(piece)) is None:
            raise ValueError(f"no word piece {piece!r}")
        return number

    def cut(self, stretch: str) -> Cut:
        """The pieces of a stretch without spaces; what has none in the vocabulary is [UNK].

        Linear in its length. What reads like one of BERT's own marks is words like any other.
        """
        return self._kept(stretch) if len(stretch) <= _LONGEST_KEPT else self._cut(stretch)

    def _cut(self, stretch: str) -> Cut:
        ids, starts, ends, words, case = list[int](), list[int](), list[int](), list[int](), []
        for number, word in enumerate(_words(stretch)):
            how = _case(stretch[word[0][1] : word[-1][1] + 1])
            for piece, first, last in self._pieces("".join(letter for letter, _ in word)):
                ids.append(piece)
                starts.append(word[first][1])
                ends.append(word[last - 1][1] + 1)
                words.append(number)
                case.append(how)
        return Cut(tuple(ids), tuple(starts), tuple(ends), tuple(words), tuple(case))

    def _pieces(self, word: str) -> Iterator[tuple[int, int, int]]:
        """The longest pieces from the left, each with the letters from which and to which it goes;
        of a word of which a part is in no piece, nothing is known.
        """
        whole = (self._unknown, 0, len(word))
        if len(word) > _LONGEST_WORD:
            yield whole
            return
        found = list[tuple[int, int, int]]()
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = word[start:end] if not start else _GOING_ON + word[start:end]
                if (number := self._numbers.get(piece)) is not None:
                    found.append((number, start, end))
                    start = end
                    break
            else:
                yield whole
                return
        yield from found


def _case(word: str) -> int:
    """How a word is written."""
    if word.islower():
        return LOWER
    if word.isupper():
        return CAPITALS if len(word) > 1 else CAPITALISED
    if word[0].isupper() and word[1:].islower():
        return CAPITALISED
    return MIXED if word.lower() != word else LOWER


def _words(stretch: str) -> Iterator[list[tuple[str, int]]]:
    """The words of a stretch without spaces, each as its folded letters with where they stand."""
    word = list[tuple[str, int]]()
    for at, character in enumerate(stretch):
        for letter in _folded(character):
            alone = _stands_alone(letter)
            if alone and word:
                yield word
                word = []
            if alone:
                yield [(letter, at)]
            else:
                word.append((letter, at))
    if word:
        yield word


@lru_cache(4096)
def _folded(character: str) -> str:
    """A character in lower case and without accents; nothing where it is not to be seen."""
    if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs") or character == "\ufffd":
        return ""
    parts = unicodedata.normalize("NFD", character)
    return "".join(part.lower() for part in parts if unicodedata.category(part) != "Mn")


@lru_cache(4096)
def _stands_alone(letter: str) -> bool:
    return (
        (letter.isascii() and not letter.isalnum())
        or unicodedata.category(letter).startswith("P")
        or any(first <= ord(letter) <= last for first, last in _IDEOGRAPHS)
    )
