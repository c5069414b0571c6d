"""What a screen tells when somebody is to say who a quote is by."""

from textual.message import Message

from tui.analysis.model import Analysis, Quote
from tui.reader.speaker_colours import SpeakerColours


class CorrectionRequested(Message):
    """Somebody is to say who a quote of an analysis is by; the screen is then told to `correct`."""

    def __init__(self, analysis: Analysis, quote: Quote, colours: SpeakerColours) -> None:
        super().__init__()
        self.analysis, self.quote, self.colours = analysis, quote, colours
