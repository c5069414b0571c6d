"""Several who speak as one: `Ada Falk and Bo Lind said`, and later `the two ministers`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.analysis.character import TITLES, NamedSpan
from tui.analysis.frames import DETERMINERS
from tui.analysis.role_nouns import is_role_noun, singular
from tui.article.model import Span

# What joins names to one another.
JOINS = re.compile(r"(?:,| and|, and| &|,? as well as)\s")

LONGEST_ROLE = 4


def joined_names(text: str, head: Span, names: Sequence[NamedSpan]) -> Sequence[NamedSpan]:
    """The names in a noun phrase if it is nothing but these, two or more, with their titles and
    roles; else none. Offsets are code points of the text.
    """
    if len(names) < 2 or text[names[-1].span.end : head.end].strip():
        return ()
    leading = [text[head.start : names[0].span.start]]
    for one, other in pairwise(names):
        between = text[one.span.end : other.span.start]
        join = JOINS.match(between)
        if join is None:
            return ()
        leading.append(between[join.end() :])
    last = text[names[-2].span.end : names[-1].span.start]
    listed = not last.startswith(", ") or last.startswith(", and ")
    return names if listed and all(map(_leads, leading)) else ()


def _leads(words: str) -> bool:
    """Whether words are a name's title or role, or none at all: `Mr`, `Finance Minister`, `two
    surveyors,`.
    """
    lows = [word.strip(",") for word in words.lower().split()]
    if not lows:
        return True
    last = lows[-1]
    role = is_role_noun(last) or is_role_noun(singular(last))
    return len(lows) <= LONGEST_ROLE and (role or last in TITLES or last in DETERMINERS)
