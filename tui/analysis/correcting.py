"""Corrections -> an analysis as its user has set it right."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.analysis.character import PRONOUN_GENDER
from tui.analysis.corrections import Correction, called, corrected_voice, touched
from tui.analysis.entities import ranked, speaking_of
from tui.analysis.model import Analysis, Entity, Quote, Speaker, SpeakerKind
from tui.analysis.speakers import counted


def corrected(analysis: Analysis, corrections: Sequence[Correction]) -> Analysis:
    """The analysis, a partial one too, with corrections in the order in which they were made.

    A correction that finds nothing is left without effect, and is not counted. What nobody says is
    a statement no more; the others keep their ids. Voices have the
    order of their first quote, and words, shares, quotes and entities counted anew. A voice whose
    quotes have changed has no summary, the others keep theirs; a quote that has changed has no
    chain but its mention.
    """
    quotes, voices = list(analysis.quotes), {s.id: s for s in analysis.speakers}
    made = sum(_apply(correction, quotes, voices, analysis) for correction in corrections)
    if not made:
        return analysis
    now, speakers = counted(quotes, voices)
    entities = ranked(analysis.article, analysis.entities, now, speakers)
    summaries = {s.quotes: s.summary for s in analysis.speakers}
    speakers = tuple(
        replace(s, summary=summaries.get(s.quotes, ())) for s in speaking_of(speakers, entities)
    )
    return replace(analysis, quotes=now, speakers=speakers, entities=entities, corrections=made)


def _apply(
    correction: Correction, quotes: list[Quote], voices: dict[str, Speaker], analysis: Analysis
) -> bool:
    """Let one correction change quotes and voices; the voices' ids need not be in order.

    False where it finds no statement that it is about.
    """
    speakers, text = tuple(voices.values()), analysis.article.text
    ids = {quote.id for quote in touched(quotes, speakers, text, correction)}
    if not ids:
        return False
    if correction.name is None:
        quotes[:] = [quote for quote in quotes if quote.id not in ids]
        return True
    was = corrected_voice(quotes, speakers, correction)
    target = called(speakers, correction.name, exactly=correction.new)
    if target is None:
        kind = was.kind if was and correction.scope == "voice" else None
        target = _new_voice(correction.name, kind, analysis.entities)
    voices[target.id] = target
    if was is not None and was.id != target.id:
        _share_names(correction, was, target, voices)
    reason = f"you said that {correction.told()}"
    for at, quote in enumerate(quotes):
        if quote.id in ids:
            chain = () if quote.mention is None else (quote.mention,)
            quotes[at] = replace(
                quote, speaker=target.id, confidence=1.0, reason=reason, chain=chain
            )
    return True


def _new_voice(name: str, kind: SpeakerKind | None, entities: Iterable[Entity]) -> Speaker:
    """A voice that was not there; what it is, a name in the article may tell."""
    if kind is None:
        named = next((e.type for e in entities if e.name.casefold() == name.casefold()), None)
        kind = named if named in ("person", "organization") else "unknown"
    return Speaker(f"new {name}", name, (), kind, None, 0, 0.0, ())


def _share_names(
    correction: Correction, was: Speaker, target: Speaker, voices: dict[str, Speaker]
) -> None:
    """Two voices that are one have all their names; words that stand for another go over to it."""
    if correction.scope == "voice":
        del voices[was.id]
        voices[target.id] = replace(
            target,
            aliases=_other_names(target.name, (*target.aliases, was.name, *was.aliases)),
            kind=was.kind if target.kind == "unknown" else target.kind,
            role=target.role or was.role,
        )
    elif correction.scope == "mention" and correction.mention is not None:
        words = correction.mention.casefold()
        left = tuple(alias for alias in was.aliases if alias.casefold() != words)
        voices[was.id] = replace(was, aliases=left)
        if words not in PRONOUN_GENDER:
            aliases = _other_names(target.name, (*target.aliases, correction.mention))
            voices[target.id] = replace(target, aliases=aliases)


def _other_names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    return tuple(alias for alias in dict.fromkeys(aliases) if alias != name)
