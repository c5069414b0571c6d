"""Measure whether every voice is there once: persons split over voices, voices of several."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.training.readings import Line

WORD = re.compile(r"\w+")

# `one`: one voice and only one; `voiceless`: nobody is taken to say what they say.
Verdict = Literal["one", "split", "merged", "voiceless"]
FAILED: tuple[Verdict, ...] = ("split", "merged", "voiceless")
# How many of a speaker's statements that were found each voice has.
Voices = Mapping[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Person:
    """A named person who speaks in an article, and the voices that have their statements.

    `strict` is the verdict where every statement counts; `most` the one that leaves statements
    given to the wrong speaker aside.
    """

    article: str
    name: str
    voices: tuple[tuple[str, int], ...]
    strict: Verdict
    most: Verdict


def persons(
    gold: Sequence[Line], found: Sequence[Line], named: Mapping[str, Collection[str]]
) -> Iterator[Person]:
    """Each named person of whose statements the engine found one, in the corpus' order.

    `gold` has lines with a "speaker" in their attributions, `found` the predictions for the same
    texts, with a "voice" in their quotes; `named` tells the names of an article's persons.

    A person is `split` whose statements stand under several voices, and `merged` whose voice has
    a statement of another gold speaker, named or not; who is both counts as split. Leaving wrongly
    given statements aside, a voice is that of the speaker whose statements most of its own are (of
    several, the one it has most of): then `split` is whose voices are several, and `merged` whose
    statements stand for the most part under a voice that is another's.
    """
    for line, prediction in zip(gold, found, strict=True):
        names = named.get(line["id"], ())
        if not names:
            continue
        speakers = _voices(line, prediction)
        shown = {quote["voice"]: quote["name"] for quote in prediction["quotes"]}
        for name, voices in speakers.items():
            if name in names:
                counts = tuple((shown[voice], count) for voice, count in voices.most_common())
                strict, most = _strict(name, speakers), _most(name, speakers)
                yield Person(line["id"], name, counts, strict, most)


def totals(found: Sequence[Person]) -> str:
    """How many of some persons are one voice and only one, in a line."""
    strict, most = Counter(p.strict for p in found), Counter(p.most for p in found)
    return (
        f"named persons who speak: {strict['one']} of {len(found)} one voice and only one;"
        f" {_failed(strict)} (statements given to the wrong speaker aside: {most['one']};"
        f" {_failed(most)})"
    )


def told(person: Person) -> str:
    """A person who is not one voice and only one, in a line."""
    voices = ", ".join(f"{name} ({count})" for name, count in person.voices) or "none"
    aside = "" if person.most == person.strict else f", wrong speakers aside {person.most}"
    return f"  {person.article}: {person.name} {person.strict}{aside}; voices: {voices}"


def _failed(verdicts: Counter[Verdict]) -> str:
    return "; ".join(f"{verdict} {verdicts[verdict]}" for verdict in FAILED)


def _strict(name: str, speakers: Voices) -> Verdict:
    mine = speakers[name]
    if len(mine) != 1:
        return "split" if mine else "voiceless"
    (voice,) = mine
    return "merged" if any(voice in v for n, v in speakers.items() if n != name) else "one"


def _most(name: str, speakers: Voices) -> Verdict:
    if not speakers[name]:
        return "voiceless"
    mine = [voice for voice in speakers[name] if name in _owners(voice, speakers)]
    if len(mine) > 1:
        return "split"
    alone = mine and _owners(mine[0], speakers) == [name]
    return "one" if alone else "merged"


def _owners(voice: str, speakers: Voices) -> list[str]:
    """The speaker that most of a voice's statements are of; several where nothing decides."""
    shares = {
        name: (voices[voice], voices[voice] / voices.total())
        for name, voices in speakers.items()
        if voices[voice]
    }
    most = max(shares.values())
    return [name for name, share in shares.items() if share == most]


def _voices(line: Line, prediction: Line) -> Voices:
    """For each gold speaker with a statement that was found, the voices that it was found under.

    A statement is found where predictions cover half of its words; the one that covers most of
    them speaks for it.
    """
    places = [match.span() for match in WORD.finditer(line["text"])]
    quotes = [(_covered(places, q["content"]), q["voice"]) for q in prediction["quotes"]]
    heard = set().union(*(covered for covered, _ in quotes))
    speakers: dict[str, Counter[str]] = defaultdict(Counter)
    for attribution in line["attributions"]:
        words = _covered(places, attribution["content"])
        if not attribution["speaker"] or not words or 2 * len(words & heard) < len(words):
            continue
        _, voice = max(quotes, key=lambda quote: len(words & quote[0]))
        speakers[attribution["speaker"]].update([voice] if voice else [])
    return speakers


def _covered(words: Sequence[tuple[int, int]], spans: Sequence[Sequence[int]]) -> set[int]:
    return {i for i, (s, e) in enumerate(words) if any(s < b and a < e for a, b in spans)}
