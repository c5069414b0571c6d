"""Speakers across articles: the voices of all articles -> people, and which voice is which."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Final

from tui.corpus.body_linking import linked_bodies
from tui.corpus.known_voices import Known, KnownVoice
from tui.corpus.people_model import Membership, Voice
from tui.corpus.person_linking import linked_persons
from tui.corpus.question import Person

_DIGITS: Final = 16
_PLACES: Final = 3
# So many other names and roles of a person are told at most.
_ALIASES: Final = 32
_ROLES: Final = 16
# A fuller name is common if it stands so often for the one that stands most often.
_COMMON: Final = 0.2

_Group = tuple[Sequence[KnownVoice], Sequence[float]]


class People:
    """The people of a corpus. `compared` is how many pairs of a voice and a person were looked at.

    Groups, the unknown and whoever is only described are never the same in two articles: each of
    them is a person of its own.
    """

    def __init__(self, voices: Iterable[Voice]) -> None:
        """Link the voices. Each pair of `article` and `speaker` comes once, in any order.

        Takes n log n time and under 1 KB a voice; raises nothing.
        """
        known = Known(voices)
        persons, compared = linked_persons(known)
        taken = {id(voice) for person in persons for voice in person.members}
        others = [voice for voice in known.voices if id(voice) not in taken]
        bodies, more = linked_bodies(known, others)
        taken.update(id(voice) for body in bodies for voice in body.members)
        self.compared = compared + more
        groups: list[_Group] = [(one.members, one.scores) for one in persons]
        groups += [(one.members, one.scores) for one in bodies]
        groups += [((voice,), (1.0,)) for voice in others if id(voice) not in taken]
        self._groups = sorted(
            (_in_order(group) for group in groups), key=lambda group: group[0][0].order
        )

    def __len__(self) -> int:
        return len(self._groups)

    def people(self) -> Iterator[Person]:
        """The people, those who spoke first in front; whose dates are not known come last."""
        return (_person(members) for members, _ in self._groups)

    def memberships(self) -> Iterator[Membership]:
        """For each voice whose it is, person by person in the order of `people`."""
        for members, scores in self._groups:
            person = _id_of(members[0])
            for voice, score in zip(members, scores, strict=True):
                yield Membership(
                    voice.article, voice.speaker, person, max(round(score, _PLACES), 10**-_PLACES)
                )


def _in_order(group: _Group) -> _Group:
    members, scores = group
    if len(members) == 1:
        return members, (1.0,)
    order = sorted(range(len(members)), key=lambda i: members[i].order)
    return [members[i] for i in order], [scores[i] for i in order]


def _id_of(first: KnownVoice) -> str:
    digest = sha256(f"{first.article} {first.speaker}".encode()).hexdigest()
    return f"p{digest[:_DIGITS]}"


def _person(members: Sequence[KnownVoice]) -> Person:
    kinds = Counter(voice.kind for voice in members)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    name = _name(members)
    names = Counter(n for voice in members for n in (voice.name, *voice.aliases))
    roles = Counter(voice.role for voice in members if voice.role)
    dates = [voice.published for voice in members if voice.published is not None]
    return Person(
        id=_id_of(members[0]),
        name=name,
        aliases=tuple(n for n in _by_count(names) if n != name)[:_ALIASES],
        kind=kind,
        roles=tuple(_by_count(roles))[:_ROLES],
        articles=len({voice.article for voice in members}),
        quotes=sum(voice.quotes for voice in members),
        words=sum(voice.words for voice in members),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )


def _name(members: Sequence[KnownVoice]) -> str:
    """The fullest common form of a name, titles and articles left out; of one voice its own."""
    if len(members) == 1:
        return members[0].name
    shown = Counter(voice.called.removeprefix("The ").removeprefix("the ") for voice in members)
    least = _COMMON * max(shown.values())
    common = [name for name, count in shown.items() if count >= least]
    return min(common, key=lambda n: (-len(n.split()), -shown[n], n))


def _by_count(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))
