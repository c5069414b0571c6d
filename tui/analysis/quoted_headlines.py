"""Whom a headline names behind the words that it quotes: `‘I never slept’: Ada Falk on the sea`."""

from collections.abc import Sequence
from itertools import pairwise

from tui.analysis.cues import is_speech_verb
from tui.analysis.noun_phrases import NounPhrase, phrase_starting_at
from tui.analysis.role_nouns import PEOPLE, is_role_noun, singular
from tui.analysis.tokens import Token
from tui.analysis.units import Unit

HEADS = frozenset(["title", "heading"])
# What whoever is quoted does, as a headline has it: `survivors recall blast`.
TELLS = frozenset(
    """
recall recalls describe describes remember remembers reflect reflects relive relives share shares
speak speaks talk talks open opens reveal reveals look looks lament laments recount recounts
react reacts hit hits
""".split()
)
# What leads to other words than the quotation's: `Family says calls went unanswered`.
SAYS = frozenset("says say claims claim insists insist believes believe thinks think".split())
# `five minutes with Ada Falk`, `an interview with Ada Falk`
MEETINGS = frozenset("minutes interview conversation chat lunch q&a breakfast questions".split())
LONGEST_MEETING = 5


def named_behind(unit: Unit) -> tuple[NounPhrase, int] | None:
    """Who is named behind a headline's colon as the one who says what is quoted before it, with the
    token that is the colon; None where nobody is.
    """
    tokens = unit.tokens
    colon = 1 if unit.kind in HEADS and 0 in unit.quoted and len(tokens) > 2 else 0
    if not colon or tokens[colon].text != ":":
        return None
    lows = [t.low for t in tokens[: colon + LONGEST_MEETING + 2]]
    at = lows.index("with") if "with" in lows and not MEETINGS.isdisjoint(lows) else colon
    phrase = phrase_starting_at(tokens, at + 1)
    if phrase is None:
        return None
    # `neighbour speaks of his shock`, of which `speaks` may be a noun
    told = (i for i in range(phrase.start + 1, phrase.end) if tokens[i].low in TELLS)
    end = next(told, phrase.end)
    phrase = NounPhrase(phrase.start, end, phrase.start, end)
    words = tokens[phrase.start : phrase.end]
    verb = tokens[phrase.end].low if phrase.end < len(tokens) else ""
    # `Falk tells council`
    surname = len(words) == 1 and words[0].is_capital and _speaks(verb)
    known = surname or _is_somebody(words)
    return (phrase, colon) if known and (at > colon or _tells(tokens, phrase.end)) else None


def _is_somebody(words: Sequence[Token]) -> bool:
    """Whether words name a person in full or tell who people are: `Ada Falk`, `survivors`."""
    last = words[-1]
    before = [w for w in words if not w.is_capital]
    named = not before or is_role_noun(before[-1].low)  # but not `the day Ada Falk left`
    person = named and len(words) > 1 and all(w.is_capital for w in words[-2:])
    described = is_role_noun(singular(last.low)) or last.low in PEOPLE
    return not last.is_possessive and (person or (described and not last.is_capital))


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands behind somebody tells that they speak, or of what: `on grief`; not `on
    the life of Bo Lind`.
    """
    while at < len(tokens) and tokens[at].text == ",":
        at = next((i for i in range(at + 1, len(tokens)) if not tokens[i].is_word), len(tokens)) + 1
    if at >= len(tokens):
        return False
    low = tokens[at].low
    others = [t.is_capital for t in tokens[at + 1 :]]
    if low == "on":
        return not any(one and other for one, other in pairwise(others))
    return low in TELLS or _speaks(low)


def _speaks(low: str) -> bool:
    """Whether a verb is one of speech that tells what is spoken of: not `Siblings found alive`."""
    return is_speech_verb(low) and low not in SAYS | {"found", "told"} and not low.endswith("ed")
