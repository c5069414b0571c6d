"""The harbour article with a whole analysis: roles, summaries, names."""

import json
from dataclasses import replace
from pathlib import Path

from tests.reader.harbour import harbour, reading
from tui.analysis.model import Analysis, Entity, Quote, Speaker, SummarySentence
from tui.analysis.schema import to_json
from tui.article.model import Article, Span

ROLES = {"s1": "mayor of Ostrand", "s2": "speaks for the fishermen", "s3": None}


def voiced_harbour() -> Analysis:
    """The article's analysis as the engine would give it, with a title."""
    article = harbour()
    title = "Harbour to close for a month, mayor says"
    return voices_of(replace(article, title=title, source="harbour.txt"))


def voices_of(article: Article) -> Analysis:
    analysis = reading(article)
    text = article.text

    def found(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    def word(words: str, within: str) -> Span:
        start = found(within).start + within.index(words)
        return Span(start, start + len(words))

    chains = {
        "q8": (
            word("he", "melts,” he said"),
            word("Oduya", "Mr. Oduya was"),
            word("Piet Oduya", "Piet Oduya, who"),
        )
    }
    quotes = tuple(
        replace(
            quote,
            cue=found("said"),
            chain=chains.get(quote.id, ()),
            reason=f"the cue of {quote.id} is beside it",
        )
        for quote in analysis.quotes
    )
    entities = (
        Entity("e1", "Ostrand", "place", (found("Ostrand"), found("Ostrand leave")), 0.9, ()),
        Entity(
            "e2", "ice", "other", (found("ice of every"), found("Ice melts")), 0.5, ("s1", "s2")
        ),
        Entity("e3", "Ines Tarrow", "person", (found("Ines Tarrow"),), 0.1, ()),
        Entity("e4", "the divers", "organization", (found("The divers"),), 0.1, ("s1",)),
    )
    speakers = tuple(_speaker(speaker, analysis, entities) for speaker in analysis.speakers)
    return replace(analysis, quotes=quotes, entities=entities, speakers=speakers)


def _speaker(speaker: Speaker, analysis: Analysis, entities: tuple[Entity, ...]) -> Speaker:
    own = [quote for quote in analysis.quotes if quote.speaker == speaker.id]
    summary = tuple(_sentence(analysis.article.text, quote) for quote in own[:2])
    return replace(
        speaker,
        role=ROLES[speaker.id],
        quotes=tuple(quote.id for quote in own),
        summary=summary,
        entities=tuple(entity.id for entity in entities if speaker.id in entity.speakers),
    )


def _sentence(text: str, quote: Quote) -> SummarySentence:
    start, end = quote.spans[0]
    told = quote.kind == "indirect" and text[:start].endswith(" said ")
    lead = Span(start - len("said "), start - 1) if told else None
    return SummarySentence(quote.spans[0], text[start:end], quote.id, lead)


def answers(analysis: Analysis) -> list[dict[str, object]]:
    """The engine's answers: a partial one, with quotes alone, and the whole."""
    partial = replace(analysis, speakers=(), entities=(), step="quotations", done=0.4)
    return [
        {"step": part.step, "done": part.done, "analysis": to_json(part)}
        for part in (partial, analysis)
    ]


def write_answers(path: Path, analysis: Analysis) -> Path:
    """A file of answers for the scripted engine."""
    path.write_text(json.dumps(answers(analysis)), encoding="utf-8")
    return path
