"""What a key copies of the open article, and why it may have nothing to copy."""

from dataclasses import dataclass

from tui.export.attributed_text import quote_text, summaries_text, summary_text
from tui.reader.reading import Reading


class NothingToCopyError(Exception):
    """There is nothing to copy; the message says what to do first."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Text for the clipboard; `what` names it."""

    text: str
    what: str


def quote(reading: Reading, quote_id: str | None) -> Copied:
    """A quote with its attribution. Raises NothingToCopyError without one."""
    current = reading.quote(quote_id)
    if current is None or reading.analysis is None:
        raise NothingToCopyError("Choose a quote first: n goes to the next one.")
    speaker = reading.speaker(current.speaker)
    what = f"quote of {speaker.name}" if speaker else "quote"
    return Copied(quote_text(reading.analysis, current), what)


def summary(reading: Reading) -> Copied:
    """The chosen speaker's summary. Raises NothingToCopyError without one."""
    if reading.chosen is None or reading.analysis is None:
        raise NothingToCopyError("Choose a voice first: s goes to the next one.")
    text = summary_text(reading.analysis, reading.chosen)
    return Copied(text, f"summary of {reading.chosen.name}")


def all_summaries(reading: Reading) -> Copied:
    """The summaries of all speakers. Raises NothingToCopyError where there are none."""
    if reading.analysis is None or not reading.analysis.speakers:
        raise NothingToCopyError("No voices have been found yet.")
    return Copied(summaries_text(reading.analysis), "all summaries")
