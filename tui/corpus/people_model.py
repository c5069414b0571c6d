"""What linking reads and says beside the persons: the voices of articles, and who is which."""

from dataclasses import dataclass
from datetime import date

from tui.analysis.model import SpeakerKind


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of one article. `entities` are the names that the article speaks of, the most
    salient first; `quotes` and `words` count what it says.
    """

    article: str
    speaker: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: SpeakerKind = "person"
    role: str | None = None
    entities: tuple[str, ...] = ()
    published: date | None = None
    quotes: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Membership:
    """Which person a voice is, and how surely, in (0, 1]; 1.0 where it is the person's only one."""

    article: str
    speaker: str
    person: str
    score: float
