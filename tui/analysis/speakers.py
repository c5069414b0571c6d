"""Attributions -> quotes and speakers: every voice once, with its share of what is said."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.analysis.attribution import Attribution
from tui.analysis.cast import Voice
from tui.analysis.chain import chains
from tui.analysis.character import Character, NamedSpan
from tui.analysis.coreference import Resolver
from tui.analysis.delayed_names import name_later
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
    cast: Sequence[Character],
    attributions: Sequence[Attribution],
    pointers: Pointers = NO_POINTERS,
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """Quotes with their speakers, and the speakers in the order of their first quote.

    `cast` are the characters that bear the names; they learn roles here. `pointers` are the
    encoder's, from words that stand for somebody; without them salience decides.
    """
    name_later(article.text, units, cast, attributions)
    labelled = [a for a in attributions if a.evidence == "turn" and a.head is not None]
    resolver = Resolver(article, units, names, cast, pointers, labelled)
    found: list[Quote] = []
    voices: dict[int, Voice] = {}
    ids: dict[int, str] = {}
    resolutions = named_below(article, attributions, [resolver.resolve(a) for a in attributions])
    said = [None if r is None else r.voice for r in resolutions]
    linked = chains(article, units, names, list(zip(attributions, said, strict=True)))
    for quote, resolution, chain in zip(
        quotes(attributions, article), resolutions, linked, strict=True
    ):
        if resolution is None:
            found.append(quote)
            continue
        voice = resolution.voice
        voices[id(voice)] = voice
        spoken = replace(
            quote,
            speaker=ids.setdefault(id(voice), f"s{len(ids) + 1}"),
            confidence=round(quote.confidence * resolution.confidence, 2),
            reason=f"{quote.reason}; {resolution.reason}",
            chain=chain,
        )
        found.append(spoken)
    return counted(found, {ids[key]: _speaker(ids[key], voice) for key, voice in voices.items()})


def counted(
    said: Sequence[Quote], speakers: Mapping[str, Speaker]
) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """Quotes and their speakers in the order of their first quote, with ids `s1`, `s2`, ...

    `speakers` are looked up by the quotes' speaker ids; names, aliases, kinds and roles stay, and
    words, shares and quotes are counted. Whoever says nothing is left out.
    """
    by_speaker: dict[str, list[Quote]] = defaultdict(list)
    for quote in said:
        if quote.speaker is not None:
            by_speaker[quote.speaker].append(quote)
    ids = {before: f"s{i}" for i, before in enumerate(by_speaker, 1)}
    words = {i: sum(word_count(q.text) for q in own) for i, own in by_speaker.items()}
    total = sum(words.values()) or 1
    return (
        tuple(
            q if q.speaker is None or ids[q.speaker] == q.speaker
            else replace(q, speaker=ids[q.speaker])
            for q in said
        ),
        tuple(
            replace(
                speakers[before],
                id=ids[before],
                words=words[before],
                share=round(words[before] / total, 4),
                quotes=tuple(q.id for q in own),
            )
            for before, own in by_speaker.items()
        ),
    )  # fmt: skip


def _speaker(speaker_id: str, voice: Voice) -> Speaker:
    """A voice whose statements are not counted yet."""
    aliases = tuple(a for a in dict.fromkeys(voice.aliases) if a != voice.name)
    return Speaker(speaker_id, _shown(voice.name), aliases, voice.kind, voice.role, 0, 0.0, ())


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
