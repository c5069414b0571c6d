"""An Analysis -> the rows of its tables, and the JSON document of schema 1 from such rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.analysis.schema import SCHEMA, word_count
from tui.article.cleaning import clean_line
from tui.article.model import Span
from tui.corpus.published import published
from tui.corpus.schema import TableName

Row = Mapping[str, Any]
Rows = Mapping[TableName, Sequence[Row]]
_JSON_OF_ARTICLE: Final = ("title", "byline", "date", "source", "text", "words")


def rows_of(key: str, analysis: Analysis) -> Rows:
    """The rows of one article; within each table they stand in the order of the analysis."""
    article = analysis.article
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    return {
        "articles": [
            {
                "article": key, "title": article.title, "byline": article.byline,
                "dateline": article.dateline, "date": article.date,
                "published": published(article.date), "source": clean_line(article.source),
                "words": word_count(article.text), "text": article.text,
                "summary": _spans(sentence.span for sentence in analysis.summary),
                "notice": analysis.notice,
            }
        ],
        "quotes": [_quote(key, quote, names) for quote in analysis.quotes],
        "speakers": [_speaker(key, speaker) for speaker in analysis.speakers],
        "entities": [
            {
                "article": key, "entity": entity.id, "name": entity.name, "type": entity.type,
                "mentions": _spans(entity.mentions), "salience": entity.salience,
                "speakers": [*entity.speakers],
            }
            for entity in analysis.entities
        ],
    }  # fmt: skip


def document_of(
    article: Row, quotes: Iterable[Row], speakers: Iterable[Row], entities: Iterable[Row]
) -> dict[str, Any]:
    """The document of schema 1 that an article's rows hold, as JSON gives it back.

    Rows are dictionaries, as pyarrow's `to_pylist` makes them, in the order of their table.
    """
    text = article["text"]
    return {
        "schema": SCHEMA,
        "article": {name: article[name] for name in _JSON_OF_ARTICLE},
        "speakers": [_speaker_document(row, text) for row in speakers],
        "quotes": [_quote_document(row) for row in quotes],
        "entities": [
            {
                "id": row["entity"], "name": row["name"], "type": row["type"],
                "mentions": _pairs(row["mentions"]), "salience": row["salience"],
                "speakers": row["speakers"],
            }
            for row in entities
        ],
        "summary": [
            {"span": span, "text": text[slice(*span)]} for span in _pairs(article["summary"])
        ],
        "corrections": 0,
        "notice": article["notice"],
    }  # fmt: skip


def _quote(key: str, quote: Quote, names: Mapping[str, str]) -> Row:
    return {
        "article": key, "quote": quote.id, "kind": quote.kind, "spans": _spans(quote.spans),
        "text": quote.text, "cue": _span(quote.cue), "mention": _span(quote.mention),
        "speaker": quote.speaker, "name": names.get(quote.speaker or ""),
        "confidence": quote.confidence, "reason": quote.reason, "chain": _spans(quote.chain),
    }  # fmt: skip


def _quote_document(row: Row) -> dict[str, Any]:
    told = ("kind", "text", "speaker", "confidence", "reason")
    return {
        "id": row["quote"],
        **{name: row[name] for name in told},
        "spans": _pairs(row["spans"]),
        "cue": _pair(row["cue"]),
        "mention": _pair(row["mention"]),
        "chain": _pairs(row["chain"]),
    }


def _speaker(key: str, speaker: Speaker) -> Row:
    return {
        "article": key, "speaker": speaker.id, "name": speaker.name,
        "aliases": [*speaker.aliases], "kind": speaker.kind, "role": speaker.role,
        "words": speaker.words, "share": speaker.share, "quotes": [*speaker.quotes],
        "summary": [_sentence(sentence) for sentence in speaker.summary],
        "entities": [*speaker.entities],
    }  # fmt: skip


def _speaker_document(row: Row, text: str) -> dict[str, Any]:
    told = ("name", "aliases", "kind", "role", "words", "share", "quotes", "entities")
    summary = [
        {
            "span": (span := _pair(sentence["span"])), "text": text[slice(*span or ())],
            "quote": sentence["quote"], "lead": _pair(sentence["lead"]),
        }
        for sentence in row["summary"]
    ]  # fmt: skip
    return {"id": row["speaker"], **{name: row[name] for name in told}, "summary": summary}


def _sentence(sentence: SummarySentence) -> Row:
    return {"span": _span(sentence.span), "quote": sentence.quote, "lead": _span(sentence.lead)}


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _pair(span: Mapping[str, int] | None) -> list[int] | None:
    return None if span is None else [span["start"], span["end"]]


def _pairs(spans: Iterable[Mapping[str, int]]) -> list[list[int]]:
    return [[span["start"], span["end"]] for span in spans]
