"""The forms in which an answer is written, for the command and for the reader's export."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, get_args

from tui.corpus.answer_data import (
    STATEMENT_COLUMNS,
    answer_json,
    header,
    statement_json,
    statement_row,
)
from tui.corpus.answer_text import statement_markdown, statement_text, summed
from tui.corpus.question import Answer, Question, Statement

if TYPE_CHECKING:
    from tui.corpus.asking import Corpus
    from tui.corpus.cancelling import Cancellation

AnswerForm = Literal["text", "markdown", "csv", "json", "jsonl"]
AT_ONCE: Final = 500
"""So many statements are fetched at a time."""
FORMS: Final[tuple[AnswerForm, ...]] = get_args(AnswerForm)


@dataclass(frozen=True, slots=True)
class FormOfAnswer:
    """A form: what its files' names end in, and one line for the user."""

    name: AnswerForm
    ending: str
    description: str


DESCRIBED: Final[Mapping[str, FormOfAnswer]] = {
    form.name: form
    for form in (
        FormOfAnswer("text", ".txt", "each with who said it, how and where"),
        FormOfAnswer("markdown", ".md", "block quotations in Markdown"),
        FormOfAnswer("csv", ".csv", "a table, for spreadsheets"),
        FormOfAnswer("json", ".json", "all that is known, as one JSON document"),
        FormOfAnswer("jsonl", ".jsonl", "the statements alone, a line each"),
    )
}


def all_of(
    corpus: "Corpus",
    question: Question,
    answer: Answer,
    limit: int,
    cancellation: "Cancellation | None" = None,
) -> Iterator[Statement]:
    """The statements of an answer, of which the first page is there, up to a limit."""
    given = 0
    while answer.statements:
        yield from answer.statements
        given += len(answer.statements)
        if given >= min(limit, answer.total):
            return
        more = min(limit - given, AT_ONCE)
        answer = corpus.ask(replace(question, limit=more, offset=given), cancellation)


def pieces(
    question: Question,
    answer: Answer,
    statements: Iterable[Statement],
    form: AnswerForm,
    *,
    shown: int,
    width: int,
) -> Iterator[str]:
    """An answer with so many of its statements, `shown` in all, piece by piece; `width` is that of
    lines of text.
    """
    if form == "text":
        yield summed(question, answer, shown) + "\n"
        for number, statement in enumerate(statements, 1):
            yield "\n" + statement_text(statement, number, width)
    elif form == "markdown":
        yield summed(question, answer, shown) + "\n"
        yield from (f"\n{statement_markdown(statement)}" for statement in statements)
    elif form == "csv":
        yield header(STATEMENT_COLUMNS)
        yield from map(statement_row, statements)
    elif form == "jsonl":
        yield from (line(statement_json(statement)) for statement in statements)
    else:
        yield document(answer_json(question, answer, statements))


def line(told: object) -> str:
    """A line of JSON."""
    return json.dumps(told, ensure_ascii=False) + "\n"


def document(told: object) -> str:
    """A document of JSON."""
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
