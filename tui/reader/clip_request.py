"""What a screen tells when a quote is to be put on the clippings list."""

from textual.message import Message

from tui.analysis.model import Analysis, Quote


class ClipRequested(Message):
    """A quote of an analysis is to be kept."""

    def __init__(self, analysis: Analysis, quote: Quote) -> None:
        super().__init__()
        self.analysis, self.quote = analysis, quote
