"""Where an `and` is within what one person is: `Chairman and CEO`, `trade and energy minister`."""

from collections.abc import Sequence

from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.name_starts import OFFICE_WORDS
from tui.analysis.role_nouns import KIN, RANKS, is_role_noun
from tui.analysis.tokens import Token

# What a minister, a committee or a director has in hand.
FIELDS = frozenset(
    """
affairs agriculture arts broadcasting business care climate commerce communication communications
communities community construction consumer crime culture customs cyber data defence defense
design development digital disability economic economy education electricity employment energy
engineering enterprise environment equality equalities export families finance fisheries food
foreign forestry fuels gas gender heritage home housing immigration industry information
infrastructure innovation integration interior investment irrigation justice labor labour legal
livestock local marketing media mines mining natural operations parliamentary pensions petroleum
planning police policy ports power prisons procurement public regional research resources risk
roads rural safety sales sanitation science security services skills social sport sports strategy
tax taxation technology telecommunications tourism trade training transport transportation urban
veterans water welfare women work works youth health
""".split()
)
# What stands with a capital right before an `and`, and is nobody's surname.
POSTS = frozenset(
    """
chairman chairwoman chairperson chair president vice-president director secretary minister ceo cfo
coo cto governor mayor editor publisher manager founder co-founder treasurer officer executive
chancellor commissioner premier owner partner principal
""".split()
)
MOST_WORDS = 4
# Behind such a word two roles may be two persons’.
APART = frozenset("the a an both between".split())


def joins_posts(words: Sequence[Token], at: int) -> bool:
    """Whether the `and` at a place among some words is within what one person is, who is named
    behind it: `PAGCOR Chairman and CEO Ada Falk`, `science and technology minister Bo Lind`; but
    not `the mayor and councillor Ada Falk`.
    """
    if not 0 < at < len(words) - 2 or words[at].low != "and":
        return False
    before, behind = words[at - 1], words[at + 1]
    posts = range(at + 1, min(at + 1 + MOST_WORDS, len(words) - 1))
    post = next((i for i in posts if _is_post(words, i)), None)
    if post is None or not words[post + 1].is_capital:
        return False
    between = words[at + 1 : post]
    if before.low in FIELDS and behind.low in FIELDS:
        return post > at + 1 and all(w.is_word for w in between)
    if not all(w.low in OFFICE_WORDS | RANKS for w in between):
        return False
    alike = before.is_capital == behind.is_capital or at == 1 or before.low in POSTS
    held = before.low in POSTS or (is_role_noun(before.low) and not (at > 1 and before.is_capital))
    kin = before.low in KIN  # `his wife and daughter Ada Falk`
    return alike and held and not kin and _opener(words, at) not in APART


def is_of_a_post(low: str) -> bool:
    """Whether a word, in lower case, may be one of a post's: `vice`, `trade`, `secretary`."""
    return low in FIELDS | OFFICE_WORDS | RANKS or is_role_noun(low)


def _is_post(words: Sequence[Token], at: int) -> bool:
    """Whether a word is what somebody is, and does not only tell the kind of it: `justice`."""
    return is_role_noun(words[at].low) and not (
        words[at].low in FIELDS | OFFICE_WORDS and is_role_noun(words[at + 1].low)
    )


def _opener(words: Sequence[Token], at: int) -> str:
    """What the phrase begins with that a word ends, in lower case."""
    first = at - 1
    while first > 0 and words[first - 1].is_word and not is_speech_verb(words[first - 1].low):
        first -= 1
        if words[first].low in DETERMINERS | PREPOSITIONS:
            break
    return words[first].low
