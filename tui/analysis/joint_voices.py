"""Several who speak as one: `Ada Falk and Bo Lind said`, and later `the two ministers`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.analysis.character import TITLES, NamedSpan
from tui.analysis.frames import DETERMINERS
from tui.analysis.role_nouns import is_role_noun, singular
from tui.article.model import Span

# What joins names to one another, behind what may be told of the one before: `Ada Falk, the mayor
# of Strand, and Bo Lind`.
JOINS = re.compile(
    r"(?:, (?:the|an?|his|her|its|their) [^,;:“”\"]{2,70},(?= (?:and|as well)\b))?"
    r"(?:,? and|,? as well as| &|,)\s"
)
# What is told of the last, or of all: `Ada Falk and Bo Lind, the band’s founders,`
TOLD = re.compile(r"(?:, [^;:“”\"]*)?\s*")

LONGEST_ROLE = 4


def joined_names(text: str, head: Span, names: Sequence[NamedSpan]) -> Sequence[NamedSpan]:
    """The names in a noun phrase if it is nothing but these, two or more, with their titles and
    roles and what is told of them; else none. Offsets are code points of the text.
    """
    people = [name for name in names if name.type == "person"]
    names = people if len(people) > 1 else names
    if len(names) < 2 or not TOLD.fullmatch(text, names[-1].span.end, head.end):
        return ()
    leading = [text[head.start : names[0].span.start]]
    listed = False
    for one, other in pairwise(names):
        between = text[one.span.end : other.span.start]
        join = JOINS.match(between)
        if join is None:
            return ()
        leading.append(between[join.end() :])
        listed = join[0].strip(" ,") != ""
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
