"""Names of bodies in which an `and` stands: `the Arts and Crafts Guild`."""

from collections.abc import Sequence

from tui.analysis.name_types import ORGANIZATION_WORDS
from tui.analysis.names import Name
from tui.article.model import Span

LEAST_WORDS = 4
LAST = ORGANIZATION_WORDS | {"coalition", "workers", "employees", "engineers", "teachers"}


def joined_bodies(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names, in order; two that are parts of a body's are one, an organization."""
    joined: list[Name] = []
    for name in names:
        if joined and _are_one(text, joined[-1], name):
            joined[-1] = Name(Span(joined[-1].span.start, name.span.end), "organization")
        else:
            joined.append(name)
    return joined


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
