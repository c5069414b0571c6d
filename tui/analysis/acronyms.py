"""Acronyms with the letters of a pronoun: `US officials`, `the WHO`, `an IT manager`."""

import re

from tui.analysis.common_words import is_common
from tui.analysis.role_nouns import is_role_noun

LIKE_PRONOUNS = frozenset(["US", "WHO", "IT"])
ARTICLES = frozenset(["THE", "A", "AN"])
# What a body says, in a headline in capitals.
SAYS = frozenset("SAYS WARNS DECLARES URGES CONFIRMS RECOMMENDS".split())
# A word right before a place, and right behind one.
BEFORE = re.compile(r"([^\W_][\w’'-]*)[ \u00a0]$")
BEHIND = re.compile(r"(?:[’']s)?[ \u00a0]([^\W_][\w’'-]*)")
# What stands before a clause, if anything does.
PAUSES = ("", *":;—–|.!?“\"'‘")
# So many characters on either side of a word show how its line is written.
REACH = 80
# An acronym that is no word has no more letters.
LONGEST = 4


def is_acronym(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals that may be a pronoun is an acronym: so it is among words that are
    not in capitals; among others where the pronoun could not stand.
    """
    ahead = text[max(0, start - REACH) : start].rpartition("\n")[2]
    rest = text[end : end + REACH].partition("\n")[0]
    before, behind = BEFORE.search(ahead), BEHIND.match(rest)
    last = before[1] if before else ""
    following = behind[1] if behind else ""
    if last.upper() in ARTICLES or (last == "IN" and text[start:end] == "US"):
        return True
    if not (ahead + rest).isupper() and any(map(str.isalpha, ahead + rest)):
        title = following[:1].isupper() and not following.isupper()
        return title or not (_shouts(last) or _shouts(following))
    opens = ahead.rstrip()[-1:] in PAUSES
    return opens and _opens(text[start:end], following, rest)


def _opens(word: str, following: str, rest: str) -> bool:
    """Whether an acronym begins a clause in capitals, of which `following` is the next word: `US TO
    LEAVE`, `WHO WARNS OF FLU`, `IT CHIEF QUITS`, but not `WHO SAYS SO?`, `IT RAINS`.
    """
    if word == "US":
        return True
    if word == "WHO":
        return following in SAYS and not rest.rstrip(" ”\"'’").endswith("?")
    return is_role_noun(following.lower())


def _shouts(word: str) -> bool:
    """Whether a word is in capitals and no acronym: `KILLING US`."""
    capitals = len(word) > 1 and word.isupper()
    return capitals and (len(word) > LONGEST or is_common(word.lower()))
