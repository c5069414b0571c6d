"""The gender that the rest of a sentence tells: `The minister held up his hands`."""

from collections.abc import Callable, Sequence

from tui.analysis.character import PRONOUN_GENDER, Character
from tui.analysis.phrase_heads import is_object
from tui.analysis.tokens import Token

# A pronoun so many words behind a description may still be of its gender.
REACH = 12


def gender_behind(
    words: Sequence[Token], head_end: int, named_at: Callable[[int], Character | None]
) -> str | None:
    """The gender of who is described up to an offset, by the words of its sentence behind it."""
    rest = [t for t in words if t.start >= head_end][:REACH]
    for i, token in enumerate(rest):
        if named_at(token.start) is not None:
            return None
        if token.low in PRONOUN_GENDER and not is_object(rest, i):
            return PRONOUN_GENDER[token.low]
    return None
