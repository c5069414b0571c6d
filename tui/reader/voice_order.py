"""The orders in which an article's voices can stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Speaker

Order = Literal["by share", "as they speak", "by name"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)
_ARTICLE: Final = re.compile(r"(?:an?|the)\s+", re.I)


def in_order(order: Order, ranked: Sequence[Speaker], analysis: Analysis) -> list[Speaker]:
    """Speakers, given by share, in an order; by name they go without their articles."""
    if order == "as they speak":
        first = dict[str | None, int]()
        for quote in analysis.quotes:
            start = min((span.start for span in quote.spans), default=0)
            first[quote.speaker] = min(start, first.get(quote.speaker, start))
        return sorted(ranked, key=lambda speaker: first.get(speaker.id, len(analysis.article.text)))
    if order == "by name":
        return sorted(ranked, key=lambda speaker: _ARTICLE.sub("", speaker.name, 1).casefold())
    return [*ranked]


def order_after(order: Order) -> Order:
    """The next one; round the end."""
    return ORDERS[(ORDERS.index(order) + 1) % len(ORDERS)]
