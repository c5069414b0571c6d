"""Whom a paragraph alone is about so far: `One resident was not convinced. “Nature?” he said.`"""

import re
from collections.abc import Sequence

from tui.analysis.cast import Voice
from tui.analysis.character import PRONOUN_GENDER, Character
from tui.analysis.cues import ASKING
from tui.analysis.noun_phrases import SUBJECT_PRONOUNS
from tui.analysis.phrase_heads import is_object
from tui.analysis.role_nouns import FEMALE, KIN, MALE
from tui.analysis.tokens import Token

# What a paragraph begins with that goes back to whom an article is about.
BACK_THEN = re.compile(
    r"(?:Born|Raised|Educated|Married|Drafted|Elected|Appointed|Orphaned|Widowed)\b"
    r"|(?:In|During) (?:an?|his|her|one|the) (?:[\w-]+ ){0,3}?"
    r"(?:interview|memoir|autobiography|diary)\b"
)
# What an obituary's paragraph tells of whoever has died.
LIFE = re.compile(
    r"(?:He|She) (?:never )?(?:was (?:born|educated|raised|brought up|apprenticed|widowed)|married"
    r"|grew up|studied|trained|leaves|is survived|left school|read [A-Z]?\w+ at)\b"
)


def alone_in(
    words: Sequence[Token],
    leading: Sequence[tuple[int, Character | Voice]],
    named: Sequence[Character],
    gender: str,
) -> Character | Voice | None:
    """Who the words of a paragraph before a pronoun of a gender tell of, and of nobody else.

    `leading` are those who lead its sentences by a description or for the first time by name,
    each with the offset of that; `named` the persons who are named in them. None where there are
    others, where the pronoun does not fit, or where it rather is one of whom these are told:
    `An aide handed him a note`, `A reporter asked why`.
    """
    who = list({id(whom): (at, whom) for at, whom in leading}.values())
    if len(who) != 1:
        return None
    at, whom = who[0]
    character = whom if isinstance(whom, Character) else whom.character
    if any(c is not character for c in named) or not fits(whom, gender):
        return None
    lows = {t.low for t in words}
    if lows & ASKING or _tells_of_another(words, at, gender):
        return None
    return whom


def goes_back(text: str, begin: int, end: int) -> bool:
    """Whether a paragraph's first words, before an offset, lead back to whom the article is about,
    and not to who has just spoken: `Born in 1936, he`, `She married Bo Lind`.
    """
    back = BACK_THEN.match(text, begin, end) or LIFE.match(text, begin)
    return back is not None


def fits(whom: Character | Voice, gender: str) -> bool:
    """Whether a pronoun of a gender may be somebody: one person, not `her brother`."""
    other = FEMALE if gender == "m" else MALE
    if isinstance(whom, Character):
        return whom.type == "person" and whom.lean(gender) >= 0 and other.isdisjoint(whom.roles)
    if whom.character is not None:
        return fits(whom.character, gender)
    person = whom.kind in ("person", "unknown") and other.isdisjoint(whom.roles)
    # `her brother` may be somebody whom the article names
    return person and not whom.owned and whom.called in (None, gender)


def _tells_of_another(words: Sequence[Token], at: int, gender: str) -> bool:
    """Whether a pronoun of the gender stands before who leads, or is an object: of somebody else.

    But a possessive may (`Her daughter worries`), where that one is kin of another gender.
    """
    for i, token in enumerate(words):
        if PRONOUN_GENDER.get(token.low) != gender:
            continue
        if is_object(words, i) or (token.low in SUBJECT_PRONOUNS and token.start < at):
            return True
        # `His deputy was not there`
        if token.start <= at and not any(t.low in KIN for t in words[i + 1 : i + 3]):
            return True
    return False
