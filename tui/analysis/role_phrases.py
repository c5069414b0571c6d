"""A phrase that says what somebody is, as it is kept of them: its words, and its text."""

from collections.abc import Sequence

from tui.analysis.character import FEMALE_TITLES, MALE_TITLES, Character
from tui.analysis.frames import PREPOSITIONS
from tui.analysis.offices_in_letters import letters_of
from tui.analysis.role_nouns import (
    FEMALE,
    IN_LETTERS,
    KIN,
    MALE,
    ROLE_NOUNS,
    RULERS,
    YEARS,
    agent_noun,
    in_full,
    is_role_noun,
    singular,
)
from tui.analysis.tokens import Token

# What stands before a name and is no role: `the pharmacist Dr. Weil`.
ADDRESSES = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset("dr prof engr barr adv hon datuk datin dato dato’ seri sri tan puan tun".split())
) - frozenset("father brother sister king queen prince princess mullah ayatollah maulana".split())
# What stands between a role and the name, in short: `the army’s spokesman Col Falk`
RANKED = frozenset(
    "gen col lt sgt capt maj adm cmdr brig cpl cllr coun barrister advocate maulana maulvi".split()
)
# `a retired pilot named Ada Falk`
CALLED = frozenset(["named", "called"])
# What tells too little of anybody to be shown.
NO_ROLES = frozenset(["man", "woman", "boy", "girl"])
SOMEBODY_S = KIN | frozenset(
    """
friend neighbour neighbor colleague partner lawyer attorney solicitor barrister counsel agent aide
deputy assistant boss predecessor successor counterpart biographer teacher doctor landlord employer
""".split()
)
# What somebody was is not told in place of what they are.
PAST_ROLES = frozenset("former retired ex erstwhile onetime".split())
# What does not end a role: `author of “The Harbour”`.
GOING_ON = PREPOSITIONS | frozenset(
    "a an the its his her their and or but who whom whose which that now currently".split()
)
# A role that is longer does not take the place of another.
LONGEST_SHOWN = 60
# Offices that stand before a name alone, in letters, and how they are shown.
ABBREVIATED = {
    "sen.": "Senator",
    "rep.": "Representative",
    "gov.": "Governor",
    "del.": "Delegate",
    "ald.": "Alderman",
    "cm": "Chief Minister",
    "pm": "Prime Minister",
    "fm": "FM",
}
# What tells who somebody is to another: `rival Sen. Ada Falk`.
BESIDE = frozenset(["rival", "fellow"])
# What somebody is to another, which tells less than an office.
SIDES = frozenset(
    """
supporter backer surrogate associate foe fan critic adversary confidant confidante appointee
constituent ally rival loyalist
""".split()
)


def is_role(low: str) -> bool:
    """Whether a word, in lower case, names what somebody is, if only before a name."""
    return is_role_noun(low) or low in ABBREVIATED or low in RULERS | YEARS


def take_role(text: str, words: Sequence[Token], character: Character, whose: str = "") -> None:
    """Keep what some words say that somebody is; `whose` is the word that says whose, if any."""
    while len(words) > 1 and (is_address(words) or words[-1].text in GOING_ON):
        words = words[:-1]
    while len(words) > 1 and words[0].low in BESIDE and words[1].is_capital:
        words = words[1:]
    if len(words) > 1 and words[-1].low in ABBREVIATED:
        before = words[-2].low
        several = singular(before) != before and is_role_noun(singular(before))
        if before in BESIDE or several:
            words = words[-1:]  # `Lind’s primary rival Sen. Ada Falk`, `candidates Sen. Ada Falk`
        elif is_role_noun(before) and before != "incumbent" and words[-1].low not in IN_LETTERS:
            words = words[:-1]  # `nominee Gov. Ada Falk`
    last = words[-1]
    shown = ABBREVIATED.get(last.low, text[last.start : last.end])
    phrase = text[words[0].start : last.start] + shown
    if whose and last.low in SOMEBODY_S:
        phrase = f"{whose} {phrase}"
    head = before_preposition(words)
    character.take_role(in_full([t.low for t in head]))
    character.roles.update(letters_of([t.low for t in words]))
    # `chosen in spring to mediate`
    agents = (agent_noun(t.low) for t in words if t.low not in ROLE_NOUNS)
    character.deeds.update(noun for noun in agents if noun is not None)
    # `a spokesman for the mayor` is no mayor
    rest = (t.low for t in words[len(head) :])
    character.roles.update(w for w in rest if w not in PREPOSITIONS and not is_role_noun(w))
    for token in words:
        noun = token.low.removeprefix("ex-")
        if noun in MALE:
            character.genders["m"] += 3
        elif noun in FEMALE:
            character.genders["f"] += 3
    known = character.role
    if phrase.lower() in NO_ROLES:
        return
    longer = known is not None and len(known) < len(phrase) < LONGEST_SHOWN
    side = bool(head) and head[-1].low in SIDES
    was_side = known is not None and known.split()[-1].lower() in SIDES
    more = known is None or known.startswith("who ") or (longer and side <= was_side)
    if (more or (was_side and not side)) and not (known and words[0].low in PAST_ROLES):
        character.role = phrase


def before_preposition(words: Sequence[Token]) -> Sequence[Token]:
    """The words of a phrase as far as its first preposition."""
    end = next((k for k, t in enumerate(words) if t.low in PREPOSITIONS), len(words))
    return words[:end]


def is_address(words: Sequence[Token]) -> bool:
    """Whether words end in what only stands before a name: `the pharmacist Dr.`, but not `the first
    lady`.
    """
    last, before = words[-1], words[-2]
    if last.low == "lady" and before.low == "first":
        return False
    # `army spokesman Col`, but `Detective Sgt`
    held = before.low in IN_LETTERS or (not before.is_capital and is_role_noun(before.low))
    rank = last.low.rstrip(".") in RANKED and last.is_capital and held
    return rank or last.low.rstrip(".") in ADDRESSES | CALLED
