"""What the articles around a name tell of who bears it: evidence in bits for and against.

Record linkage after Fellegi and Sunter (A theory for record linkage, JASA 1969), with weights that
depend on how common a value is (Winkler, 1989): what two voices share counts by how rarely others
have it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import Final

from tui.corpus.roles import Role, clash

# A small corpus says little of how common a thing is: so many voices more stand for all others.
_UNSEEN: Final = 1000
_HALF: Final = 0.5
# Of what stands around a person so much comes again with the person, and the rest with the news.
_AGAIN: Final = 0.2
# Things that are spoken of together are no independent witnesses.
_DAMPED: Final = 0.5
_MOST: Final = 8.0
_MOST_OF_ROLES: Final = 5.0
# Where nothing at all is shared: the more voices a person has, the less that tells.
_NOTHING_SHARED: Final = -1.0
_NOTHING_OF_ONE: Final = -3.0
_TOLD: Final = 3
_WALKS_CLASH: Final = (0.0, -2.0, -5.0)
_OTHER_PLACE: Final = -5.0
# So much does it count of which gender one is told to be: titles are misread, too.
_GENDER: Final = 1.5
# Where both have roles, and these share no word.
_OTHER_ROLE: Final = -1.5
# A profile keeps so many features at most, the most frequent ones.
_KEPT: Final = 256
_NO_COUNTS: Final[dict[int, int]] = {}
_NO_OFFICES: Final[Mapping[str, frozenset[str]]] = {}


class Vocabulary:
    """All features of voices, as numbers, and how many voices have each."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._counts: list[int] = []
        self.names: list[str] = []
        self.voices = 0

    def take(self, features: Iterable[str]) -> tuple[int, ...]:
        """The numbers of a voice's features, which count from now on."""
        self.voices += 1
        taken = []
        for feature in dict.fromkeys(features):
            number = self._numbers.setdefault(feature, len(self._counts))
            if number == len(self._counts):
                self._counts.append(0)
                self.names.append(feature)
            self._counts[number] += 1
            taken.append(number)
        return tuple(taken)

    def share(self, number: int) -> float:
        """Of all voices the share that has a feature, in (0, 1)."""
        return (self._counts[number] + _HALF) / (self.voices + _UNSEEN)

    def rarest(self, numbers: Sequence[int], most: int) -> list[int]:
        """So many of some features at most, those that the fewest voices have first."""
        return sorted(numbers, key=lambda n: (self._counts[n], self.names[n]))[:most]


class Profile:
    """What is known of one person from the voices that are theirs: bounded in size.

    Most have one voice, whose features are kept as they are.
    """

    __slots__ = ("_counts", "_has_roles", "_offices", "_only", "men", "size", "walks", "women")

    def __init__(self) -> None:
        self.size = 0
        self.walks = 0
        self.men = self.women = 0
        self._has_roles = False
        self._only: Sequence[int] = ()
        self._counts = _NO_COUNTS
        self._offices: Mapping[str, frozenset[str]] = _NO_OFFICES

    def add(self, features: Sequence[int], roles: Sequence[Role], vocabulary: Vocabulary) -> None:
        """Take in what one more voice tells."""
        self.size += 1
        if self.size == 1:
            self._only, self._counts = features, _NO_COUNTS
        else:
            if self.size == 2:
                self._counts, self._only = dict.fromkeys(self._only, 1), ()
            self._count(features, vocabulary)
        for role in roles:
            self._has_roles = self._has_roles or bool(role.nouns or role.proper)
            self.walks |= role.walks
            self.men += role.gender > 0
            self.women += role.gender < 0
            for office in role.offices:
                places = self._offices.get(office, frozenset())
                if len(places) < _KEPT:
                    self._offices = {**self._offices, office: places | role.proper}

    def _count(self, features: Sequence[int], vocabulary: Vocabulary) -> None:
        for feature in features:
            self._counts[feature] = self._counts.get(feature, 0) + 1
        if len(self._counts) > 2 * _KEPT:
            by_count = sorted(self._counts.items(), key=lambda c: (-c[1], vocabulary.names[c[0]]))
            self._counts = dict(by_count[:_KEPT])

    def evidence(
        self, features: Sequence[int], roles: Sequence[Role], vocabulary: Vocabulary
    ) -> float:
        """How many bits speak for a voice being this person's: negative ones against it.

        Takes time in proportion to the voice's own features and roles.
        """
        shared = of_roles = 0.0
        counts, only, size = self._counts, self._only, self.size
        things = told = 0
        for feature in features:
            role = vocabulary.names[feature][0] == "r"
            told += role
            things += not role
            count = (feature in only) if size == 1 else counts.get(feature, 0)
            if not count:
                continue
            ratio = (count - _HALF * (size > 1)) / size / vocabulary.share(feature)
            bits = log2(1 - _AGAIN + _AGAIN * ratio)
            if role:
                of_roles += bits
            else:
                shared += bits
        if self._is_elsewhere(roles):
            of_roles = 0.0  # another mayor is a mayor, too
        total = min(_MOST, _DAMPED * shared) + min(_MOST_OF_ROLES, of_roles)
        if shared + of_roles <= 0 and things >= _TOLD and len(only or counts) >= _TOLD:
            total = _NOTHING_SHARED + _NOTHING_OF_ONE / size
        elif told and of_roles <= 0 and self._has_roles:
            total += _OTHER_ROLE / size
        return total + self.against(roles)

    def against(self, roles: Sequence[Role]) -> float:
        """How many bits the roles alone speak against it: other walks of life, places, genders."""
        walks = 0
        for role in roles:
            walks |= role.walks
        total = _WALKS_CLASH[clash(walks, self.walks)] + self.gender(roles)
        return total + (_OTHER_PLACE if self._is_elsewhere(roles) else 0.0)

    def _is_elsewhere(self, roles: Sequence[Role]) -> bool:
        """Whether a role is an office that this person has in other places alone."""
        return any(
            (places := self._offices.get(office)) is not None and places.isdisjoint(role.proper)
            for role in roles
            for office in role.offices
        )

    def gender(self, roles: Sequence[Role]) -> float:
        """How many bits speak against a person of the gender that the roles and titles tell."""
        gender = sum(role.gender for role in roles)
        if gender == 0:
            return 0.0
        alike, other = (self.men, self.women) if gender > 0 else (self.women, self.men)
        share = (alike + _HALF) / (alike + other + 1)
        return min(0.0, _GENDER * log2(2 * share))


def features_of(entities: Iterable[str], roles: Iterable[Role]) -> Iterator[str]:
    """The features of a voice: what its article speaks of, and the words of its roles."""
    yield from (f"e {entity}" for entity in entities)
    for role in roles:
        yield from (f"r {noun}" for noun in sorted(role.nouns))
        yield from (f"r of {word}" for word in sorted(role.proper))
