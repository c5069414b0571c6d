"""Bodies and papers across articles: by their names, and acronyms where the corpus ties them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from tui.corpus.body_names import BodyName, Telling
from tui.corpus.known_voices import Known, KnownVoice
from tui.corpus.leaders import Index, Leader, best

# How sure a name alone makes it, in bits.
_NAME: Final[dict[Telling, float]] = {"special": 5.0, "single": 4.0, "shared": 0.5}
_ACRONYM: Final = 3.5
_OTHER_KIND: Final = -1.0
_OTHER_THINGS: Final = -1.0
# An acronym stands for one name if so many of the articles that tell say so.
_MOSTLY: Final = 0.75

Bodies = list[Leader[BodyName]]


def linked_bodies(known: Known, voices: Iterable[KnownVoice]) -> tuple[Bodies, int]:
    """Each of some voices as one of the bodies and papers, and how many comparisons that took."""
    named: list[tuple[KnownVoice, BodyName, str]] = []
    for voice in voices:
        if voice.body is not None:
            named.append((voice, voice.body, _key(known, voice, voice.body)))
    often = Counter(key for _, _, key in named)
    named.sort(key=lambda n: (-often[n[2]], n[2], n[1].letters is not None, n[0].order))
    linking = _Linking(known)
    # whoever is in doubt waits until more is known of the others
    waiting = [one for one in named if not linking.link(*one, sure=True)]
    for voice, body, key in waiting:
        linking.link(voice, body, key)
    return linking.bodies, linking.compared


class _Linking:
    """The bodies and papers found so far."""

    def __init__(self, known: Known) -> None:
        self.bodies: Bodies = []
        self.compared = 0
        self._vocabulary = known.vocabulary
        self._index: Index[BodyName] = Index(known.vocabulary)

    def link(self, voice: KnownVoice, body: BodyName, key: str, *, sure: bool = False) -> bool:
        """Link a voice, or make it a body; where only what is `sure` is wanted, one that may be a
        body that is known is left. Whether it was linked.
        """
        found = self._index.under([key], voice)
        self.compared += len(found)
        leader, score = best(found, [self._bits(voice, body, leader) for leader in found])
        if leader is None and found and sure:
            return False
        if leader is None:
            leader = Leader(body, voice, self._vocabulary)
            self.bodies.append(leader)
            self._index.add(leader, [key])
        else:
            leader.take(voice, score, self._vocabulary)
        return True

    def _bits(self, voice: KnownVoice, body: BodyName, leader: Leader[BodyName]) -> float:
        telling: Sequence[Telling] = (body.telling, leader.form.telling)
        bits = min(_NAME[one] for one in telling)
        if body.letters:
            bits = min(bits, _ACRONYM)
        if voice.kind != leader.members[0].kind:
            bits += _OTHER_KIND
        evidence = leader.profile.evidence(voice.features, voice.roles, self._vocabulary)
        # a body speaks of many things; only where its name is that of many, that tells
        return bits + (evidence if "shared" in telling else max(evidence, _OTHER_THINGS))


def _key(known: Known, voice: KnownVoice, body: BodyName) -> str:
    """The name that an acronym stands for: as its own article says, or as most articles do."""
    if body.letters is None:
        return body.key
    if voice.tied is not None:
        return voice.tied
    ties = known.ties.get(body.letters, Counter())
    if not ties:
        return body.key
    key, count = min(ties.items(), key=lambda tie: (-tie[1], tie[0]))
    return key if count >= _MOSTLY * ties.total() else body.key
