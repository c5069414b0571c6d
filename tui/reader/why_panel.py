"""Why a quote is its speaker's, in a few rows."""

from textual.content import Content
from textual.widgets import Static

from tui.analysis.model import Quote

_KINDS = {
    "direct": "in quotation marks, word for word",
    "mixed": "partly in quotation marks",
    "indirect": "told in other words",
}


class WhyPanel(Static, can_focus=False, inherit_bindings=False):
    """A small panel below the article; hidden until it is asked for."""

    def explain(self, quote: Quote, speaker_name: str | None) -> None:
        """Say why."""
        head = f"{speaker_name or 'Speaker unknown'}: {_KINDS[quote.kind]}"
        certainty = _certainty(quote.confidence)
        # Words of the article are never markup.
        self.update(Content(f"{head} · {certainty}\n{quote.reason.rstrip('.')}."))


def _certainty(confidence: float) -> str:
    per_cent = f"{confidence:.0%}".replace("%", " %")
    words = "sure" if confidence >= 0.85 else "likely" if confidence >= 0.6 else "a guess"
    return f"{words} ({per_cent})"
