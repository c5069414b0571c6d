"""Names that the encoder sees in pieces, made whole, and those that it sees as one, parted."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui.analysis.capital_runs import PARTICLES
from tui.analysis.names import Name
from tui.analysis.tokens import tokens
from tui.article.model import Span

SMALL = PARTICLES | frozenset("des d of".split())
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
        if tag.type != "person" and end < tag.span.end and text.startswith(" of ", end):
            yield Name(Span(end + len(" of "), tag.span.end), tag.type)
        else:
            yield tag


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """Whether a name is the rest of the one before it."""
    between = text[before.end : span.start]
    if between == "" and (text[before.end - 1] in HYPHENS or text[span.start] in HYPHENS):
        return True
    if between != " ":
        return False
    first, last = tokens(text, *span)[0], tokens(text, *before)[-1]
    return (first.low in SMALL - {"of", "y", "e"} and not first.is_capital) or last.text in SMALL
