"""The names of persons, taken apart: given names, surname, generation; and how well two agree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from tui.analysis.capital_runs import FUNCTION_WORDS, PARTICLES
from tui.analysis.character import TITLES
from tui.analysis.common_words import is_common
from tui.analysis.frames import DETERMINERS
from tui.analysis.name_starts import OFFICE_WORDS, POST_NOMINALS
from tui.analysis.name_types import ORGANIZATION_WORDS, is_demonym
from tui.analysis.role_nouns import PEOPLE, is_paper, is_role_noun
from tui.corpus.given_names import full_forms, is_given_name
from tui.corpus.spelling import plain, skeleton

Agreement = Literal["middle", "nickname", "spelling", "initial", "turned", "extended", "generation"]

_GENERATIONS: Final = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv",
}  # fmt: skip
_ARABIC_ARTICLE: Final = re.compile(r"^(?:al|el|as|ash|ad)-(?=\w{3})")
_LONGEST: Final = 6
_POSSESSIVE: Final = re.compile(r"[’']s?$")
_NICK: Final = re.compile(r"[“\"‘'(][^“”\"‘’'()]+[”\"’')]")
# What leads a name in a headline or a caption and is no part of it: `Rival Ada Falk`.
_LEADING: Final = frozenset("former rival democrat republican candidate presidential".split())
_PRONOUNS: Final = FUNCTION_WORDS - DETERMINERS


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in plain words: given names in order, surnames, generation (`jr`).

    A name of one word has no given names. Particles (`van der`, `bin`, `al-`) belong to no part, as
    they are left out as often as not. `surnames` are the parts of a hyphened one. `title` is the
    word before the name in this mention.
    """

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    generation: str | None
    title: str | None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name in order, without titles, particles and generation."""
        return (*self.given, *self.surnames)


@lru_cache(65_536)
def person_name(name: str) -> PersonName | None:
    """A name as a person's; None where it is a description, or too long for a name."""
    words = [_POSSESSIVE.sub("", w).strip(',“”"') for w in _NICK.sub(" ", name).split()]
    words = [w for w in words if w]
    title, words = _behind_titles(words)
    generation = None
    while len(words) > 1 and plain(words[-1]) in _GENERATIONS | dict.fromkeys(POST_NOMINALS):
        generation = _GENERATIONS.get(plain(words[-1]), generation)
        words.pop()
    if not words or len(words) > _LONGEST or not _is_name(words):
        return None
    kept = [w for i, w in enumerate(words[:-1]) if not _is_particle(w, leads=i == 0)]
    kept.append(words[-1])
    *given, last = [_ARABIC_ARTICLE.sub("", w.lower()) for w in kept]
    surnames = tuple(plain(part) for part in re.split(r"[-‐‑–]", last) if plain(part))
    if not surnames or not all(map(str.isalpha, surnames)):
        return None
    return PersonName(tuple(filter(None, map(_given, given))), surnames, generation, title)


def _is_particle(word: str, *, leads: bool) -> bool:
    """`van`, `bin`; at the head of a name only in small letters: `Al` and `Ben` are given names."""
    return word.lower() in PARTICLES and not (leads and word[0].isupper())


def _given(word: str) -> str:
    """A given name plain, a hyphen in it left out: `Jean-Marc`, `Geun-hye`."""
    return plain(re.sub(r"[-‐‑–]", "", word))


def _behind_titles(words: Sequence[str]) -> tuple[str | None, list[str]]:
    title = None
    at = 0
    while at < len(words) - 1:
        low = words[at].lower()
        titled = low in TITLES or low.rstrip(".") in TITLES or is_role_noun(low)
        office = low in OFFICE_WORDS or low in _LEADING or is_demonym(words[at])
        # `Baker Falk` and `Dean Falk` may be names; `Senator Falk` is none
        if not (titled or low in _PRONOUNS or (office and len(words) - at > 2)):
            break
        title = low.rstrip(".") if titled else title
        at += 1
    return title, list(words[at:])


def _is_name(words: Sequence[str]) -> bool:
    first = words[0].lower()
    if first in DETERMINERS or not words[0][:1].isalpha():
        return False
    for at, word in enumerate(words):
        low = word.lower()
        if low not in PARTICLES and not any(c.isupper() for c in word[:4]):
            return False
        # `Bill` leads a name, and ends none
        if low in ORGANIZATION_WORDS or (is_paper(low) and (at or len(words) == 1)):
            return False
    if len(words) > 1:
        return not all(is_role_noun(w.lower()) for w in words)
    return len(plain(words[0])) > 1 and not (
        is_role_noun(first)
        or first in TITLES
        or is_demonym(words[0].removesuffix("s"))
        or is_demonym(words[0])
        or first in OFFICE_WORDS | PEOPLE
    )


def is_ordinary(name: PersonName) -> bool:
    """Whether a name is one common word, which may be no name at all: `Arrogant`."""
    return not name.given and is_common(name.surnames[-1])


def agreement(one: PersonName, two: PersonName) -> frozenset[Agreement] | None:
    """In what ways two full names differ that may be one person's; None where they cannot be.

    Nothing where they have the same words; a `middle` name more, a `nickname`, another `spelling`,
    `initial`s in place of given names, the parts `turned` round (name orders of East Asia and
    Hungary), a surname `extended` (`Falk-Lind` and `Falk`), a `generation` told in one alone.
    """
    if one.generation and two.generation and one.generation != two.generation:
        return None
    elder = _GENERATION if one.generation != two.generation else _SAME
    if one.words == two.words:
        return elder
    surnames = _surnames_agree(one.surnames, two.surnames)
    given = _given_agree(one.given, two.given) if surnames is not None else None
    if surnames is not None and given is not None:
        return surnames | given | elder
    return _TURNED | elder if _turned(one, two) else None


def _turned(one: PersonName, two: PersonName) -> bool:
    """Whether the same words stand in another order; but `James Thomas` is not `Thomas James`."""
    if len(one.words) != len(two.words) or all(map(is_given_name, one.words)):
        return False
    return sorted(map(skeleton, one.words)) == sorted(map(skeleton, two.words))


_SAME: Final[frozenset[Agreement]] = frozenset()
_MIDDLE: Final[frozenset[Agreement]] = frozenset({"middle"})
_NICKNAME: Final[frozenset[Agreement]] = frozenset({"nickname"})
_SPELLING: Final[frozenset[Agreement]] = frozenset({"spelling"})
_INITIAL: Final[frozenset[Agreement]] = frozenset({"initial"})
_TURNED: Final[frozenset[Agreement]] = frozenset({"turned"})
_EXTENDED: Final[frozenset[Agreement]] = frozenset({"extended"})
_GENERATION: Final[frozenset[Agreement]] = frozenset({"generation"})


def _surnames_agree(one: Sequence[str], two: Sequence[str]) -> frozenset[Agreement] | None:
    if one == two:
        return _SAME
    if list(map(skeleton, one)) == list(map(skeleton, two)):
        return _SPELLING
    shorter, longer = sorted((one, two), key=len)
    return _EXTENDED if len(shorter) == 1 < len(longer) and shorter[0] in longer else None


def _given_agree(one: Sequence[str], two: Sequence[str]) -> frozenset[Agreement] | None:
    """How two rows of given names agree: the first ones, and those behind where both have some."""
    if not one or not two:
        return None
    if "".join(one) == "".join(two):
        return _SAME  # `Jean-Marc`, `Jean Marc`
    first = _one_given(one[0], two[0])
    shorter, longer = sorted((one, two), key=len)
    if len(shorter) == 1 and len(longer) > 1 and len(longer[0]) == 1 < len(shorter[0]):
        # `J. Edgar Falk` is `Edgar Falk`
        again = _one_given(shorter[0], longer[1])
        if again in (_SAME, _NICKNAME):
            return again | _NICKNAME
    if first is None:
        return None
    for mine, theirs in zip(one[1:], two[1:], strict=False):
        if _one_given(mine, theirs) is None:
            return None
    return first | _MIDDLE if len(one) > 1 or len(two) > 1 else first


def _one_given(one: str, two: str) -> frozenset[Agreement] | None:
    if one == two:
        return _SAME
    if len(one) == 1 or len(two) == 1:
        return _INITIAL if one[0] == two[0] else None
    if not set(full_forms(one)).isdisjoint(full_forms(two)):
        return _NICKNAME
    return _SPELLING if skeleton(one) == skeleton(two) else None


def without_titles(name: str) -> str:
    """A name as it is written, the titles before it left out: `Sen. Ada Falk` gives `Ada Falk`."""
    words = [_POSSESSIVE.sub("", word).strip(',“”"') for word in name.split()]
    return " ".join(_behind_titles([w for w in words if w])[1])
