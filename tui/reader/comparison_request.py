"""What a screen tells when two voices of its article are to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.signal import Signal

from tui.reader.speaker_colours import SpeakerColours

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Speaker


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of an article by now, and how its voices look."""

    analysis: Analysis
    colours: SpeakerColours

    @property
    def speakers(self) -> list[Speaker]:
        """Whoever has words that are seen, in the order of their keys."""
        by_id = {s.id: s for s in self.analysis.speakers if s.quotes}
        return [by_id[i] for i in self.colours.order if i in by_id]


class ComparisonRequested(Message):
    """Two voices are to be compared, `first` and another one; `later` tells of newer answers.

    The screen is then told to `go_to` the sentence that was chosen, if one was.
    """

    def __init__(self, seen: Seen, first: Speaker | None, later: Signal[Seen]) -> None:
        super().__init__()
        self.seen, self.first, self.later = seen, first, later
