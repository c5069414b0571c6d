"""What linking reads and says: the voices of articles, the people over them, who is which."""

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
class Person:
    """A person, body or paper over all articles; also whoever speaks in one article only.

    `name` is its fullest common form; `aliases` and `roles` have the most frequent first; `first`
    and `last` are dates of publication.
    """

    person: str
    name: str
    aliases: tuple[str, ...]
    kind: SpeakerKind
    roles: tuple[str, ...]
    articles: int
    quotes: int
    words: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Membership:
    """Which person a voice is, and how surely, in (0, 1]; 1.0 where it is the person's only one."""

    article: str
    speaker: str
    person: str
    score: float
