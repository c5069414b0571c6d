"""The forms of an English word: plurals, `-s`, `-ed` and `-ing`, and the common irregular ones."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

_SHORTEST: Final = 3
_VOWELS: Final = "aeiou"
_HISSING: Final = ("s", "x", "z", "ch", "sh")
_ENDINGS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ying", ("ie",)),
    ("es", ("",)),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)
"""What a form ends in, and what stands in its place in the word that it is a form of."""
_ALONE: Final = frozenset("does during evening lens lying news series species wedding".split())
"""These end like forms of other words and are none."""
_IRREGULAR: Final = """
man men, woman women, child children, foot feet, tooth teeth, mouse mice, life lives, wife wives,
knife knives, wolf wolves, half halves, thief thieves, shelf shelves, loaf loaves, crisis crises,
become became, begin began begun, break broke broken, bring brought, build built, buy bought,
catch caught, choose chose chosen, come came, deal dealt, draw drew drawn, drive drove driven,
eat ate eaten, fall fell fallen, feel felt, fight fought, find found, fly flew flown,
forget forgot forgotten, give gave given, go went gone goes, grow grew grown, hear heard, hide hid
hidden, hold held, keep kept, know knew known, lead led, lend lent, lie lies lied lying, lose lost,
make made, mean meant, meet met, pay paid, run ran, say said, see saw seen, seek sought, sell sold,
send sent, shake shook shaken, shoot shot, sink sank sunk, speak spoke spoken, spend spent,
stand stood, steal stole stolen, strike struck, swear swore sworn, swim swam, take took taken,
teach taught, tell told, think thought, throw threw thrown, wake woke woken, wear wore worn,
win won, write wrote written, burn burnt, dream dreamt, lean leant, learn learnt, spell spelt,
spoil spoilt
"""


@cache
def forms_of(word: str) -> tuple[str, ...]:
    """A word in small letters with its other forms, itself first; some are of no real word.

    Endings are taken away as in the first step of Porter's stemmer (1980), and only where the word
    that is left takes them. Stems alone would find too much: `organs` has that of `organization`.
    """
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return (word,)
    bases = [base for base in _without_ending(word) if word in {*_with_ending(base)}]
    irregular = [form for one in (word, *bases) for form in _irregular().get(one, ())]
    made = dict.fromkeys((word, *bases, *irregular))
    if word.endswith("ing"):
        made[f"{word}s"] = None  # of a noun: `buildings`
    for base in bases or [word]:
        made.update(dict.fromkeys(_with_ending(base)))
    if irregular:
        made.update(dict.fromkeys(_with_ending(irregular[0])))
    return tuple(made)


def _without_ending(word: str) -> Iterator[str]:
    if word in _ALONE or word.endswith(("ss", "us", "is")):
        return
    for ending, instead in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest == word:
            continue
        if ending in ("ed", "ing") and not any(letter in f"{_VOWELS}y" for letter in rest):
            continue
        yield from (base for new in instead if len(base := rest + new) >= _SHORTEST)
        if ending in ("ed", "ing") and len(rest) > _SHORTEST and rest[-1] == rest[-2]:
            yield rest[:-1]


def _with_ending(word: str) -> Iterator[str]:
    """The regular forms of a word; also of one that takes none."""
    if word.endswith("ie"):
        yield from (f"{word}s", f"{word}d", f"{word[:-2]}ying")
    elif word.endswith("ee"):
        yield from (f"{word}s", f"{word}ing")
        if any(letter in _VOWELS for letter in word[:-2]):  # `seed` is none of `see`
            yield f"{word}d"
    elif word.endswith("e"):
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y") and word[-2] not in _VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    else:
        hissing, either = word.endswith(_HISSING), word.endswith("o")
        yield from (f"{word}{end}" for end in ("s", "es") if either or hissing == (end == "es"))
        doubled = word[-1] not in f"{_VOWELS}hwxy" and word[-2] in _VOWELS
        doubled = doubled and word[-3] not in _VOWELS
        if doubled:
            yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
        if not doubled or len(re.findall(f"[{_VOWELS}]+", word)) > 1:  # `hoping` is none of `hop`
            yield from (f"{word}ed", f"{word}ing")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """All irregular forms of a word, by each of them."""
    rows = (tuple(row.split()) for row in _IRREGULAR.split(","))
    return {word: row for row in rows for word in row}
