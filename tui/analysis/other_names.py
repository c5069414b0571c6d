"""Two full names of one person, as the text tells: `Nip Falk, whose real name is Ada Lind`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.analysis.character import NamedSpan, name_words

# What stands between the names, but for a `born to Bo Falk`.
TELLS = re.compile(
    r"(?:,? \(?|,? [–—-] |, )(?:whose )?(?:"
    r"(?:real|full|birth|legal|given) name(?: is| was|,|:)?|born|née|né|a\.?k\.?a\.?|aka) "
)


def other_names(text: str, names: Sequence[NamedSpan]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The words of each name that somebody goes by beside another, with those of the other."""
    others = dict[tuple[str, ...], tuple[str, ...]]()
    for one, other in pairwise(names):
        people = one.type == "person" and other.type == "person"
        if people and TELLS.fullmatch(text, one.span.end, other.span.start):
            first, second = (tuple(name_words(text[slice(*n.span)])) for n in (one, other))
            if len(second) > 1 and first != second:
                others.setdefault(first, second)
                others.setdefault(second, first)
    return others
