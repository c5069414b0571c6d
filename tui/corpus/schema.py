"""The tables of a corpus: their columns, Arrow types and version."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import pyarrow as pa

from tui.corpus.corpus_folder import SCHEMA, PeopleTable

METADATA: Final = b"pullquote"
"""Where a file of a table says, as JSON, its `schema` and the `engine` that read its articles."""
TableName = Literal["articles", "quotes", "speakers", "entities", "errors", "duplicates"]

_SPAN: Final = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_SENTENCE: Final = pa.struct([("span", _SPAN), ("quote", pa.string()), ("lead", _SPAN)])


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its Arrow type, whether it may be null, and what it holds."""

    type: pa.DataType
    told: str
    null: bool = False


_ARTICLE: Final = Column(pa.string(), "the article's key, in every table")
COLUMNS: Final[Mapping[TableName, Mapping[str, Column]]] = {
    "articles": {
        "article": Column(
            pa.string(),
            "the first 32 hex digits of the SHA-256 of what was read: for a file, of its bytes",
        ),
        "title": Column(pa.string(), "the headline", null=True),
        "byline": Column(pa.string(), "who wrote it", null=True),
        "dateline": Column(pa.string(), "where it was written", null=True),
        "date": Column(pa.string(), "the date in the article's own words", null=True),
        "published": Column(
            pa.date32(), "the same as a date, where day, month and year are sure", null=True
        ),
        "source": Column(pa.string(), "the file, or the row's address"),
        "words": Column(pa.int32(), "how many words the text has"),
        "text": Column(pa.large_string(), "all that a reader is shown; every span counts in it"),
        "summary": Column(pa.list_(_SPAN), "the sentences that stand for the article"),
        "notice": Column(pa.string(), "what the analysis lacked; mostly empty"),
    },
    "quotes": {
        "article": _ARTICLE,
        "quote": Column(pa.string(), "its id in the article: `q1`, `q2`, in order"),
        "kind": Column(pa.string(), "`direct`, `mixed` or `indirect`"),
        "spans": Column(pa.list_(_SPAN), "where its words stand"),
        "text": Column(pa.string(), "its words, ` … ` where something stands between"),
        "cue": Column(_SPAN, "the words that tell that it is said", null=True),
        "mention": Column(_SPAN, "the words that the text ties to it", null=True),
        "speaker": Column(pa.string(), "the id of who says it, in the same article", null=True),
        "name": Column(pa.string(), "that speaker's name", null=True),
        "confidence": Column(pa.float64(), "how sure it is, from 0 to 1"),
        "reason": Column(pa.string(), "why, in plain words"),
        "chain": Column(pa.list_(_SPAN), "from the mention to where the text gives the name"),
    },
    "speakers": {
        "article": _ARTICLE,
        "speaker": Column(pa.string(), "its id in the article: `s1`, `s2`, as they first speak"),
        "name": Column(pa.string(), "its fullest name"),
        "aliases": Column(pa.list_(pa.string()), "what else it is called"),
        "kind": Column(
            pa.string(), "`person`, `organization`, `document`, `group` or `unknown`"
        ),
        "role": Column(pa.string(), "its role in the article's words", null=True),
        "words": Column(pa.int32(), "how many words it says"),
        "share": Column(pa.float64(), "its part of all attributed words, from 0 to 1"),
        "quotes": Column(pa.list_(pa.string()), "the ids of its quotes"),
        "summary": Column(
            pa.list_(_SENTENCE),
            "the sentences that stand for what it says, each with its quote and the words before"
            " it that tell who says it",
        ),
        "entities": Column(pa.list_(pa.string()), "the ids of what it speaks of"),
    },
    "entities": {
        "article": _ARTICLE,
        "entity": Column(pa.string(), "its id in the article: `e1`, `e2`, the most salient first"),
        "name": Column(pa.string(), "its fullest name"),
        "type": Column(pa.string(), "`person`, `organization`, `place` or `other`"),
        "mentions": Column(pa.list_(_SPAN), "where it is named"),
        "salience": Column(pa.float64(), "how much the article is about it, from 0 to 1"),
        "speakers": Column(pa.list_(pa.string()), "the ids of the voices that speak of it"),
    },
    "errors": {
        "source": Column(pa.string(), "what could not be read"),
        "article": Column(pa.string(), "its key, where it came so far", null=True),
        "error": Column(pa.string(), "why, in a sentence"),
    },
    "duplicates": {
        "source": Column(pa.string(), "where something stands that was met before"),
        "article": Column(pa.string(), "the key under which it was read"),
    },
}  # fmt: skip
PEOPLE_COLUMNS: Final[Mapping[PeopleTable, Mapping[str, Column]]] = {
    "people": {
        "person": Column(pa.string(), "its id, which stays as long as its first voice does"),
        "name": Column(pa.string(), "its fullest common name"),
        "aliases": Column(pa.list_(pa.string()), "what else it is called, the most frequent first"),
        "kind": Column(pa.string(), "what its voices mostly are"),
        "roles": Column(pa.list_(pa.string()), "its roles, the most frequent first"),
        "articles": Column(pa.int32(), "in how many articles it speaks"),
        "quotes": Column(pa.int32(), "how many statements it makes"),
        "words": Column(pa.int64(), "how many words it says"),
        "first": Column(pa.date32(), "when the first of its articles was published", null=True),
        "last": Column(pa.date32(), "when the latest was", null=True),
    },
    "voices": {
        "article": _ARTICLE,
        "speaker": Column(pa.string(), "the speaker's id in the article"),
        "person": Column(pa.string(), "who that is"),
        "score": Column(
            pa.float64(), "how surely, in (0, 1]: 1 where it is that person's only voice"
        ),
    },
}  # fmt: skip
"""The tables over all articles, in `people/`: who speaks, and which speaker of an article it is."""
EVERY_COLUMN: Final[Mapping[TableName | PeopleTable, Mapping[str, Column]]] = dict(
    [*COLUMNS.items(), *PEOPLE_COLUMNS.items()]
)


def arrow_schema(
    table: TableName | PeopleTable, engine: str, parts: int | None = None
) -> pa.Schema:
    """The Arrow schema of a table, with what its files say of themselves.

    Where a file is of all `parts`, it says of how many.
    """
    columns = EVERY_COLUMN[table]
    fields = [pa.field(name, c.type, nullable=c.null) for name, c in columns.items()]
    told = {"schema": SCHEMA, "engine": engine} | ({} if parts is None else {"parts": parts})
    return pa.schema(fields, {METADATA: json.dumps(told).encode()})
