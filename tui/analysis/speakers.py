"""Attributions -> quotes and speakers: every voice once, with its share of what is said."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.analysis.attribution import Attribution
from tui.analysis.cast import Voice
from tui.analysis.character import NamedSpan
from tui.analysis.characters import characters
from tui.analysis.coreference import Resolver
from tui.analysis.headline_voices import named_below
from tui.analysis.model import Quote, Speaker
from tui.analysis.pointers import NO_POINTERS, Pointers
from tui.analysis.schema import word_count
from tui.analysis.units import Unit
from tui.article.model import Article, Span

GAP = " … "


def quotes(attributions: Sequence[Attribution], article: Article) -> Iterator[Quote]:
    """The attributions as quotes that have no speaker yet; ids `q1`, `q2`, ... in order."""
    return (
        Quote(
            id=f"q{i}",
            kind=a.kind,
            spans=a.spans,
            text=_joined(article.text, a.spans),
            cue=a.cue,
            mention=a.mention,
            speaker=None,
            confidence=a.confidence,
            reason=a.reason,
        )
        for i, a in enumerate(attributions, 1)
    )


def resolved(
    article: Article,
    units: Sequence[Unit],
    names: Sequence[NamedSpan],
    attributions: Sequence[Attribution],
    pointers: Pointers = NO_POINTERS,
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """Quotes with their speakers, and the speakers in the order of their first quote.

    `pointers` are the encoder's, from words that stand for somebody; without them salience decides.
    """
    resolver = Resolver(article, units, names, characters(article, units, names), pointers)
    found: list[Quote] = []
    by_voice: dict[int, list[Quote]] = defaultdict(list)
    order: list[Voice] = []
    ids: dict[int, str] = {}
    resolutions = named_below(article, attributions, [resolver.resolve(a) for a in attributions])
    for quote, resolution in zip(quotes(attributions, article), resolutions, strict=True):
        if resolution is None:
            found.append(quote)
            continue
        voice = resolution.voice
        if id(voice) not in ids:
            order.append(voice)
            ids[id(voice)] = f"s{len(order)}"
        spoken = Quote(
            id=quote.id,
            kind=quote.kind,
            spans=quote.spans,
            text=quote.text,
            cue=quote.cue,
            mention=quote.mention,
            speaker=ids[id(voice)],
            confidence=round(quote.confidence * resolution.confidence, 2),
            reason=f"{quote.reason}; {resolution.reason}",
        )
        found.append(spoken)
        by_voice[id(voice)].append(spoken)
    words = {id(v): sum(word_count(q.text) for q in by_voice[id(v)]) for v in order}
    total = sum(words.values()) or 1
    speakers = tuple(
        Speaker(
            id=f"s{i}",
            name=_shown(voice.name),
            aliases=tuple(a for a in dict.fromkeys(voice.aliases) if a != voice.name),
            kind=voice.kind,
            role=voice.role,
            words=words[id(voice)],
            share=round(words[id(voice)] / total, 4),
            quotes=tuple(q.id for q in by_voice[id(voice)]),
        )
        for i, voice in enumerate(order, 1)
    )
    return tuple(found), speakers


def _joined(text: str, spans: Sequence[Span]) -> str:
    parts = []
    for i, span in enumerate(spans):
        if i:
            gap = text[spans[i - 1].end : span.start]
            parts.append(gap if not gap.strip() else GAP)
        parts.append(text[span.start : span.end])
    return "".join(parts)


def _shown(name: str) -> str:
    for possessive in ("’s", "'s"):
        name = name.removesuffix(possessive)
    return name
