"""Quotations that nothing claims, given to who has the floor."""

from tui.analysis.attribution import Attribution
from tui.analysis.quotation import Quotation
from tui.article.model import Span


def floor(
    q: Quotation,
    mention: Span | None,
    head: Span | None,
    confidence: float,
    reason: str,
    block: int,
) -> Attribution:
    """A quotation that goes to whom a mention stands for; `head` is what names them in it."""
    return Attribution(
        "direct", q.spans, None, mention, head, confidence, reason, block, evidence="floor"
    )


def same(
    attribution: Attribution, q: Quotation, block: int, confidence: float, reason: str
) -> Attribution:
    """A quotation that goes to who says something else."""
    return floor(q, attribution.mention, attribution.head, confidence, reason, block)
