"""What a screen tells when somebody wants to know what a voice said in other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.analysis.model import Speaker


class ElsewhereRequested(Message):
    """What a speaker of the open article said in others is to be shown."""

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.speaker = speaker
