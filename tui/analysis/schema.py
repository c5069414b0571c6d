"""Schema 1: an Analysis as a JSON document, and back; and a user's corrections to it."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from operator import index
from typing import Any, get_args

from tui.analysis.corrections import Correction, Scope
from tui.analysis.model import Analysis, Entity, Quote, Speaker, SummarySentence
from tui.article.cleaning import clean_line
from tui.article.model import Article, Block, BlockKind, Span

SCHEMA = 1


def to_json(analysis: Analysis) -> dict[str, Any]:
    """The analysis as the JSON-ready document of schema 1. Offsets are code points of the text."""
    article = analysis.article
    return {
        "schema": SCHEMA,
        "article": {
            "title": article.title,
            "byline": article.byline,
            "date": article.date,
            "source": clean_line(article.source),
            "text": article.text,
            "words": word_count(article.text),
        },
        "speakers": [asdict(speaker) for speaker in analysis.speakers],
        "quotes": [asdict(quote) for quote in analysis.quotes],
        "entities": [asdict(entity) for entity in analysis.entities],
        "summary": [{"span": s.span, "text": s.text} for s in analysis.summary],
        "corrections": analysis.corrections,
        "notice": analysis.notice,
    }


def from_json(
    document: dict[str, Any], article: Article, *, step: str = "done", done: float = 1.0
) -> Analysis:
    """The analysis that a document of schema 1 holds, over the article that it is about.

    Raises ValueError where the document is of another schema, KeyError or TypeError where a part
    of it is missing or of another shape.
    """
    if document["schema"] != SCHEMA:
        raise ValueError(f"schema {document['schema']!r}: this version reads schema {SCHEMA}")
    return Analysis(
        article=article,
        quotes=tuple(_quote(q) for q in document["quotes"]),
        speakers=tuple(_speaker(s) for s in document["speakers"]),
        entities=tuple(_entity(e) for e in document["entities"]),
        summary=tuple(_sentence(s) for s in document["summary"]),
        corrections=document.get("corrections", 0),
        notice=document.get("notice", ""),
        step=step,
        done=done,
    )


def article_to_json(article: Article) -> dict[str, Any]:
    """An article with its blocks, as the engine is handed it."""
    return asdict(article)


def article_from_json(document: dict[str, Any]) -> Article:
    """The article that `article_to_json` wrote.

    Raises ValueError, KeyError or TypeError on another shape.
    """
    text, end = document["text"], 0
    blocks = tuple(Block(b["kind"], Span(*map(index, b["span"]))) for b in document["blocks"])
    for kind, span in ((block.kind, block.span) for block in blocks):
        if kind not in get_args(BlockKind) or not end <= span.start <= span.end <= len(text):
            raise ValueError("a block has a kind and a place of its own in the text")
        end = span.end
    told = {key: value for key, value in document.items() if key != "blocks"}
    if not all(isinstance(value, str | None) for value in told.values()):
        raise TypeError("what an article's head tells is text")
    return Article(**{**told, "blocks": blocks})


def corrections_to_json(corrections: Sequence[Correction]) -> list[dict[str, Any]]:
    """Corrections in the order in which they were made, as files keep and the engine takes them."""
    return [asdict(correction) for correction in corrections]


def corrections_from_json(corrections: Sequence[dict[str, Any]]) -> tuple[Correction, ...]:
    """The corrections that `corrections_to_json` wrote.

    Raises ValueError, KeyError or TypeError on another shape.
    """
    return tuple(_correction(c) for c in corrections)


def word_count(text: str) -> int:
    """How many words a text has: runs of letters and digits, inner apostrophes and hyphens kept."""
    return sum(1 for _ in WORD.finditer(text))


WORD = re.compile(r"\w+(?:[-’'.]\w+)*")


def _correction(c: dict[str, Any]) -> Correction:
    spans = tuple(Span(*map(index, span)) for span in c["spans"])
    # they come from a file or another program, and are shown
    was, mention, name = (
        None if c[key] is None else clean_line(c[key]) for key in ("was", "mention", "name")
    )
    if c["scope"] not in get_args(Scope) or name == "" or not spans:
        raise ValueError("a correction has spans, a scope and a name, or null for nobody")
    return Correction(spans, c["scope"], was, mention, name, new=bool(c["new"]))


def _optional_span(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)


def _quote(q: dict[str, Any]) -> Quote:
    spans = tuple(Span(*s) for s in q["spans"])
    cue, mention = _optional_span(q["cue"]), _optional_span(q["mention"])
    chain = tuple(Span(*s) for s in q.get("chain", ()))
    return Quote(**{**q, "spans": spans, "cue": cue, "mention": mention, "chain": chain})


def _speaker(s: dict[str, Any]) -> Speaker:
    lists = {key: tuple(s[key]) for key in ("aliases", "quotes", "entities")}
    return Speaker(**{**s, **lists, "summary": tuple(_sentence(x) for x in s["summary"])})


def _entity(e: dict[str, Any]) -> Entity:
    mentions = tuple(Span(*m) for m in e["mentions"])
    return Entity(**{**e, "mentions": mentions, "speakers": tuple(e["speakers"])})


def _sentence(s: dict[str, Any]) -> SummarySentence:
    lead = _optional_span(s.get("lead"))
    return SummarySentence(Span(*s["span"]), s["text"], s.get("quote"), lead)
