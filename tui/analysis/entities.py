"""Names -> key entities: one for all the forms of a name, the most salient first."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

from tui.analysis.character import TITLES, acronyms, name_words, unshouted
from tui.analysis.model import Entity, EntityType, Quote, Speaker
from tui.analysis.names import Name
from tui.article.model import Article, Span

OVERLAPPING = 4
# `Lake Tolva` is Tolva.
NATURAL = frozenset("lake mount river cape".split())

Words = tuple[str, ...]


def key_entities(
    article: Article,
    names: Sequence[Name],
    quotes: Sequence[Quote],
    speakers: Sequence[Speaker],
    whose: Mapping[int, Words],
) -> tuple[Entity, ...]:
    """The entities of an article, as `ranked` has them.

    `whose` tells for offsets at which a person is named the words of the fullest name.
    """
    entities = [
        Entity("", _fullest(article.text, group), _type(group), tuple(n.span for n in group), 0.0)
        for group in _linked(article, names, whose)
    ]
    return ranked(article, entities, quotes, speakers)


def ranked(
    article: Article,
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
    speakers: Sequence[Speaker],
) -> tuple[Entity, ...]:
    """The entities, the most salient first; ids `e1`, `e2`, ... in that order.

    Salience is in [0, 1]: how often an entity is named, how early, over how much of the article,
    in the headline or not, by how many voices, and how many statements are its own. `speakers`
    are the ids of the voices within whose quotes it is named.
    """
    spoken = sorted((span, q.speaker) for q in quotes if q.speaker for span in q.spans)
    starts = [span.start for span, _ in spoken]
    place = {speaker.id: i for i, speaker in enumerate(speakers)}
    said = {_words(form): len(s.quotes) for s in speakers for form in (s.name, *s.aliases)}
    rated = []
    for entity in entities:
        heard = {who for m in entity.mentions for who in _speaking(spoken, starts, m.start)}
        voices = tuple(sorted(heard, key=lambda who: place[who]))
        forms = (article.text[slice(*m)] for m in entity.mentions)
        own = max(said.get(_words(form), 0) for form in forms)
        rated.append((_weight(article, entity.mentions, voices, own), entity, voices))
    most = max((weight for weight, _, _ in rated), default=1.0)
    rated.sort(key=lambda r: (-r[0], r[1].mentions[0].start))
    return tuple(
        replace(entity, id=f"e{i}", salience=round(weight / most, 4), speakers=voices)
        for i, (weight, entity, voices) in enumerate(rated, 1)
    )


def speaking_of(speakers: Sequence[Speaker], entities: Sequence[Entity]) -> tuple[Speaker, ...]:
    """The speakers with the ids of the entities that they mention, the most salient first."""
    spoken_of: dict[str, list[str]] = defaultdict(list)
    for entity in entities:
        for speaker in entity.speakers:
            spoken_of[speaker].append(entity.id)
    return tuple(replace(s, entities=tuple(spoken_of[s.id])) for s in speakers)


def _linked(
    article: Article, names: Sequence[Name], whose: Mapping[int, Words]
) -> list[list[Name]]:
    """The names grouped by what they stand for: full forms first, then what is short for them."""
    groups: dict[Words, list[Name]] = {}
    short: dict[tuple[str, Words], list[Name]] = {}
    surfaces = [(name, _words(_text(article.text, name))) for name in names]
    people = {words for name, words in surfaces if name.type == "person"}
    for name, words in sorted(surfaces, key=lambda pair: (-len(pair[1]), pair[0].span.start)):
        if not words:
            continue
        own = whose.get(name.span.start, words)
        if len(words) == 1 and name.type == "person" and own[-1:] == words:
            # of two who are called Falk
            words = own if own in people or own[0] in TITLES else words
        group = groups.get(words) or _long_form(short, name, words, _text(article.text, name))
        if group is None:
            group = []
            for form in _short_forms(name, words):
                short.setdefault(form, group)
        groups[words] = group
        group.append(name)
    distinct = {id(group): group for group in groups.values()}.values()
    return [sorted(group, key=lambda n: n.span.start) for group in distinct]


def _short_forms(name: Name, words: Words) -> Iterator[tuple[str, Words]]:
    """What else a name may be called later, each with what such a name must look like."""
    if len(words) == 1:
        return
    yield from (("acronym", (letters,)) for letters in acronyms(words))
    if name.type == "person":
        yield "person", words[1:]
        yield "person", words[-1:]
        yield "person", words[:1]
        yield "person", (words[0], words[-1])
    elif name.type == "place" and words[0] in NATURAL:
        yield "place", words[1:]
    elif name.type == "organization":
        for at in range(1, len(words)):
            yield "organization", words[:-at]
            yield "organization", words[at:]


def _long_form(
    short: Mapping[tuple[str, Words], list[Name]], name: Name, words: Words, text: str
) -> list[Name] | None:
    found = short.get(("acronym", words)) if text.isupper() else None
    return found or short.get((name.type, words))


def _words(name: str) -> Words:
    return tuple(name_words(name))


def _weight(article: Article, mentions: Sequence[Span], voices: Sequence[str], own: int) -> float:
    length = max(len(article.text), 1)
    first = mentions[0].start / length
    title = next((b.span for b in article.blocks[:1] if b.kind == "title"), Span(0, 0))
    headlined = any(title.start <= m.start < title.end for m in mentions)
    spread = len({m.start * 8 // length for m in mentions}) / 8
    return (
        float(len(mentions) ** 0.7)
        + 1.5 * (1 - first)
        + 2 * spread
        + 2.5 * headlined
        + 0.25 * len(voices)
        + 0.5 * log(1 + own)
    )


def _speaking(spoken: Sequence[tuple[Span, str]], starts: Sequence[int], offset: int) -> list[str]:
    """Who speaks at an offset: quotes that overlap stand close together."""
    at = bisect_right(starts, offset)
    return [who for span, who in spoken[max(0, at - OVERLAPPING) : at] if offset < span.end]


def _fullest(text: str, group: Sequence[Name]) -> str:
    forms = Counter(_text(text, n) for n in group)
    name = max(forms, key=lambda form: (len(form.split()), not form.isupper(), forms[form]))
    return unshouted(name)  # a dateline shouts


def _type(group: Sequence[Name]) -> EntityType:
    return Counter(n.type for n in group).most_common(1)[0][0]


def _text(text: str, name: Name) -> str:
    return text[name.span.start : name.span.end]
