"""Days that are somebody's given name: `Pastor Sunday Falk`."""

from collections.abc import Sequence

from tui.analysis.character import TITLES
from tui.analysis.frames import DETERMINERS
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.tokens import Token

GIVEN_DAYS = frozenset(["sunday", "monday", "friday"])


def is_given_day(words: Sequence[Token], i: int) -> bool:
    """Whether a word is such a name: right behind a title or a role and before a surname, but not
    in `told the mayor Monday Bo Lind would go`.
    """
    if words[i].low not in GIVEN_DAYS or not 0 < i < len(words) - 1:
        return False
    before, behind = words[i - 1].low, words[i + 1]
    title = before.rstrip(".") in TITLES
    told = i > 1 and words[i - 2].low in DETERMINERS and not title
    surname = behind.is_capital and not is_role_noun(behind.low)
    return (title or is_role_noun(before)) and surname and not told
