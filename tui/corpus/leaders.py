"""Leaders: the persons found so far, whom the next voice may be one of. Bounded work a voice.

Leader clustering (Hartigan, Clustering algorithms, 1975) over an inverted index of name keys: a
voice is compared with a few leaders that share a key with it, the earliest (those of the most
frequent names) and those that share a rare feature, and joins one or becomes a leader. How sure
that is weighs the leaders' sizes, as the Chinese restaurant process does.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Generic, TypeVar

from tui.corpus.context import Profile, Vocabulary
from tui.corpus.known_voices import KnownVoice

# From so sure on, a voice joins: two doubtful ones stay two.
SURE: Final = 0.8
# Under one key so many leaders are looked at, and so many more that share a rare feature.
_FIRST: Final = 8
_FEW: Final = 8
_YEAR: Final = 365.25
_RARE: Final = 4
_RECENT: Final = 2

Form = TypeVar("Form")


class Leader(Generic[Form]):
    """A person found so far: the form of its name, its profile, its voices with their scores."""

    __slots__ = ("_articles", "_first", "_last", "_scores", "form", "members", "profile")

    def __init__(self, form: Form, first: KnownVoice, vocabulary: Vocabulary) -> None:
        self.form = form
        self.profile = Profile()
        self.members = [first]
        self._scores: list[float] | None = None
        self._articles: set[str] | None = None
        self._first = self._last = first.published
        self.profile.add(first.features, first.roles, vocabulary)

    def take(self, voice: KnownVoice, score: float, vocabulary: Vocabulary) -> None:
        """Make one more voice this person's."""
        self.members.append(voice)
        self._scores = self._scores or []
        self._scores.append(score)
        self.profile.add(voice.features, voice.roles, vocabulary)
        if voice.published is not None:
            self._first = min(self._first or voice.published, voice.published)
            self._last = max(self._last or voice.published, voice.published)
        if self._articles is not None:
            self._articles.add(voice.article)
        elif len(self.members) > _FEW:
            self._articles = {member.article for member in self.members}

    def speaks_in(self, article: str) -> bool:
        """Whether one of the voices is of an article."""
        if self._articles is not None:
            return article in self._articles
        return any(member.article == article for member in self.members)

    def years_from(self, published: date | None) -> float:
        """How many years lie between a date and all that this person said; 0 if that is unknown."""
        if published is None or self._first is None or self._last is None:
            return 0.0
        days = max((self._first - published).days, (published - self._last).days, 0)
        return days / _YEAR

    @property
    def scores(self) -> list[float]:
        """How sure each of the voices is: the first as the surest of those that came to it."""
        return [max(self._scores), *self._scores] if self._scores else [1.0]


class Index(Generic[Form]):
    """The leaders under each key; of many under one key, a few that share what is rare."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        # most keys are of one leader alone
        self._first: dict[str, Leader[Form] | list[Leader[Form]]] = {}
        self._more: dict[tuple[str, int], list[Leader[Form]]] = {}

    def add(self, leader: Leader[Form], keys: Iterable[str]) -> None:
        """Enter a leader, who has one voice so far, under its keys."""
        for key in dict.fromkeys(keys):
            first = self._first.setdefault(key, leader)
            if first is leader:
                continue
            if not isinstance(first, list):
                self._first[key] = [first, leader]
            elif len(first) < _FIRST:
                first.append(leader)
            else:
                for feature in self._vocabulary.rarest(leader.members[0].features, _RARE):
                    recent = self._more.setdefault((key, feature), [])
                    recent.append(leader)
                    del recent[:-_RECENT]

    def under(self, keys: Iterable[str], voice: KnownVoice) -> list[Leader[Form]]:
        """The leaders that a voice with these keys may be, so many at most for each key."""
        found: dict[int, Leader[Form]] = {}
        for key in dict.fromkeys(keys):
            first = self._first.get(key)
            if first is None:
                continue
            if not isinstance(first, list):
                found[id(first)] = first
                continue
            found.update((id(leader), leader) for leader in first)
            if len(first) == _FIRST:
                for feature in self._vocabulary.rarest(voice.features, _RARE):
                    recent = self._more.get((key, feature), ())
                    found.update((id(leader), leader) for leader in recent)
        return list(found.values())


def best(
    leaders: Sequence[Leader[Form]], bits: Sequence[float]
) -> tuple[Leader[Form] | None, float]:
    """The leader that a voice is, and how sure that is in (0, 1); None where it is not sure enough.

    `bits` is the evidence for each leader, prior included.
    """
    if not leaders:
        return None, 0.0
    weights = [leader.profile.size * 2.0**b for leader, b in zip(leaders, bits, strict=True)]
    top = max(range(len(leaders)), key=weights.__getitem__)
    odds = 2.0 ** bits[top]
    sure = odds / (1.0 + odds) * weights[top] / sum(weights)
    return (leaders[top], sure) if sure >= SURE else (None, sure)
