"""What a screen tells when somebody is to say who a quote is by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.reader.speaker_colours import SpeakerColours

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Quote


class CorrectionRequested(Message):
    """Somebody is to say who a quote of an analysis is by; the screen is then told to `correct`.

    `shown` is what is seen of the analysis.
    """

    def __init__(
        self, analysis: Analysis, shown: Analysis, quote: Quote, colours: SpeakerColours
    ) -> None:
        super().__init__()
        self.analysis, self.shown, self.quote, self.colours = analysis, shown, quote, colours
