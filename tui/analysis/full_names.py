"""Names that are full enough to stand for the same voice in more than one article."""

from collections.abc import Iterable
from typing import Final

from tui.analysis.capital_runs import JOINERS, PARTICLES
from tui.analysis.character import name_words
from tui.analysis.model import SpeakerKind
from tui.analysis.name_starts import OFFICE_WORDS
from tui.analysis.role_nouns import is_role_noun

_NAMED_KINDS: Final = ("person", "organization")
_ARTICLES: Final = ("the", "a", "an")


def full_names(kind: SpeakerKind, names: Iterable[str]) -> frozenset[str]:
    """Those of a voice's names that tell it from others, each in one form for all of its forms.

    Conservative: two words at least, titles and articles left out, with capitals and none of a
    role. Groups, papers and those of whom nothing is known have none.
    """
    if kind not in _NAMED_KINDS:
        return frozenset()
    return frozenset(" ".join(words) for name in names if (words := _full(kind, name)))


def _full(kind: SpeakerKind, name: str) -> list[str]:
    words = name_words(name)
    while words and words[0] in _ARTICLES:
        words = words[1:]
    capitals = {low for word in name.split() if word[:1].isupper() for low in name_words(word)}
    small = PARTICLES if kind == "person" else PARTICLES | JOINERS
    named = [word for word in words if word in capitals]
    whole = len(named) > 1 and all(word in capitals or word in small for word in words)
    role = words and (words[0] in OFFICE_WORDS or all(map(is_role_noun, named)))
    return words if whole and (kind == "organization" or not role) else []
