"""Names that the encoder sees in pieces, made whole, and those that it sees as one, parted."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui.analysis.capital_runs import PARTICLES
from tui.analysis.names import Name
from tui.article.model import Span

SMALL = PARTICLES | frozenset("des d of".split())
GOING_ON = SMALL - {"of", "y", "e"}
HYPHENS = "-‑"


def whole_tags(text: str, tags: Sequence[Name], people: Sequence[Span]) -> list[Name]:
    """The same names, in order: `Grande Boucle` and `des Alpes` are one, as are `Wei-` and `Lun`;
    of `Hsu of Marlow Securities`, where `people` has `Wei-Lun Hsu`, the body is left.

    `people` are full names of persons, in order.
    """
    made: list[Name] = []
    for tag in _parted(text, tags, people):
        before = made[-1] if made else None
        if before is not None and _goes_on(text, before.span, tag.span):
            longer = max(before, tag, key=lambda n: n.span.end - n.span.start)
            made[-1] = Name(Span(before.span.start, tag.span.end), longer.type)
        else:
            made.append(tag)
    return made


def _parted(text: str, tags: Sequence[Name], people: Sequence[Span]) -> Iterator[Name]:
    ends = [span.end for span in people]
    for tag in tags:
        at = bisect_right(ends, tag.span.start)
        end = ends[at] if at < len(people) and people[at].start <= tag.span.start else tag.span.end
        rest = Span(end + len(" of "), tag.span.end)
        if tag.type != "person" and rest.start < rest.end and text.startswith(" of ", end):
            yield Name(rest, tag.type)
        else:
            yield tag


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """Whether a name is the rest of the one before it."""
    between = text[before.end : span.start]
    if between == "" and (text[before.end - 1] in HYPHENS or text[span.start] in HYPHENS):
        return True
    if between != " ":
        return False
    first, last = text[slice(*span)].split()[0], text[slice(*before)].split()[-1]
    return first in GOING_ON or last in SMALL
