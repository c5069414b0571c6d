"""Where an article's quotations stand, found by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.quotation import Quotation
from tui.article.model import Span


@dataclass(frozen=True, slots=True)
class Part:
    """One of a quotation's spans."""

    span: Span
    quotation: Quotation


class QuotedPlaces:
    """The quotations of an article, found by place."""

    def __init__(self, quoted: Sequence[Quotation]) -> None:
        self.parts = sorted(
            (Part(s, q) for q in quoted for s in q.spans), key=lambda part: part.span
        )
        self.starts = [part.span.start for part in self.parts]
        self.ends = [part.span.end for part in self.parts]

    def holds(self, span: Span) -> bool:
        """Whether a span lies inside a quotation that is closed."""
        at = bisect_right(self.starts, span.start) - 1
        return at >= 0 and span.end <= self.parts[at].span.end and self.parts[at].quotation.closed

    def begins(self, offset: int) -> bool:
        """Whether a quotation, or a part of one, begins at an offset."""
        at = bisect_left(self.starts, offset)
        return at < len(self.starts) and self.starts[at] == offset

    def before(self, offset: int) -> Part | None:
        """The last part that begins before an offset."""
        at = bisect_left(self.starts, offset) - 1
        return self.parts[at] if at >= 0 else None

    def behind(self, offset: int) -> Part | None:
        """The first part that begins at an offset or behind it."""
        at = bisect_left(self.starts, offset)
        return self.parts[at] if at < len(self.parts) else None

    def touched(self, spans: Sequence[Span]) -> list[Quotation]:
        """The quotations that share a character with some spans, in order, each once."""
        found: dict[int, Quotation] = {}
        for span in spans:
            at = bisect_right(self.ends, span.start)
            while at < len(self.parts) and self.parts[at].span.start < span.end:
                quotation = self.parts[at].quotation
                found[quotation.start] = quotation
                at += 1
        return [found[start] for start in sorted(found)]


def without(span: Span, others: Sequence[Span]) -> list[Span]:
    """What is left of a span outside some others."""
    left = [span]
    for other in others:
        left = [
            part
            for piece in left
            for part in (
                Span(piece.start, min(piece.end, other.start)),
                Span(max(piece.start, other.end), piece.end),
            )
            if part.start < part.end
        ]
    return left
