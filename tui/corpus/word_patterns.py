"""Words, in all their forms, and phrases as patterns: case and accents are one (RE2 syntax)."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Final

from tui.corpus.word_forms import forms_of

# Letters that take no accent apart, but are written for one another.
_ALIKE: Final = {"o": "øØ", "l": "łŁ", "d": "đĐ", "i": "ıİ", "h": "ħĦ", "t": "ŧŦ"}
_SPELLED: Final = {"ss": "ßẞ", "ae": "æÆ", "oe": "œŒ"}
_PLAIN: Final = str.maketrans(
    {
        letter: plain
        for known in (_ALIKE, _SPELLED)
        for plain, forms in known.items()
        for letter in forms
    }
)
_ACCENTED: Final = (range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
_APOSTROPHES: Final = "'’‘ʼ"
_PHRASE: Final = re.compile(r"[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|([^\s\"“”„«»]+)")
_CLOSING: Final = '"“”„«»'
# Scripts that part no words: a word may begin and end anywhere in them.
_UNPARTED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word or some in their order; the last one of an `unfinished` phrase may go on. An `exact`
    one stood between quotation marks; of what is not, the other forms are meant as well.
    """

    words: str
    unfinished: bool = False
    exact: bool = True

    @property
    def forms(self) -> tuple[str, ...]:
        """A word's forms, folded, itself first; none where it is exact or are several words."""
        parts = name_words(self.words)
        return () if self.exact or len(parts) != 1 else forms_of(parts[0])


def phrases(words: str, *, unfinished: bool = False) -> tuple[Phrase, ...]:
    """The words of a question, and its phrases, which stand between quotation marks.

    With `unfinished` the last is, unless a mark closes it.
    """
    found = [match for match in _PHRASE.finditer(words) if name_words(_within(match))]
    return tuple(
        Phrase(
            _within(match),
            unfinished and match is found[-1] and match[0][-1] not in _CLOSING,
            match[1] is not None,
        )
        for match in found
    )


def _within(match: re.Match[str]) -> str:
    return str(match[2] if match[1] is None else match[1])


def phrase_patterns(phrase: Phrase) -> tuple[str, str]:
    """A pattern for a word or phrase as a part of a text, and one for it as whole words.

    The first is quick, and holds wherever the second does.
    """
    parts = name_words(phrase.words)
    loose = part = r"[^\pL\pN]+".join(map(_spelling, parts))
    first = "" if _UNPARTED.match(parts[0][0]) else r"(?:^|[^\pL\pM\pN])"
    goes_on = phrase.unfinished or _UNPARTED.match(parts[-1][-1])
    end = r"(?:[^\pL\pM\pN]|$)"
    whole = f"{loose}{'' if goes_on else end}"
    if others := phrase.forms[1:]:
        shared = takewhile(lambda letters: len({*letters}) == 1, zip(*phrase.forms, strict=False))
        part = _spelling("".join(letters[0] for letters in shared))
        whole = f"(?:{whole}|(?:{'|'.join(map(_spelling, others))}){end})"
    return f"(?is){part}", f"(?is){first}{whole}"


def name_pattern(words: str, *, unfinished: bool = False, parted: bool = True) -> str:
    """A pattern for a name, one of several a line each, that has some words in that order.

    With `unfinished` the last word may go on. Without words it holds for every name. Unless words
    are `parted` at hyphens, `Falk` is no word of `Ada Falk-Moe`.
    """
    parts = name_words(words)
    if not parts:
        return ""
    inside = r"\pL\pM\pN" if parted else r"\pL\pM\pN\-"
    last = rf"(?:[^{inside}]|$)"
    between = rf"{last}(?:[^\n]*[^{inside}\n])?"
    pattern = between.join(map(_spelling, parts))
    return rf"(?im)(?:^|[^{inside}]){pattern}{'' if unfinished else last}"


def same_name_pattern(name: str) -> str:
    """A pattern for a name that is made of just these words."""
    inner = r"[^\pL\pN]+".join(map(_spelling, name_words(name)))
    return rf"(?i)^[^\pL\pN]*{inner}[^\pL\pN]*$"


def name_words(phrase: str) -> list[str]:
    """The words of a name or phrase, without accents, in small letters; apostrophes stay."""
    return [
        folded
        for word in re.findall(rf"[\w{_APOSTROPHES}]+", phrase)
        if (folded := _folded(word.strip(f"{_APOSTROPHES}_")))
    ]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_PLAIN)


def _spelling(word: str) -> str:
    made, at = list[str](), 0
    while at < len(word):
        two = word[at : at + 2]
        if two in _SPELLED:
            made.append(rf"(?:{_letter(two[0])}{_letter(two[1])}|[{_SPELLED[two]}])")
            at += 2
        else:
            made.append(_letter(word[at]))
            at += 1
    return "".join(made)


def _letter(letter: str) -> str:
    if letter in _APOSTROPHES:
        return f"[{_APOSTROPHES}]"
    forms = _variants().get(letter, "") + _ALIKE.get(letter, "")
    if not forms:
        return re.escape(letter) if letter.isascii() else rf"{letter}\pM*"
    return rf"[{letter}{forms}]\pM*"


@cache
def _variants() -> dict[str, str]:
    """The letters with accents that each letter stands for."""
    found: dict[str, list[str]] = {}
    for code in (code for codes in _ACCENTED for code in codes):
        plain = _folded(chr(code))
        if len(plain) == 1 and plain != chr(code) and plain.isalpha():
            found.setdefault(plain, []).append(chr(code))
    return {letter: "".join(forms) for letter, forms in found.items()}
