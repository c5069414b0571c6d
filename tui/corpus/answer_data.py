"""An answer for other programs: JSON and CSV."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, Final

from tui.analysis.schema import SCHEMA
from tui.corpus.question import Answer, Count, Question, Statement
from tui.export.csv_table import guarded, written

STATEMENT_COLUMNS: Final = (
    "title", "source", "date", "published", "article", "quote", "kind", "speaker", "role",
    "person", "cue", "text", "start", "end", "confidence", "certainty", "reason", "closeness",
    "guarded",
)  # fmt: skip
COUNT_COLUMNS: Final = ("key", "label", "statements", "articles", "guarded")


def statement_json(statement: Statement) -> dict[str, Any]:
    """A statement; spans are code points of the article's text."""
    quote = statement.quote
    return {
        "article": statement.article, "title": statement.title, "source": statement.source,
        "date": statement.date_told,
        "published": statement.published.isoformat() if statement.published else None,
        "quote": quote.id, "kind": quote.kind, "spans": [[*span] for span in quote.spans],
        "text": quote.text, "cue": statement.cue, "speaker": statement.speaker,
        "role": statement.role, "person": statement.person, "name": statement.name,
        "confidence": quote.confidence, "certainty": quote.certainty, "reason": quote.reason,
        "closeness": statement.closeness,
    }  # fmt: skip


def answer_json(
    question: Question, answer: Answer, statements: Iterable[Statement]
) -> dict[str, Any]:
    """A whole answer, with what was asked."""
    asked = {name: value for name, value in asdict(question).items() if value not in ("", None, ())}
    for name in ("since", "until"):
        if name in asked:
            asked[name] = asked[name].isoformat()
    del asked["limit"], asked["offset"]
    return {
        "schema": SCHEMA,
        "question": asked,
        "total": answer.total,
        "undated": answer.undated,
        "left_out": answer.left_out,
        "hidden": answer.hidden,
        "compared": answer.compared,
        "months": [[month.first.isoformat()[:7], month.statements] for month in answer.months],
        "statements": [statement_json(statement) for statement in statements],
    }


def count_json(count: Count) -> dict[str, Any]:
    """What there is of one thing that is counted."""
    return asdict(count)


def statement_row(statement: Statement) -> str:
    """A statement as a line of CSV, made safe for spreadsheets as a single article's table is."""
    quote = statement.quote
    told = statement_json(statement)
    cells = tuple(
        {"start": quote.spans[0].start, "end": quote.spans[-1].end}.get(name, told.get(name))
        for name in STATEMENT_COLUMNS[:-1]
    )
    empty = tuple("" if cell is None else cell for cell in cells)
    return written([guarded(empty, STATEMENT_COLUMNS)])


def count_rows(counts: Sequence[Count]) -> str:
    """Counts as lines of CSV."""
    return written(
        guarded((c.key, c.label, c.statements, c.articles), COUNT_COLUMNS) for c in counts
    )


def header(columns: Sequence[str]) -> str:
    """The names of columns as a line of CSV."""
    return written([columns])
