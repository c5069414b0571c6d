"""What is said and who it is tied to, before it is known whom the mention stands for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tui.analysis.model import QuoteKind
from tui.analysis.quotation import Quotation
from tui.article.model import Span

Evidence = Literal["cue", "turn", "question", "answer", "setting", "floor"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said, before it is known who its mention stands for.

    `spans` are in the article's order; `mention` is the whole noun phrase (or a transcript's
    label), `head` the part of it that names the source; both are None where the text ties nobody
    to the words. `block` is where it begins. `evidence` is what ties the two: a cue, a turn of a
    transcript or interview with labels, a question or an answer of one without, the setting (a
    colon, a signature), or who has the floor.
    `confidence` is in [0, 1], and not calibrated.
    """

    kind: QuoteKind
    spans: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    head: Span | None
    confidence: float
    reason: str
    block: int
    evidence: Evidence = "cue"

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return self.spans[0].start


def extended(attribution: Attribution, more: Sequence[Quotation]) -> Attribution:
    """The same attribution with further quotations that go on with it."""
    spans = merged([*attribution.spans, *(s for q in more for s in q.spans)])
    return replace(attribution, spans=spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return tuple(result)


# An attribution with the quotations that it takes in.
Claimed = tuple[Attribution, list[Quotation]]
