"""What a key copies of the open article, and why it may have nothing to copy."""

from dataclasses import dataclass

from textual.message import Message

from tui.analysis.model import Analysis, Quote
from tui.export.attributed_text import quote_text, summaries_text, summary_text
from tui.reader.reading import Reading


class NothingToCopyError(Exception):
    """There is nothing to copy; the message says what to do first."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Text for the clipboard; `what` names it."""

    text: str
    what: str


class CopyRequested(Message):
    """Something is to be copied."""

    def __init__(self, copied: Copied) -> None:
        super().__init__()
        self.copied = copied


def found(what: str, reading: Reading, quote_id: str | None) -> Copied:
    """The `quote` of this id, the chosen speaker's `summary`, or all `summaries`.

    Raises NothingToCopyError where there is none.
    """
    if what == "quote":
        return _quote(reading, quote_id)
    return _summary(reading) if what == "summary" else _summaries(reading)


def _quote(reading: Reading, quote_id: str | None) -> Copied:
    current = reading.quote(quote_id)
    if current is None or reading.shown is None:
        raise NothingToCopyError("Choose a quote first: n goes to the next one.")
    return copied_quote(reading.shown, current)


def copied_quote(analysis: Analysis, quote: Quote) -> Copied:
    """A quote of an analysis with its attribution."""
    speaker = next((s for s in analysis.speakers if s.id == quote.speaker), None)
    what = f"quote of {speaker.name}" if speaker else "quote"
    return Copied(quote_text(analysis, quote), what)


def _summary(reading: Reading) -> Copied:
    if reading.chosen is None or reading.shown is None:
        raise NothingToCopyError("Choose a voice first: s goes to the next one.")
    text = summary_text(reading.shown, reading.chosen)
    return Copied(text, f"summary of {reading.chosen.name}")


def _summaries(reading: Reading) -> Copied:
    if reading.shown is None or not reading.shown.speakers:
        raise NothingToCopyError("No voices have been found yet.")
    return Copied(summaries_text(reading.shown), "all summaries")
