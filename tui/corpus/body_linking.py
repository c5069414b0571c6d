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
    index: Index[BodyName] = Index(known.vocabulary)
    bodies: Bodies = []
    compared = 0
    for voice, body, key in named:
        found = index.under([key], voice)
        compared += len(found)
        bits = [_bits(known, voice, body, leader) for leader in found]
        leader, sure = best(found, bits)
        if leader is None:
            leader = Leader(body, voice, known.vocabulary)
            bodies.append(leader)
            index.add(leader, [key])
        else:
            leader.take(voice, sure, known.vocabulary)
    return bodies, compared


def _bits(known: Known, voice: KnownVoice, body: BodyName, leader: Leader[BodyName]) -> float:
    telling: Sequence[Telling] = (body.telling, leader.form.telling)
    bits = min(_NAME[one] for one in telling)
    if body.letters:
        bits = min(bits, _ACRONYM)
    if voice.kind != leader.members[0].kind:
        bits += _OTHER_KIND
    return bits + leader.profile.evidence(voice.features, voice.roles, known.vocabulary)


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
