"""What a key copies of the open article, and why it may have nothing to copy."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from tui.analysis.model import Analysis, Quote, Speaker
from tui.export.attributed_text import quote_text, summaries_text, summary_text
from tui.export.report_words import counted
from tui.reader.reading import Reading
from tui.reader.steps import CHOOSE_FIRST, CHOOSE_VOICE
from tui.settings import CopyForm


class NothingToCopyError(Exception):
    """There is nothing to copy; the message says what to do first."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What is to be copied: `what` names it, `written` gives its text in the form of one's choice.

    Only quotes have several forms.
    """

    what: str
    written: Callable[[CopyForm], str]


class CopyRequested(Message):
    """Something is to be copied."""

    def __init__(self, copied: Copied) -> None:
        super().__init__()
        self.copied = copied


def found(what: str, reading: Reading, quote_id: str | None) -> Copied:
    """The `quote` of this id, the chosen speaker's `summary`, or all `summaries`.

    While all statements of the chosen one are listed in place of its summary, it is these.
    Raises NothingToCopyError where there is none.
    """
    if what == "quote":
        return _quote(reading, quote_id)
    return _summary(reading) if what == "summary" else _summaries(reading)


def _quote(reading: Reading, quote_id: str | None) -> Copied:
    current = reading.quote(quote_id)
    if current is None or reading.shown is None:
        raise NothingToCopyError(CHOOSE_FIRST)
    return copied_quote(reading.shown, current)


def copied_quote(analysis: Analysis, quote: Quote) -> Copied:
    """A quote of an analysis with its attribution."""
    speaker = next((s for s in analysis.speakers if s.id == quote.speaker), None)
    what = f"quote of {speaker.name}" if speaker else "quote"
    return Copied(what, partial(quote_text, analysis, quote))


def _summary(reading: Reading) -> Copied:
    if reading.chosen is None or reading.shown is None:
        raise NothingToCopyError(CHOOSE_VOICE)
    if reading.listing:
        return _statements(reading.shown, reading.chosen)
    if not reading.is_read and not reading.chosen.summary:
        later = "There is no summary yet: the article is still being read."
        raise NothingToCopyError(reading.stopped or later)
    text = summary_text(reading.shown, reading.chosen)
    return Copied(f"summary of {reading.chosen.name}", lambda _: text)


def _statements(analysis: Analysis, speaker: Speaker) -> Copied:
    own = [quote for quote in analysis.quotes if quote.speaker == speaker.id]

    def written(form: CopyForm) -> str:
        return "\n\n".join(quote_text(analysis, quote, form) for quote in own)

    return Copied(f"{counted(len(own))} of {speaker.name}", written)


def _summaries(reading: Reading) -> Copied:
    if reading.shown is None or not reading.shown.speakers:
        raise NothingToCopyError("No voices have been found yet.")
    text = summaries_text(reading.shown)
    return Copied("all summaries", lambda _: text)
