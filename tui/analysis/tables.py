"""Analyses as tables for pandas or polars: articles, speakers, quotes and entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar

from tui.analysis.model import Analysis
from tui.analysis.schema import word_count
from tui.article.cleaning import clean_line

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Frame = TypeVar("Frame")
ColumnType = Literal["text", "number", "share", "texts", "spans"]
Row = Mapping[str, Any]

COLUMNS: Final[Mapping[str, Mapping[str, ColumnType]]] = {
    "articles": {
        "article": "number", "title": "text", "byline": "text", "date": "text", "source": "text",
        "words": "number", "text": "text",
    },
    "speakers": {
        "article": "number", "speaker": "text", "name": "text", "aliases": "texts",
        "kind": "text", "role": "text", "words": "number", "share": "share", "quotes": "number",
    },
    "quotes": {
        "article": "number", "quote": "text", "kind": "text", "text": "text", "start": "number",
        "end": "number", "spans": "spans", "cue": "text", "mention": "text", "speaker": "text",
        "name": "text", "confidence": "share", "certainty": "text", "reason": "text",
    },
    "entities": {
        "article": "number", "entity": "text", "name": "text", "type": "text",
        "salience": "share", "mentions": "spans", "speakers": "texts",
    },
}  # fmt: skip
"""The columns of each table and what they hold. A `text` or a `number` may be missing; a `share` is
in [0, 1]; `texts` are a list, `spans` a list of [start, end]."""


@dataclass(frozen=True, slots=True)
class Tables(Generic[Frame]):
    """Four tables of one or more analyses, each a `Frame`: a DataFrame of pandas or of polars.

    The tables are `articles`, `speakers`, `quotes` and `entities`, with a row for each.
    `article` counts the analyses from 0, in every table; within an article `speaker`, `quote` and
    `entity` are the ids of the model. Offsets are code points of the article's text, the end
    exclusive: `start` and `end` of a quote are those of its first and last word, `spans` and
    `mentions` are lists of [start, end].
    """

    articles: Frame
    speakers: Frame
    quotes: Frame
    entities: Frame


def to_pandas(*analyses: Analysis) -> Tables[pd.DataFrame]:
    """The analyses as pandas tables. Raises ImportError, with what to install, without pandas."""
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError(_MISSING.format("pandas")) from error
    types = {"text": "string", "number": "Int64", "share": "Float64"}

    def frame(rows: list[Row], columns: Mapping[str, ColumnType]) -> pd.DataFrame:
        return pd.DataFrame(
            {
                name: pd.Series([row[name] for row in rows], dtype=types.get(kind, "object"))
                for name, kind in columns.items()
            }
        )

    return Tables(*(frame(rows, COLUMNS[name]) for name, rows in _rows(analyses).items()))


def to_polars(*analyses: Analysis) -> Tables[pl.DataFrame]:
    """The analyses as polars tables. Raises ImportError, with what to install, without polars."""
    try:
        import polars as pl
    except ImportError as error:
        raise ImportError(_MISSING.format("polars")) from error
    types = {
        "text": pl.String(), "number": pl.Int64(), "share": pl.Float64(),
        "texts": pl.List(pl.String), "spans": pl.List(pl.List(pl.Int64)),
    }  # fmt: skip

    def frame(rows: list[Row], columns: Mapping[str, ColumnType]) -> pl.DataFrame:
        return pl.DataFrame(rows, {name: types[kind] for name, kind in columns.items()})

    return Tables(*(frame(rows, COLUMNS[name]) for name, rows in _rows(analyses).items()))


_MISSING: Final = "these tables need {0}: python -m pip install {0}"


def _rows(analyses: Iterable[Analysis]) -> dict[str, list[Row]]:
    """The rows of each table, in the order of `Tables`."""
    made: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for number, analysis in enumerate(analyses):
        article = analysis.article
        made["articles"].append(
            {
                "article": number, "title": article.title, "byline": article.byline,
                "date": article.date, "source": clean_line(article.source),
                "words": word_count(article.text), "text": article.text,
            }
        )  # fmt: skip
        made["speakers"] += _speakers(number, analysis)
        made["quotes"] += _quotes(number, analysis)
        made["entities"] += (
            {
                "article": number, "entity": entity.id, "name": entity.name, "type": entity.type,
                "salience": entity.salience, "mentions": [[*span] for span in entity.mentions],
                "speakers": [*entity.speakers],
            }
            for entity in analysis.entities
        )  # fmt: skip
    return made


def _speakers(number: int, analysis: Analysis) -> Iterator[Row]:
    for speaker in analysis.speakers:
        yield {
            "article": number, "speaker": speaker.id, "name": speaker.name,
            "aliases": [*speaker.aliases], "kind": speaker.kind, "role": speaker.role,
            "words": speaker.words, "share": speaker.share, "quotes": len(speaker.quotes),
        }  # fmt: skip


def _quotes(number: int, analysis: Analysis) -> Iterator[Row]:
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    text = analysis.article.text
    for quote in analysis.quotes:
        yield {
            "article": number, "quote": quote.id, "kind": quote.kind, "text": quote.text,
            "start": min(span.start for span in quote.spans),
            "end": max(span.end for span in quote.spans),
            "spans": [[*span] for span in quote.spans],
            "cue": text[slice(*quote.cue)] if quote.cue else None,
            "mention": text[slice(*quote.mention)] if quote.mention else None,
            "speaker": quote.speaker, "name": names.get(quote.speaker or ""),
            "confidence": quote.confidence, "certainty": quote.certainty, "reason": quote.reason,
        }  # fmt: skip
