"""How each voice looks on the page: its number, its colour's class, the anchors that lead to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from tui.analysis.model import Analysis, Quote, Speaker

COLOURS: Final = 8
"""So many colours the style sheet has (`voice-1`, `voice-2` ...); further voices begin again."""
NOBODY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class Look:
    """A voice on the page. `speaker` is None for all whose speaker is unknown.

    `number` is its rank by share, 1 the largest, and empty for nobody; `anchor` is the id of its
    part of the page, `colour` the class that gives it a colour.
    """

    speaker: Speaker | None
    number: str
    anchor: str
    colour: str

    @property
    def sign(self) -> str:
        """What stands in the margin beside what it said."""
        return self.number or "?"

    @property
    def name(self) -> str:
        """Its name, as it is shown."""
        return self.speaker.name if self.speaker else "Speaker unknown"


class Looks:
    """The voices of an analysis that say something, the largest share first, then nobody."""

    def __init__(self, analysis: Analysis) -> None:
        heard = [speaker for speaker in analysis.speakers if speaker.quotes]
        ranked: Sequence[Speaker] = sorted(heard, key=lambda speaker: -speaker.share)
        self.voices = tuple(
            Look(speaker, str(n), f"voice-{speaker.id}", f"voice-{(n - 1) % COLOURS + 1}")
            for n, speaker in enumerate(ranked, 1)
        )
        self.nobody = Look(None, "", NOBODY, NOBODY)
        self._by_id = {look.speaker.id: look for look in self.voices if look.speaker}

    def of(self, quote: Quote) -> Look:
        """The look of whoever said something."""
        return self._by_id.get(quote.speaker or "", self.nobody)


def tag(name: str, content: str = "", **attributes: str) -> str:
    """An element with its content, which is HTML; attributes are text, `class_` is `class`.

    An attribute's `_` becomes `-`. Empty attributes are left out.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{told}>{content}</{name}>"
