"""Names -> key entities: one for all the forms of a name, the most salient first."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.character import name_words
from tui.analysis.model import Entity, EntityType, Quote, Speaker
from tui.analysis.names import Name
from tui.article.model import Article, Span

OVERLAPPING = 4


def key_entities(
    article: Article, names: Sequence[Name], quotes: Sequence[Quote], speakers: Sequence[Speaker]
) -> tuple[Entity, ...]:
    """The entities of an article, as `ranked` has them."""
    entities = [
        Entity("", _fullest(article.text, group), _type(group), tuple(n.span for n in group), 0.0)
        for group in _linked(article, names)
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
    in the headline or not, and by how many voices. `speakers` are the ids of the voices within
    whose quotes it is named.
    """
    spoken = sorted((span, q.speaker) for q in quotes if q.speaker for span in q.spans)
    starts = [span.start for span, _ in spoken]
    place = {speaker.id: i for i, speaker in enumerate(speakers)}
    rated = []
    for entity in entities:
        heard = {who for m in entity.mentions for who in _speaking(spoken, starts, m.start)}
        voices = tuple(sorted(heard, key=lambda who: place[who]))
        rated.append((_weight(article, entity.mentions, voices), entity, voices))
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


def _linked(article: Article, names: Sequence[Name]) -> list[list[Name]]:
    """The names grouped by what they stand for: full forms first, then surnames and acronyms."""
    groups: list[list[Name]] = []
    by_key: dict[str, list[Name]] = {}
    by_surname: dict[str, list[Name]] = {}
    by_acronym: dict[str, list[Name]] = {}
    surfaces = [(name, name_words(_text(article.text, name))) for name in names]
    for name, words in sorted(surfaces, key=lambda pair: (-len(pair[1]), pair[0].span.start)):
        if not words:
            continue
        key = " ".join(words)
        group = by_key.get(key)
        if group is None and len(words) == 1:
            if _text(article.text, name).isupper():
                group = by_acronym.get(key)
            if group is None and name.type == "person":
                group = by_surname.get(key)
        if group is None:
            group = []
            groups.append(group)
            if len(words) > 1:
                by_acronym.setdefault(_initials(words), group)
                if name.type == "person":
                    by_surname.setdefault(words[-1], group)
                    by_surname.setdefault(words[0], group)
        by_key.setdefault(key, group)
        group.append(name)
    for group in groups:
        group.sort(key=lambda n: n.span.start)
    return groups


def _initials(words: Sequence[str]) -> str:
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "&"))


def _weight(article: Article, mentions: Sequence[Span], voices: Sequence[str]) -> float:
    length = max(len(article.text), 1)
    first = mentions[0].start / length
    title = next((b.span for b in article.blocks if b.kind == "title"), Span(0, 0))
    headlined = any(title.start <= m.start < title.end for m in mentions)
    spread = len({m.start * 8 // length for m in mentions}) / 8
    return (
        float(len(mentions) ** 0.7)
        + 1.5 * (1 - first)
        + 2 * spread
        + 2 * headlined
        + 0.5 * len(voices)
    )


def _speaking(spoken: Sequence[tuple[Span, str]], starts: Sequence[int], offset: int) -> list[str]:
    """Who speaks at an offset: quotes that overlap stand close together."""
    at = bisect_right(starts, offset)
    return [who for span, who in spoken[max(0, at - OVERLAPPING) : at] if offset < span.end]


def _fullest(text: str, group: Sequence[Name]) -> str:
    forms = Counter(_text(text, n) for n in group)
    return max(forms, key=lambda form: (len(form.split()), not form.isupper(), forms[form]))


def _type(group: Sequence[Name]) -> EntityType:
    return Counter(n.type for n in group).most_common(1)[0][0]


def _text(text: str, name: Name) -> str:
    return text[name.span.start : name.span.end]
