"""A voices pane and nothing else, over the harbour's article."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from tests.reader.harbour import ROOM
from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.model import Analysis
from tui.analysis.topics import topics
from tui.reader.actions import TABLE
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.themed_app import ThemedApp
from tui.reader.voices_pane import VoicesPane

ANALYSIS = voiced_harbour()
ALONE = "ONLY THIS VOICE SPOKE OF"


@dataclass
class Told:
    """What the pane told, in order."""

    messages: list[Message] = field(default_factory=list)


class Host(ThemedApp[None]):
    """A voices pane and nothing else."""

    CSS_PATH: ClassVar = [ROOM / "voices_pane.tcss"]

    def __init__(self) -> None:
        super().__init__()
        self.pane = VoicesPane(TABLE)
        self.told = Told()

    def compose(self) -> ComposeResult:
        yield self.pane

    def show(self, analysis: Analysis) -> None:
        colours = SpeakerColours(analysis.speakers, self.current_theme)
        self.pane.show_analysis(analysis, topics(analysis), colours, nobody="Nobody speaks.")

    def rows(self) -> list[str]:
        height = self.pane.size.height
        return [self.pane.render_line(y).text.rstrip() for y in range(height)]

    def on_voices_pane_speaker_chosen(self, message: VoicesPane.SpeakerChosen) -> None:
        self.told.messages.append(message)

    def on_voices_pane_entity_chosen(self, message: VoicesPane.EntityChosen) -> None:
        self.told.messages.append(message)

    def on_voices_pane_summary_sentence_chosen(
        self, message: VoicesPane.SummarySentenceChosen
    ) -> None:
        self.told.messages.append(message)

    def on_voices_pane_length_chosen(self, message: VoicesPane.LengthChosen) -> None:
        self.told.messages.append(message)


async def click_on(pilot: Pilot[None], words: str, at: int = 0) -> None:
    app = pilot.app
    assert isinstance(app, Host)
    y, row = next((y, row) for y, row in enumerate(app.rows()) if words in row)
    await pilot.click(app.pane, offset=(row.index(words) + at, y))


def within(rows: Sequence[str], *words: str) -> bool:
    """Whether the rows have these words, in this order."""
    text = "\n".join(rows)
    places = [text.find(word) for word in words]
    return -1 not in places and places == sorted(places)
