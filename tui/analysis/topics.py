"""What each voice speaks of: the entities that its statements name, and what it alone names."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.article.model import Span

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Entity, Quote


@dataclass(frozen=True, slots=True)
class Topic:
    """An entity that a voice speaks of, with each mention in its statements, in their order.

    `alone` says whether no other voice speaks of it.
    """

    entity: Entity
    mentions: tuple[tuple[Quote, Span], ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Topics:
    """Who speaks of what.

    `by_speaker` has the topics of each speaker's id, the most often named first and, where two are
    level, the more salient; `by_entity` the ids of the speakers who name an entity, by its id, in
    the order of the analysis.
    """

    by_speaker: Mapping[str, tuple[Topic, ...]] = field(default_factory=dict)
    by_entity: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, speaker_id: str) -> tuple[Topic, ...]:
        """What a speaker speaks of; nothing for one who is not known."""
        return self.by_speaker.get(speaker_id, ())

    def voices(self, entity: Entity) -> tuple[str, ...]:
        """The ids of the speakers who speak of an entity."""
        return self.by_entity.get(entity.id, ())


def topics(analysis: Analysis) -> Topics:
    """Who speaks of what, as the quotes of an analysis have it; offsets are those of its article.

    A mention counts for each quote that it begins in.
    """
    named = sorted((span, i) for i, e in enumerate(analysis.entities) for span in e.mentions)
    starts = [span.start for span, _ in named]
    found: dict[str, dict[int, list[tuple[Quote, Span]]]] = {}
    for quote in analysis.quotes:
        for span in quote.spans if quote.speaker else ():
            within = slice(bisect_left(starts, span.start), bisect_left(starts, span.end))
            for mention, entity in named[within]:
                own = found.setdefault(quote.speaker or "", defaultdict(list))
                own[entity].append((quote, mention))
    voices = defaultdict[str, list[str]](list)
    for speaker in analysis.speakers:
        for entity in found.get(speaker.id, ()):
            voices[analysis.entities[entity].id].append(speaker.id)

    def of_speaker(own: Mapping[int, list[tuple[Quote, Span]]]) -> tuple[Topic, ...]:
        ranked = sorted(own, key=lambda entity: (-len(own[entity]), entity))
        entities = analysis.entities
        return tuple(
            Topic(entities[i], tuple(own[i]), alone=len(voices[entities[i].id]) == 1)
            for i in ranked
        )

    return Topics(
        {speaker_id: of_speaker(own) for speaker_id, own in found.items()},
        {entity_id: tuple(speakers) for entity_id, speakers in voices.items()},
    )
