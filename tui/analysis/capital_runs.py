"""How far a run of capitalised words goes that may be a name."""

import re
from collections import Counter
from collections.abc import Sequence

from tui.analysis.character import TITLES
from tui.analysis.common_words import is_common
from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import (
    AUXILIARIES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
)
from tui.analysis.given_names import gender_of_given
from tui.analysis.name_types import ORGANIZATION_WORDS, PEERS, STATIONS
from tui.analysis.noun_phrases import CONJUNCTIONS, TIME_WORDS, noun_like
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.tokens import Token

PARTICLES = frozenset(
    """
van von de del della da das dos der den di du la le el al bin ibn ben bint binti binte abu ould y e
ter ten te zu zur vom ap ab af av und
""".split()
)
JOINERS = frozenset(["of", "for", "and", "the", "&"])
FUNCTION_WORDS = (
    AUXILIARIES
    | DETERMINERS
    | OBJECT_PRONOUNS
    | PREPOSITIONS
    | PRONOUNS
    | QUESTION_WORDS
    | CONJUNCTIONS
    | frozenset(
        """
i yes no ok oh well dear please thanks hello hi there here not everything everyone everybody nothing
nobody something someone somebody anything anyone anybody
""".split()
    )
)
CONTRACTION = re.compile(r"[’'](?:m|ve|ll|re|d|t)$", re.IGNORECASE)
# What stands before the capital of a word: `al-Sayed`, `Médecins d’Urgence`, `Mac an tSaoir`
AHEAD = re.compile(
    r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Aa]d|[Aa]s|[Aa]r|[Uu]l)-|[dl][’']|t(?=S)|n-)[^\W\d_a-z]"
)
BEFORE_CAPITALS = frozenset("AEUadelntu")
LONGEST_ACRONYM = 4
STATION_NUMBER = re.compile(r"\d{1,2}(?:[’']s)?")
# `Cathal Mac an Rí`, `Síle Nic an Bhaird`
IRISH = frozenset("mac nic".split())


def run_end(words: Sequence[Token], i: int, inner: Counter[str], *, shouted: bool) -> int:
    """The end of the capitalised run that begins at `i`, inner particles and joiners included."""
    j = i + 1
    while j < len(words):
        token = words[j]
        if words[j - 1].is_possessive:
            break
        if is_capital(token):
            if CONTRACTION.search(token.text):
                break
            if token.low in FUNCTION_WORDS and not (len(token.text) == 2 and token.text[1] == "."):
                break
            if token.low in TIME_WORDS and token.low not in ("may", "march"):
                break
            if shouted and not inner[token.low]:
                break
            if is_emphasised(words, j):
                break
            j += 1
            continue
        if token.low in PARTICLES and capital_at(words, j + 1):
            j += 2
            continue
        if token.low in PARTICLES and capital_at(words, j + 2) and words[j + 1].low in PARTICLES:
            j += 3
            continue
        if token.low in ("an", "na") and words[j - 1].low in IRISH and capital_at(words, j + 1):
            j += 2
            continue
        if token.low in JOINERS and not shouted and _joins(words, i, j):
            j += 2 if capital_at(words, j + 1) else 3
            continue
        numbered = token.low[:1].isdigit() and token.low.isalnum() and len(token.low) < 4
        if numbered and j == i + 1 and (is_common(words[i].low) or is_a_station(words, i)):
            j += 1  # `List 4`
            continue
        break
    return j


def is_a_station(words: Sequence[Token], i: int) -> bool:
    """Whether a name and the number behind it are a station's: `KTLA 5 reported`, `Fox 13`, but not
    `GOP 50 votes`.
    """
    if i + 1 >= len(words) or not STATION_NUMBER.fullmatch(words[i + 1].text):
        return False
    behind = words[i + 2] if i + 2 < len(words) else None
    name = words[i].low in STATIONS or (words[i].text.isupper() and len(words[i].text) > 2)
    if behind is None or not noun_like(behind):
        return name
    return name and (is_speech_verb(behind.low) or behind.text == "News")


def is_emphasised(words: Sequence[Token], j: int) -> bool:
    """Whether the word at `j` is written in capitals behind a name that is not: `Falk SNUBS`."""
    if j == 0 or not _shouts(words[j]):
        return False
    before = words[j - 1]
    if not before.is_capital or before.low in FUNCTION_WORDS or _shouts(before):
        return False
    # `EU SNUBS`, but not `PAUL RASKE`
    names = not is_common(words[j].low) or gender_of_given(before.low) is not None
    return not (before.text.isupper() and names)


def is_exclaimed(words: Sequence[Token], j: int) -> bool:
    """Whether the word at `j` is a common one in capitals, among others: `Rating: FALSE`."""
    beside = [*words[max(0, j - 1) : j], *words[j + 1 : j + 2]]
    long = len(words[j].text) > LONGEST_ACRONYM
    return long and _shouts(words[j]) and is_common(words[j].low) and not any(map(_shouts, beside))


def _shouts(token: Token) -> bool:
    """Whether a word in capitals is no acronym."""
    shouts = len(token.text) > 2 and token.text.isupper() and token.text.isalpha()
    return shouts and (is_common(token.low) or len(token.text) > LONGEST_ACRONYM)


def capital_at(words: Sequence[Token], j: int) -> bool:
    """Whether there is a word at `j` that may be one of a name."""
    return j < len(words) and is_capital(words[j])


def is_capital(token: Token) -> bool:
    """Whether a token may be a word of a name: a capital, or what may stand before one."""
    first = token.text[0]
    if first.isupper():
        return first.isalnum()
    return first in BEFORE_CAPITALS and AHEAD.match(token.text) is not None


def _joins(words: Sequence[Token], i: int, j: int) -> bool:
    """Whether `of`, `and`, `for the` or `&` at `j` stands inside a body's or a peer's name."""
    ahead = j + 1
    if words[j].low == "of" and j == i + 1 and words[i].low in PEERS:
        return capital_at(words, ahead)
    if words[j].low in ("of", "for") and ahead < len(words) and words[ahead].low == "the":
        ahead += 1
    if words[j].low == "the" or not capital_at(words, ahead):
        return False
    if words[j].text == "&":
        return True
    before = [w.low for w in words[i:j]]
    if any(is_role_noun(w) or w in TITLES for w in before[-1:]):
        return False
    organized = any(w in ORGANIZATION_WORDS for w in before)
    if words[j].low == "and":
        return organized and words[ahead].low not in TITLES and before[-1] not in (
            "party", "council", "ministry", "university", "inc", "corp",
        )  # fmt: skip
    return organized
