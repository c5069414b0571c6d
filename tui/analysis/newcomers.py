"""Whom a sentence brings in, and whether that one has the floor then: `A man came over.`"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from tui.analysis.character import PRONOUN_GENDER
from tui.analysis.cues import ASKED, ASKING
from tui.analysis.frames import BE, DETERMINERS, PREPOSITIONS, PRONOUNS
from tui.analysis.noun_phrases import (
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    NounPhrase,
    noun_like,
    phrase_starting_at,
)
from tui.analysis.phrase_heads import head_noun, is_object
from tui.analysis.role_nouns import BODIES, is_role_noun
from tui.analysis.tokens import Token

BRINGS_IN = frozenset("a an one another".split())
# What opens a sentence with where something is, or when.
OPENS = PREPOSITIONS | frozenset(
    "behind beside beyond across along around above below opposite beneath there here then".split()
)
# What a sentence has before its subject where it tells where that is: `By the gate stood a man`.
STANDS = BE | frozenset(
    """
stood stands sat sits lay lies came comes waited waits knelt hung leaned lived lives walked appeared
""".split()
)
# So many words at most stand before such a subject.
LONGEST_OPENING = 9
# What tells that somebody says nothing: `A spokesman declined to comment`.
SILENT = frozenset(
    """
declined declines refused refuses died dies ignored available unavailable respond return reached
reply comment drowned missing hospital custody dead
""".split()
)
# How one takes what another has said.
REACTS = frozenset(
    """
agreed agrees disagreed disagrees concurred concurs differed differs demurred demurs dissented
objected objects protested protests nodded nods shrugged shrugs laughed laughs chuckled chuckles
smiled smiles grinned grins sighed sighs frowned frowns winced winces scoffed scoffs shook shakes
wept weeps snorted snorts begged begs doubts doubted echoed echoes sure convinced unconvinced
sceptical skeptical cautious blunter blunt relieved
""".split()
)
# Behind these a word in `-ed` or the like is what was done to somebody.
DONE = frozenset(
    """
shot hit killed held found taken caught born left put sent seen thrown beaten stolen struck
""".split()
)
NO_DEEDS = frozenset(
    "pleased surprised tired worried disappointed relieved unimpressed bemused delighted".split()
)


def behind_opening(tokens: Sequence[Token]) -> NounPhrase | None:
    """Whom a sentence brings in behind an opening that no comma ends: `Outside the bakery an old
    woman was feeding pigeons`, `By the gate stood a young man`.
    """
    if not tokens or tokens[0].low not in OPENS:
        return None
    for i in range(1, min(len(tokens), LONGEST_OPENING)):
        word, before = tokens[i], tokens[i - 1]
        if not word.is_word or word.low in PRONOUNS:
            return None
        placed = before.low in OPENS
        if word.low not in BRINGS_IN or placed:
            if word.low in DETERMINERS and not placed:
                return None
            if is_role_noun(word.low) or word.low in BODIES:
                return None
            continue
        noun = noun_like(before) or before.low in TIME_WORDS
        ends = before.low in STANDS or (noun and not before.low.endswith("ed"))
        phrase = phrase_starting_at(tokens, i) if ends else None
        lows = [t.low for t in tokens[phrase.start : phrase.end]] if phrase else [""]
        return phrase if is_role_noun(head_noun(lows)) else None
    return None


def has_the_floor(
    words: Sequence[Token], at: int, gender: str, said: AbstractSet[str], *, owned: bool
) -> bool:
    """Whether whom a sentence brings in at an offset may be who a pronoun of a gender behind it
    stands for: not where it tells that they say nothing, or of another one of the gender.

    Who is `owned` by one who may be of that gender, or spoken of in what is `said` then, is it only
    where they take up what was said: `Her friend Joan Lind disagreed`, but not `Lind scored twice.
    “He was great,” he said`. `said` are the words, in lower case.
    """
    owned = owned or any(PRONOUN_GENDER.get(low) == gender for low in said)
    behind = [w for w in words if w.start >= at]
    lows = {w.low for w in behind}
    if lows & (ASKED | ASKING | SILENT) or _is_done_to(behind):
        return False
    for i, word in enumerate(words):
        if PRONOUN_GENDER.get(word.low) != gender:
            continue
        if is_object(words, i) or (word.low in SUBJECT_PRONOUNS and word.start < at):
            return False
        owned = owned or word.start < at
    return not owned or not lows.isdisjoint(REACTS)


def _is_done_to(words: Sequence[Token]) -> bool:
    """Whether something is done to whoever leads some words: `A man was arrested`."""
    at = next((i for i, w in enumerate(words) if w.low in BE), len(words))
    behind = words[at + 1 : at + 3]
    return any(w.low in DONE or (w.low.endswith("ed") and w.low not in NO_DEEDS) for w in behind)
