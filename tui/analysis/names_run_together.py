"""Two names that no comma parts: `In a talk with the Harbour Post Falk said`."""

import re
from collections.abc import Iterator, Sequence

from tui.analysis.cues import speaks_behind
from tui.analysis.frames import PREPOSITIONS
from tui.analysis.name_types import ORGANIZATION_WORDS
from tui.analysis.names import Name
from tui.analysis.tokens import tokens
from tui.article.model import Span

SENTENCE = re.compile(r"(?:^|[.!?]|\n)[”\"’']?\s*(?P<first>[A-Z][a-z]+) [^.!?\n]*$")
# So far before a name its sentence may begin.
REACH = 300


def parted(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names, in order; one that ends in the name of a person, who goes on to speak behind
    a sentence's first words, is two.
    """
    people = [text[slice(*n.span)].split() for n in names if n.type == "person"]
    full = {tuple(words) for words in people if len(words) > 1}
    surnames = {words[-1:] for words in full}
    return [part for name in names for part in _parts(text, name, full | surnames)]


def _parts(text: str, name: Name, people: set[tuple[str, ...]]) -> Iterator[Name]:
    words = tokens(text, *name.span)
    speaks = name.type != "person" and speaks_behind(text, name.span.end)
    for first in range(1, len(words)) if speaks else ():
        if tuple(w.text for w in words[first:]) not in people:
            continue
        begins = SENTENCE.search(text, max(0, name.span.start - REACH), name.span.start)
        opens = begins is not None and begins["first"].lower() in PREPOSITIONS
        if opens and words[first - 1].low in ORGANIZATION_WORDS:
            yield Name(Span(name.span.start, words[first - 1].end), name.type)
            yield Name(Span(words[first].start, name.span.end), "person")
            return
    yield name
