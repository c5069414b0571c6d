"""Persons across articles: full names first, then surnames alone, each to whom it surely is."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log2
from sys import intern
from typing import Any, Final

from tui.analysis.given_names import gender_of_given
from tui.corpus.given_names import full_forms, is_given_name
from tui.corpus.known_voices import Known, KnownVoice
from tui.corpus.leaders import SURE, Index, Leader, best
from tui.corpus.person_names import (
    Agreement,
    PersonName,
    agreement,
    is_ordinary,
    person_name,
    without_titles,
)
from tui.corpus.spelling import skeleton

Persons = list[Leader[PersonName]]

# So many namesakes are expected of a name whose parts nobody else has, and so many more names stand
# for those that the corpus has not met.
_NAMESAKES: Final = 0.02
_UNSEEN_NAMES: Final = 200
# What it takes off that two names are not the same word for word, in bits.
_LOOSER: Final[dict[Agreement, float]] = {
    "middle": 0.3, "nickname": 2.5, "spelling": 3.5, "initial": 0.0, "generation": 4.0,
    # only the context can tell
    "turned": 5.0, "extended": 5.0,
}  # fmt: skip
_INITIALS: Final = 0.3
_RETYPED: Final = 1.5
# A single word: among others like it, and where it may be no name.
_BARE: Final = -1.0
_ORDINARY: Final = -3.0
# A common word is a surname where so many voices have it.
_WELL_KNOWN: Final = 5
_NAMED: Final = 5.0
_OTHER_NAMED: Final = -6.0
# Hardly anybody speaks in the news again after so many years: a child or a namesake does.
_LONG_AGO: Final = 40
_OTHER_TIME: Final = -5.0
# `Mrs Falk` is not Adam Falk.
_OTHER_TITLE: Final = -8.0
# So much at most does the context count for a surname alone.
_MOST: Final = 4.0
# The article has a voice already that is that person, and the engine held the two apart.
_BESIDE: Final = -2.0
_CANDIDATES: Final = 8
# Names of so many words may stand the other way round.
_MAY_TURN: Final = 3
# Whether somebody goes by the first word of the name is asked of so many voices.
_LOOKED_AT: Final = 20


def linked_persons(known: Known) -> tuple[Persons, int]:
    """Every voice with a person's name as one of the persons, and how many comparisons it took.

    Takes time in proportion to the number of voices (and n log n for sorting them).
    """
    chosen = list(_chosen(known))
    full = [(voice, form) for voice, form in chosen if form.given]
    bare = [(voice, form) for voice, form in chosen if not form.given]
    linking = _Linking(known)
    often = Counter(form.words for _, form in full)
    full.sort(key=lambda one: _rank(often, *one))
    # whoever is in doubt waits until more is known of the others
    waiting = [(voice, form) for voice, form in full if not linking.full(voice, form, sure=True)]
    for voice, form in waiting:
        linking.full(voice, form)
    linking.look_again()
    linking.bare(bare)
    return linking.persons, linking.compared


def _rank(often: Counter[tuple[str, ...]], voice: KnownVoice, form: PersonName) -> tuple[Any, ...]:
    """Where a voice stands in the order of linking: the most frequent names come first, and those
    with an initial in place of the given name last.
    """
    return (
        len(form.given[0]) == 1, -often[form.words], form.words, form.generation or "", voice.order
    )  # fmt: skip


def _chosen(known: Known) -> Iterator[tuple[KnownVoice, PersonName]]:
    """The voices that are persons, each with the name that it goes by in the corpus.

    What stands before or behind a name in a headline is left out where the voice has the name
    without it, and the corpus more often: `Ada Falk Slams`. A body is a person after all
    where the corpus knows a person of that name, and it has a role or goes by the surname alone.
    """
    for voice in known.voices:
        if not voice.forms:
            continue
        first, *others = voice.forms
        if voice.kind == "organization":
            alone = any(not o.given and o.surnames == first.surnames for o in others)
            if not first.given or known.names[first.words] < 2 or not (alone or voice.role):
                continue
        form = first
        for other in others:
            if not other.given:
                continue
            inside = len(other.words) < len(first.words) and _inside(other.words, first.words)
            fuller = not first.given and first.surnames[-1] in other.words
            if (inside and known.names[other.words] > known.names[form.words]) or (
                fuller and not form.given
            ):
                form = other
        names = (voice.name, *voice.aliases)
        voice.called = intern(next(without_titles(n) for n in names if person_name(n) == form))
        yield voice, form


def _inside(part: Sequence[str], whole: Sequence[str]) -> bool:
    return part in (whole[: len(part)], whole[-len(part) :])


class _Linking:
    """The persons found so far."""

    def __init__(self, known: Known) -> None:
        self.persons: Persons = []
        self.compared = 0
        self._vocabulary = known.vocabulary
        self._index: Index[PersonName] = Index(known.vocabulary)
        full = [words for words in known.names if len(words) > 1]
        self._names = len(full)
        self._given = Counter(words[0] for words in full)
        self._initial = Counter(words[0][0] for words in full)
        self._surnames = Counter(words[-1] for words in full)

    def full(self, voice: KnownVoice, form: PersonName, *, sure: bool = False) -> bool:
        """Link a voice with a full name, or make it a person; where only what is `sure` is wanted,
        a voice that may be somebody who is known is left. Whether it was linked.
        """
        leaders, bits = self._candidates(voice, form)
        leader, score = best(leaders, bits)
        if leader is None and leaders and sure:
            return False
        if leader is None:
            leader = self._new(voice, form)
            self._index.add(leader, _keys(form))
        else:
            leader.take(voice, score, self._vocabulary)
            leader.form = _fuller(leader.form, form)
        return True

    def look_again(self) -> None:
        """Link those that have stayed alone, now that more is known of the others."""
        alone = [leader for leader in self.persons if leader.profile.size == 1]
        gone: set[int] = set()
        for one in alone:
            voice = one.members[0]
            leaders, bits = self._candidates(voice, one.form, least=2)
            leader, sure = best(leaders, bits)
            if leader is not None:
                leader.take(voice, sure, self._vocabulary)
                gone.add(id(one))
        self.persons = [leader for leader in self.persons if id(leader) not in gone]

    def _candidates(
        self, voice: KnownVoice, form: PersonName, least: int = 1
    ) -> tuple[Persons, list[float]]:
        """The persons that a voice with a full name may be, with the evidence in bits for each.

        Only those are looked at who have so many voices at `least`.
        """
        found, bits = [], []
        for leader in self._index.under(_keys(form), voice):
            how = agreement(form, leader.form) if leader.profile.size >= least else None
            if how is not None:
                found.append(leader)
                name = self._name_bits(how, form, leader.form)
                bits.append(name + self._evidence(voice, leader))
        return found, bits

    def _evidence(self, voice: KnownVoice, leader: Leader[PersonName]) -> float:
        """The evidence of the context; voices of one article share that, which tells nothing."""
        self.compared += 1
        retyped = _RETYPED if voice.kind == "organization" else 0.0
        if leader.speaks_in(voice.article):
            beside = _BESIDE if voice.forms[0].given else 0.0
            return leader.profile.against(voice.roles) + beside - retyped
        bits = leader.profile.evidence(voice.features, voice.roles, self._vocabulary)
        if leader.years_from(voice.published) > _LONG_AGO:
            bits += _OTHER_TIME
        return bits - retyped

    def _name_bits(self, how: frozenset[Agreement], one: PersonName, two: PersonName) -> float:
        """How sure two names alone make it: the fewer namesakes can be expected, the surer.

        Were given names and surnames independent, there would be given x surname / names of each.
        """
        given = min(one.given[0], two.given[0], key=len)
        if "initial" in how:
            alike, least = self._initial[given[0]], _INITIALS
        else:
            alike, least = self._given[given], _NAMESAKES
        others = max(0, alike - 1) * max(0, self._surnames[one.surnames[-1]] - 1)
        namesakes = others / (self._names + _UNSEEN_NAMES) + least
        return -log2(namesakes) - sum(_LOOSER[difference] for difference in sorted(how))

    def _new(self, voice: KnownVoice, form: PersonName) -> Leader[PersonName]:
        leader = Leader(form, voice, self._vocabulary)
        self.persons.append(leader)
        return leader

    def bare(self, voices: Sequence[tuple[KnownVoice, PersonName]]) -> None:
        """Link voices that go by one word, each to a person with that surname or among themselves.

        None of these changes what is known of the persons with full names.
        """
        by_surname = self._by_surname()
        joined: list[tuple[Leader[PersonName], KnownVoice, float]] = []
        left = []
        for voice, form in voices:
            leader, sure = self._bearer(voice, form, by_surname)
            if leader is None:
                left.append((voice, form))
            else:
                joined.append((leader, voice, sure))
        often = Counter(form.surnames for _, form in left)
        left.sort(key=lambda p: (-often[p[1].surnames], p[1].surnames, p[0].order))
        alone: Index[PersonName] = Index(self._vocabulary)
        for voice, form in left:
            found = alone.under([" ".join(form.surnames)], voice)
            prior = _ORDINARY if is_ordinary(form) else _BARE
            leader, sure = best(found, [prior + self._evidence(voice, one) for one in found])
            if leader is None:
                alone.add(self._new(voice, form), [" ".join(form.surnames)])
            else:
                leader.take(voice, sure, self._vocabulary)
        for leader, voice, sure in joined:
            leader.take(voice, sure, self._vocabulary)

    def _by_surname(self) -> dict[tuple[str, ...], tuple[Persons, int, int]]:
        """Under each surname the persons with most voices, of all how many voices, and how many
        have one voice alone: by these it is estimated how many are another's (Good, 1953).
        """
        every: dict[tuple[str, ...], Persons] = defaultdict(list)
        for leader in self.persons:
            words = {leader.form.surnames}
            if any(_goes_by_first(voice, leader.form) for voice in leader.members[:_LOOKED_AT]):
                words = {leader.form.given[:1]}
            for word in words:
                every[word].append(leader)
        found = {}
        for word, leaders in every.items():
            leaders.sort(key=lambda one: (-one.profile.size, one.form.words, one.members[0].order))
            alone = sum(one.profile.size == 1 for one in leaders)
            total = sum(one.profile.size for one in leaders)
            found[word] = (leaders[:_CANDIDATES], total, alone)
        return found

    def _bearer(
        self,
        voice: KnownVoice,
        form: PersonName,
        by_surname: dict[tuple[str, ...], tuple[Persons, int, int]],
    ) -> tuple[Leader[PersonName] | None, float]:
        """Which person a surname alone stands for, and how sure that is; None where it is open."""
        leaders, total, alone = by_surname.get(form.surnames, ([], 0, 0))
        if not leaders:
            return None, 0.0
        here = [self._presence(voice, leader) for leader in leaders]
        weights = []
        for leader, presence in zip(leaders, here, strict=True):
            bits = min(_MOST, self._evidence(voice, leader))
            if leader.profile.gender(voice.roles) < 0:
                bits += _OTHER_TITLE
            if presence is None and _is_hardly_known(leader):
                bits = min(bits, 0.0)
            if any(one is not None for one in here):
                bits += _OTHER_NAMED if presence is None else presence
            weights.append(leader.profile.size * 2.0**bits)
        others = max(1, alone) + total - sum(leader.profile.size for leader in leaders)
        top = max(range(len(leaders)), key=weights.__getitem__)
        sure = weights[top] / (sum(weights) + others)
        if is_ordinary(form) and total < _WELL_KNOWN and not (voice.roles or voice.namesakes):
            sure *= SURE
        return (leaders[top], sure) if sure >= SURE else (None, sure)

    def _presence(self, voice: KnownVoice, leader: Leader[PersonName]) -> float | None:
        """What it counts in bits that the voice's article names a person; None if it does not.

        Where that one speaks in it under the full name, the engine held the two apart.
        """
        if leader.speaks_in(voice.article):
            return 0.0
        named = any(agreement(leader.form, name) is not None for name in voice.namesakes)
        return _NAMED if named else None


def _keys(form: PersonName) -> Iterator[str]:
    """Keys that two forms share if they may agree, a handful."""
    first = form.given[0]
    for last in sorted({skeleton(part) for part in form.surnames}):
        yield f"{first[0]} {last}"
        if len(first) > 1:
            yield from (f"{skeleton(full)} {last}" for full in full_forms(first))
        if len(form.given) == 2:
            yield f"{skeleton(''.join(form.given))} {last}"
        if len(form.given) > 1 and len(first) == 1:
            yield f"{skeleton(full_forms(form.given[1])[0])} {last}"
    if len(form.words) <= _MAY_TURN:
        yield f"= {' '.join(sorted(map(skeleton, form.words)))}"


def _is_hardly_known(leader: Leader[PersonName]) -> bool:
    """Whether one voice alone has a name, and its first word may be none: `Derelict Falk`."""
    if leader.profile.size > 1:
        return False
    given = leader.form.given[0] if leader.form.given else ""
    return gender_of_given(given) is None and not is_given_name(given)


def _fuller(one: PersonName, two: PersonName) -> PersonName:
    """The name that tells more of two of one person's: what it tells may part others from it."""
    same = one.given[:1] == two.given[:1] and one.surnames == two.surnames
    more = len(two.given) > len(one.given) or (two.generation and not one.generation)
    return two if same and more else one


def _goes_by_first(voice: KnownVoice, form: PersonName) -> bool:
    """Whether the first word is the family's: `Baek Hyun-woo` is `Mr. Baek`."""
    return any(
        other.title is not None and not other.given and other.surnames[-1:] == form.given[:1]
        and other.surnames != form.surnames
        for other in voice.forms
    )  # fmt: skip
