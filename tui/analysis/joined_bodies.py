"""Names of bodies in which an `and` stands: `the Arts and Crafts Guild`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.double_posts import FIELDS
from tui.analysis.name_types import ORGANIZATION_WORDS
from tui.analysis.names import Name
from tui.article.model import Span

LEAST_WORDS = 4
FIELD = re.compile(r"\bthe (?P<field>[A-Z][a-z]+) and $")
# So far before a name its field may begin.
REACH = 30
LAST = ORGANIZATION_WORDS | {"coalition", "workers", "employees", "engineers", "teachers"}


def joined_bodies(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names, in order; two that are parts of a body's are one, an organization."""
    joined: list[Name] = []
    for name in (_with_field(text, n) for n in names):
        if joined and _are_one(text, joined[-1], name):
            joined[-1] = Name(Span(joined[-1].span.start, name.span.end), "organization")
        else:
            joined.append(name)
    return joined


def _with_field(text: str, name: Name) -> Name:
    """A body's name with the field before its `and`: `the Environment and Land Court`."""
    begin = max(0, name.span.start - REACH)
    found = FIELD.search(text, begin, name.span.start) if name.type == "organization" else None
    last = text[slice(*name.span)].lower().split()[-1]
    if found is None or found["field"].lower() not in FIELDS or last not in LAST:
        return name
    return replace(name, span=Span(found.start("field"), name.span.end))


def _are_one(text: str, first: Name, second: Name) -> bool:
    start = first.span.start
    words = text[start : second.span.end].lower().split()
    return (
        second.type == "organization"
        and first.type in ("organization", "other")
        and text[first.span.end : second.span.start] == " and "
        and text[max(0, start - 4) : start].lower() == "the "
        and len(words) >= LEAST_WORDS
        and words[-1] in LAST
    )
