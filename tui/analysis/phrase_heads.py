"""What a noun phrase or a pronoun is about: its head noun, its kind of speaker, its case."""

import re
from collections.abc import Sequence

from tui.analysis.character import TITLES, NamedSpan
from tui.analysis.frames import (
    BARE_SUBJECTS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    is_number,
)
from tui.analysis.model import SpeakerKind
from tui.analysis.name_types import PARTIES
from tui.analysis.noun_phrases import TIME_WORDS
from tui.analysis.role_nouns import (
    BODIES,
    BY_RANK,
    COMPOUND_BODIES,
    CROWDS,
    OF_SOMEBODY,
    PAPERS,
    PEOPLE,
    is_paper,
    is_role_noun,
    singular,
)
from tui.analysis.tokens import Token

SEVERAL = frozenset("several many some most both all few".split())
REFLEXIVES = frozenset("myself ourselves yourself himself herself itself themselves".split())
POINTING = BARE_SUBJECTS | DETERMINERS | OBJECT_PRONOUNS | PRONOUNS | REFLEXIVES | RELATIVES
# What somebody says in writing, and who wrote it says it.
MESSAGES = frozenset("statement post tweet message email e-mail letter memo note text".split())
# Where somebody speaks, and not the page.
PAGES = frozenset("website site homepage account page feed blog".split())
# What somebody was or is, and no thing.
HELD = frozenset("former ex retired longtime long-time fellow disgraced".split())
CONJUNCTIONS = frozenset("that whether if and but when why how".split())
# What is named after a field that is also what somebody is.
OF_JUSTICE = (["department", "of", "justice"], ["ministry", "of", "justice"])
# What may stand before a number.
ABOUT = frozenset("about almost around at least more nearly over than up to".split())
COUNT = re.compile(r"\d{1,3}|\d{1,3}(?:,\d{3})+")
# `a memo written by`, but not `a memo seen by`.
SENDING = MESSAGES | frozenset("written signed sent posted issued published released".split())
# `a source close to the talks`
BEHIND = frozenset("close familiar aware present speaking led".split())


def head_noun(lows: Sequence[str]) -> str:
    """The noun that a phrase is about: the last word before `of`, `for`, `who` and the like, and
    before a participle: `a poll released on Friday`, `a man raking leaves`.
    """
    end = len(lows)
    for i, low in enumerate(lows):
        pause = low in PREPOSITIONS or low in ("who", "which", "that", ",")
        behind = low.endswith(("ed", "ing")) or low in BEHIND
        if i > 0 and (pause or (behind and describes(lows[i - 1]))) and not _has_post(lows, i):
            end = i
            break
    last = end - 1
    words = [
        w
        for i, w in enumerate(lows[:end])
        if w not in DETERMINERS and (i == last or w not in TITLES | {"’s"})
    ]
    if words[-1:] == ["general"] and len(words) > 1 and is_role_noun(one := singular(words[-2])):
        return words[-2] if one != words[-2] else words[-1]  # `the attorneys general of 14 states`
    return words[-1] if words else lows[end - 1]


def _has_post(lows: Sequence[str], of: int) -> bool:
    """Whether an `of` is within the name of the body where somebody has a post: `the Bank of
    Halland’s governor`, `a Department of Justice spokesman`, but not `the office of mayor`.
    """
    if lows[of] != "of" or lows[of - 1] not in BODIES - OF_SOMEBODY:
        return False
    ends = (i for i in range(of + 1, len(lows)) if lows[i] in PREPOSITIONS or lows[i] == ",")
    field = lows[of + 1 : next(ends, len(lows))]
    return len(field) > 1 and field[0] not in DETERMINERS and is_role_noun(field[-1])


def describes(low: str) -> bool:
    """Whether a word in lower case may be the noun of a speaker's description."""
    low = re.sub(r"[’']s?$", "", low)
    people = is_role_noun(low) or is_role_noun(singular(low)) or low in PEOPLE | CROWDS
    return people or is_paper(low) or low in BODIES


def governed(before: Sequence[str]) -> bool:
    """Whether a name belongs to a preposition: `an aide close to Mr Falk`, `by surveyor Tarn`, `for
    the Falk family`; not `the mayor of Strand, Owen Rask`, `mother of three Ada Falk`, `Department
    of Justice spokesman Bo Lind`.
    """
    last = max((i for i, w in enumerate(before) if w in PREPOSITIONS), default=-1)
    inner = before[last + 1 :]
    if len(inner) == 1 and is_number(inner[0]):
        return False
    if len(inner) > 1 and before[last - 1 : last + 2] in OF_JUSTICE:
        return False
    return last > 0 and all(is_role_noun(w) or w in DETERMINERS | PARTIES for w in inner)


def ends_with_person(named: NamedSpan, before: Sequence[str]) -> bool:
    """Whether a person's name follows its role: `the mayor of Strand, Owen Rask`."""
    return named.type == "person" and bool(before) and before[-1] not in PREPOSITIONS


def sender_of(words: Sequence[Token]) -> Sequence[Token]:
    """Who speaks by a message: `the minister` of `a post from the minister`, `the company` of `the
    company's website`; nothing if nobody.
    """
    lows = [w.low for w in words]
    owner = next((i for i, w in enumerate(words) if w.is_possessive), len(words))
    if lows[-1:] and lows[-1] in PAGES and owner < len(words) - 1:
        return words[: owner + 1]
    for i in range(1, len(words) - 1):
        wrote = lows[i] == "from" or not SENDING.isdisjoint(lows[i - 1 : i])
        if lows[i + 1] in TIME_WORDS:
            continue  # `an email from March`
        if lows[i] in ("from", "by") and wrote and not MESSAGES.isdisjoint(lows[max(0, i - 2) : i]):
            return words[i + 1 :]
    return ()


def kind_of(noun: str, lows: Sequence[str]) -> SpeakerKind:
    """The kind of speaker that a phrase's noun and its words, in lower case, make."""
    if tuple(lows[-2:]) in COMPOUND_BODIES:
        return "organization"
    # a headline's `regulator`, too, but `a regulator` may be a person
    bare = is_role_noun(noun) and lows[0] not in DETERMINERS and not is_number(lows[0])
    if noun in BODIES and (lows[0] == "the" or bare):
        return "organization"
    counts = next((low for low in lows if low not in ABOUT), "")
    if (is_number(counts) or COUNT.fullmatch(counts) or counts in SEVERAL) and counts != "one":
        return "group"
    one = singular(noun)
    if noun in PEOPLE | CROWDS or (one != noun and is_role_noun(one)):
        return "group"
    if noun not in BODIES and not is_paper(noun) and not HELD.isdisjoint(lows):
        return "person"  # `a former courtier`
    if noun in PARTIES and lows[0] in DETERMINERS:
        return "person"  # `one Democrat`
    if (
        is_role_noun(noun)
        or noun in BY_RANK
        or noun in ("one", "someone", "somebody", "source", "figure", "person")
    ):
        return "person"
    if noun in PAPERS:
        return "document"
    if noun in BODIES:
        return "organization"
    if noun.endswith("s") and lows[0] not in ("a", "an"):
        return "group"
    return "unknown"


def is_object(words: Sequence[Token], at: int) -> bool:
    """Whether a pronoun is an object and no possessive: `him`, and `her` before no noun."""
    low = words[at].low
    if low != "her":
        return low == "him"
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return not behind or behind in PREPOSITIONS | DETERMINERS | CONJUNCTIONS


def points_back(lows: Sequence[str]) -> bool:
    """Whether words in lower case say nothing of whom they stand for: `she`, `the two`, `who`."""
    return all(low in POINTING for low in lows)
