"""The names of bodies and papers: what of a name tells it from others, and acronyms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from tui.analysis.common_words import is_common
from tui.analysis.frames import DETERMINERS
from tui.analysis.name_starts import OFFICE_WORDS
from tui.analysis.name_types import ORGANIZATION_WORDS, is_demonym
from tui.analysis.role_nouns import BODIES, CROWDS, LEGAL, PEOPLE, is_paper, is_role_noun
from tui.corpus.spelling import plain

Telling = Literal["special", "single", "shared"]

_SMALL: Final = frozenset("of the and for & in on at to de la des du y e".split())
_GENERAL: Final = frozenset(
    """
supreme high appeal appeals district city county national state states federal local house
municipal regional provincial central general public royal first crown town village
""".split()
)
# Each country, or each town, has one: only what else the articles speak of tells which it is.
_ONE_EACH: Final = frozenset("congress parliament senate knesset bundestag duma kremlin".split())
# `the White House` and `the United States` are one
_NAMES: Final = frozenset(["white", "crown", "united"])
# Ministries are called either way round: `Department of Trade`, `Trade Department`.
_TURNED: Final = frozenset("department ministry".split())
_HEADS: Final = frozenset("campaign administration police government council team".split())
_POSSESSIVE: Final = re.compile(r"[’']s?$")
_LONGEST: Final = 9
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z&]{0,6}[A-Z]s?|(?:[A-Z]\.){2,6}")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's or paper's name: `key` is one for all ways to write it.

    `telling` says how well it tells the body from others: `special` names do, `single` words less,
    and `shared` ones (`Supreme Court`) are of many bodies. `letters` is an acronym's, in lower
    case, None for other names; `initials` are those that an acronym of the name may have: with its
    small words, and without them.
    """

    key: str
    telling: Telling
    letters: str | None
    initials: tuple[str, str]


@lru_cache(65_536)
def body_name(name: str) -> BodyName | None:
    """A name as that of a body or paper; None where it only describes: `the police`, `a council`.

    A common noun in small letters is part of a name only at its end, behind a proper one:
    `Ostrand police`, `Falk's campaign`.
    """
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    words = [_POSSESSIVE.sub("", w).strip(',;:“”"()') for w in words]
    words = [w for w in words if w]
    while len(words) > 1 and words[-1].lower().rstrip(".") in LEGAL | {"&", "and"}:
        words.pop()
    if not words or len(words) > _LONGEST or not _is_name(words):
        return None
    content = [w for w in words if w.lower() not in _SMALL]
    lows = [re.sub(r"[^\w&/-]", "", plain(w)) for w in content]
    lows = [low for low in lows if low]
    if not lows:
        return None
    letters = None
    if len(content) == 1 and _ACRONYM.fullmatch(content[0]):
        letters = lows[0]
    key = sorted(lows) if len(lows) > 1 and not _TURNED.isdisjoint(lows) else lows
    return BodyName(" ".join(key), _telling(lows, letters), letters, _initials(words))


def is_spelled_out(letters: str, name: BodyName) -> bool:
    """Whether an acronym is made of the first letters of a name."""
    return name.letters is None and len(letters) > 1 and letters in name.initials


def _is_name(words: Sequence[str]) -> bool:
    first = words[0].lower()
    if (first in DETERMINERS and first != "the") or not words[0][:1].isalnum():
        return False
    if not any(c.isupper() for c in words[0]) and not words[0][0].isdigit():
        return False
    for at, word in enumerate(words):
        low = word.lower()
        if any(c.isupper() for c in word) or low in _SMALL:
            continue
        if at and at == len(words) - 1 and low in _HEADS:
            continue
        return False
    if len(words) > 1:
        last = words[-1].lower()
        return not (last in PEOPLE - _HEADS or last in _SMALL) or any(w.isupper() for w in words)
    return not (
        is_demonym(words[0])
        or is_demonym(words[0].removesuffix("s"))
        or words[0].isdigit()
        or first in PEOPLE | CROWDS
        or is_role_noun(first)
        or (first in BODIES | ORGANIZATION_WORDS and first not in _ONE_EACH)
        or is_paper(first)
    )


def _telling(lows: Sequence[str], letters: str | None) -> Telling:
    general = (BODIES | ORGANIZATION_WORDS | OFFICE_WORDS | _GENERAL) - _NAMES
    if all(low in general or low in _ONE_EACH or is_paper(low) for low in lows):
        return "shared"
    if len(lows) > 1:
        return "special"
    return "shared" if letters is None and is_common(lows[0]) else "single"


def _initials(words: Sequence[str]) -> tuple[str, str]:
    parts = [p for w in words for p in w.split("-") if p and p != "&"]
    every = "".join(plain(p)[:1] for p in parts)
    large = "".join(plain(p)[:1] for p in parts if p.lower() not in _SMALL)
    return every, large
