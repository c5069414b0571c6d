"""Bodies that are somebody's and have no name: `his campaign` is shown as `Ada Falk’s campaign`."""

from collections.abc import Sequence

from tui.analysis.character import PRONOUN_GENDER
from tui.analysis.phrase_heads import head_noun
from tui.analysis.tokens import Token

# What stands for somebody alone, and is not called anything else.
OWNED = frozenset("campaign office family camp team staff administration estate household".split())


def is_owned(words: Sequence[Token]) -> bool:
    """Whether a description is of such a body of him or her: `his campaign`, `her legal team`."""
    return words[0].low in PRONOUN_GENDER and head_noun([w.low for w in words]) in OWNED


def shown_with(owner: str, shown: str, text: str) -> str:
    """A description with its owner's name in place of the pronoun, as the text writes it."""
    mark = "’" if "’" in text or "'" not in text else "'"
    return f"{owner}{mark}s {shown.partition(' ')[2]}"
