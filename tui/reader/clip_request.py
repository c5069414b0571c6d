"""What a screen tells when a quote is to be put on the clippings list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Quote


class ClipRequested(Message):
    """A quote of an analysis is to be kept."""

    def __init__(self, analysis: Analysis, quote: Quote) -> None:
        super().__init__()
        self.analysis, self.quote = analysis, quote
