"""Which of those near a pronoun it stands for: a learned scorer of candidates."""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import Literal

from tui.analysis.cast import Cast, Spoken, Voice
from tui.analysis.character import Character
from tui.analysis.digests import text_of
from tui.analysis.role_nouns import FEMALE, MALE
from tui.article.model import Span

# What is known of a candidate, in the order of its features.
FEATURES = (
    "pointed",
    "sentences",
    "same sentence",
    "sentence before",
    "leads",
    "quoted",
    "same paragraph",
    "latest",
    "since spoken",
    "spoke last",
    "asked",
    "addressed",
    "spoke",
    "times named",
    "agrees",
    "differs",
    "person",
    "body",
    "place",
    "group",
    "described",
    "in content",
)
DIFFERS, NAMED, SAID = map(FEATURES.index, ("differs", "sentences", "since spoken"))
# So sure of another gender, nobody is who a pronoun stands for.
WELL_TOLD = 0.5
# And so sure, nobody is even where there is no one else.
OTHERS = 0.8
# So many sentences back a person is near.
NEAR = 2
# `neutral` is for `it` and `they`; `role` and `body` for descriptions of persons and of bodies.
Model = Literal["personal", "neutral", "role", "body"]
# Somebody, and how sure that is.
Chosen = tuple[Character | Voice, float] | None
FAR = 8
# Who is told something may answer; who is asked does.
TOLD = 0.4
# So much does a given name count for somebody: whoever is only described has none.
HALF = 0.5
# A share of the pointers that makes no difference.
FAINT = 0.02
# So many statements back a question may have been told.
EXCHANGE = 4
# Who was answered may well go on, in court.
ANSWERED = 0.3
WEIGHTS = "pronouns.json"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may stand for, with the values of FEATURES."""

    whom: Character | Voice
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands: its offset, paragraph, what is said by whom it stands for, and
    whether that replies to who spoke last, or asks something.
    """

    offset: int
    block: int
    content: Sequence[Span]
    act: Literal["tells", "replies", "asks"] = "tells"


def candidates(
    cast: Cast,
    place: Place,
    gender: str | None,
    shares: Mapping[int, float],
    far: Sequence[Character | Voice] = (),
) -> list[Candidate]:
    """Those who were named or spoke not long before a pronoun, and those of `far` at any place.

    `gender` is the pronoun's; `shares` how much of what it points to is each one's, by identity.
    """
    here = cast.unit_index(place.offset)
    asked_too = {id(c) for c in far}
    near: list[Character | Voice] = [
        *{
            id(whom): whom
            for whom in (
                *cast.near(place.offset),
                *(s.voice for s in cast.spoken[-8:] if s.voice.character is None),
                *cast.bystanders[-4:],
                *far,
            )
        }.values()
    ]
    speaker = cast.spoken[-1] if cast.spoken else None
    # who asks may ask again
    asked = (
        speaker is not None
        and place.act != "asks"
        and (
            (place.act == "replies" and speaker.block == place.block)
            or speaker.act == "told question"
            or (gender is not None and speaker.addressed == gender)
            or (speaker.act == "question" and speaker.block != place.block)
        )
    )
    found = []
    lasts = [_last_before(whom, place) for whom in near]
    latest = max((last[0] for last in lasts), default=-1)
    for whom, (last, leads, quoted, inside) in zip(near, lasts, strict=True):
        voice = whom if isinstance(whom, Voice) else cast.known_voice(whom)
        spoken = _spoken_before(voice, place.offset)
        named = min(here - cast.unit_index(last), FAR) if last >= 0 else FAR
        said = min(here - cast.unit_index(spoken), FAR) if spoken >= 0 else FAR
        if (min(named, said) >= FAR or max(last, spoken) < 0) and id(whom) not in asked_too:
            continue
        told = _told(whom, gender) if gender else 0.0
        agrees = _told(whom, gender, given=HALF) if gender else 0.0
        if gender and voice is not None and voice.called not in (None, gender):
            told = agrees = -1.0
        share = max(shares.get(id(whom), 0.0), shares.get(id(voice), 0.0) if voice else 0.0)
        kind = _kind(whom)
        block_before = cast.block_at(last) if last >= 0 else -1
        spoke_last = speaker is not None and voice is speaker.voice
        found.append(
            Candidate(
                whom,
                (
                    log(share + FAINT) - log(FAINT),
                    float(named),
                    float(named == 0),
                    float(named == 1),
                    float(leads and named < 3),
                    float(quoted),
                    float(block_before == place.block),
                    float(last == latest),
                    float(said),
                    float(spoke_last),
                    float(spoke_last and asked)
                    or (0.0 if spoke_last else _only_asked(cast, voice, place)),
                    _addressed(speaker, whom, asked=asked),
                    float(spoken >= 0),
                    log(1 + _times(whom, place.offset)),
                    max(agrees, 0.0),
                    max(-told, 0.0),
                    float(kind == "person"),
                    float(kind in ("organization", "document")),
                    float(kind == "place"),
                    float(kind == "group"),
                    float(isinstance(whom, Voice)),
                    float(inside),
                ),
            )
        )
    return found


def persons_first(found: list[Candidate], gender: str) -> list[Candidate]:
    """For `he` and `she`: persons alone where one is near whose gender is not another one.

    A country or a ship is `she` only where nobody else is; a company or a crowd never is.
    """
    if gender == "m":
        found = [c for c in found if _kind(c.whom) not in ("place", "other")]
    found = [
        c
        for c in found
        if _kind(c.whom) not in ("group", "organization", "document")
        and c.features[DIFFERS] < OTHERS
    ]
    people = [c for c in found if _kind(c.whom) == "person" and c.features[DIFFERS] < WELL_TOLD]
    near = any(min(c.features[NAMED], c.features[SAID]) <= NEAR for c in people)
    return people if near else found


def things_first(found: list[Candidate]) -> list[Candidate]:
    """For `it`: those that are no persons where one is near, and never a person of whose gender the
    article tells, or several.
    """
    found = [c for c in found if _kind(c.whom) != "group"]
    things = [c for c in found if _kind(c.whom) != "person"]
    bodies = [c for c in things if _kind(c.whom) != "place"]
    if any(min(c.features[NAMED], c.features[SAID]) <= 1 for c in bodies):
        things = bodies  # `Falk Stone of Oslo`: it is not Oslo that speaks
    near = any(min(c.features[NAMED], c.features[SAID]) <= NEAR for c in things)
    return things if near else [c for c in found if _may_be_a_thing(c.whom)]


def _may_be_a_thing(whom: Character | Voice) -> bool:
    """Whether somebody may be a body after all: of no gender, and with no given name."""
    return not isinstance(whom, Character) or (
        whom.gender is None and (whom.type != "person" or len(whom.words) == 1)
    )


def several_first(found: list[Candidate], *, one: bool) -> list[Candidate]:
    """For words for several: never somebody who is `he` or `she` in the article; and `one` person
    at all only where the word may stand for one, as `they` does.
    """
    unsure = (c for c in found if not isinstance(c.whom, Character) or c.whom.gender is None)
    return [c for c in unsure if one or _kind(c.whom) != "person"]


def chosen(found: Sequence[Candidate], model: Model) -> Chosen:
    """The best of some candidates, and how likely it is that one among them; None if none fits.

    A linear model under a softmax over the candidates, as in
    the ranking of antecedents by Denis and Baldridge (2008).
    """
    if not found:
        return None
    weights = _weights()[model]
    scores = scores_of(found, weights)
    best = max(range(len(found)), key=scores.__getitem__)
    total = sum(exp(score - scores[best]) for score in scores)
    return found[best].whom, 1 / total


def scores_of(found: Sequence[Candidate], weights: Sequence[float]) -> list[float]:
    """What each candidate's features weigh; `weights` are in the same order."""
    return [sum(w * f for w, f in zip(weights, c.features, strict=True)) for c in found]


@cache
def _weights() -> Mapping[Model, Sequence[float]]:
    learned: dict[Model, dict[str, float]] = json.loads(text_of(WEIGHTS))
    return {model: list(values.values()) for model, values in learned.items()}


def _last_before(whom: Character | Voice, place: Place) -> tuple[int, bool, bool, bool]:
    """The last mention before a place: its offset or -1, whether it leads and is quoted; and
    whether there is one within what is said.
    """
    if isinstance(whom, Voice):
        seen = (at for at in reversed(whom.described_at) if at < place.offset)
        at = max(_spoken_before(whom, place.offset), next(seen, -1))
        return at, True, False, False
    end = bisect_left(whom.mentions, (place.offset,))
    before = [
        mention
        for mention in whom.mentions[max(0, end - 4) : end]
        if not any(s <= mention[0] < e for s, e in place.content)
    ]
    at, leads, quoted = before[-1] if before else (-1, False, False)
    inside = any(
        s <= m[0] < e for s, e in place.content for m in whom.mentions[_slice(whom.mentions, s, e)]
    )
    return at, leads, quoted, inside


def _only_asked(cast: Cast, voice: Voice | None, place: Place) -> float:
    """How much it tells that another has answered since what somebody is told to have asked."""
    latest = next((s for s in reversed(cast.spoken[-EXCHANGE:]) if s.voice is voice), None)
    answered = (
        latest is not None
        and latest.act == "told question"
        and latest.block == place.block
        and place.act != "asks"
    )
    return ANSWERED if answered else 0.0


def _addressed(speaker: Spoken | None, whom: Character | Voice, *, asked: bool) -> float:
    """How much it tells that somebody was spoken to: who is asked answers."""
    if speaker is None or speaker.to is not whom:
        return 0.0
    return 1.0 if asked else TOLD


def _kind(whom: Character | Voice) -> str:
    return whom.type if isinstance(whom, Character) else whom.kind


def _slice(mentions: Sequence[tuple[int, bool, bool]], start: int, end: int) -> slice:
    return slice(bisect_left(mentions, (start,)), bisect_left(mentions, (end,)))


def _spoken_before(voice: Voice | None, offset: int) -> int:
    if voice is None:
        return -1
    return next((at for at in reversed(voice.said_at) if at < offset), -1)


def _times(whom: Character | Voice, offset: int) -> int:
    if isinstance(whom, Voice):
        return len(whom.said_at)
    return bisect_left(whom.mentions, (offset,))


def _told(whom: Character | Voice, gender: str, given: float = 1.0) -> float:
    """How surely somebody is of a gender: 1 to -1, 0 if nothing tells; `given` is how much a given
    name counts.
    """
    if isinstance(whom, Character):
        return whom.lean(gender, given)
    told = "m" if whom.roles & MALE else "f" if whom.roles & FEMALE else None
    return 0.0 if told is None else 1.0 if told == gender else -1.0
