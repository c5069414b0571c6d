"""Statements of a corpus as they are written and copied: text, Markdown, a table, JSON."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final, Literal

from tui.analysis.model import Analysis, Speaker
from tui.article.model import Article
from tui.corpus.question import Statement
from tui.export.attributed_text import attributed, attribution, file_told, told_where
from tui.export.csv_table import Cell, table
from tui.export.markdown_text import block_quotation, literal, voice

AnswerForm = Literal["text", "markdown", "csv", "json"]


@dataclass(frozen=True, slots=True)
class FormOfAnswer:
    """A form: what its files' names end in, and one line for the user."""

    name: AnswerForm
    ending: str
    description: str


FORMS: Final[Mapping[str, FormOfAnswer]] = {
    form.name: form
    for form in (
        FormOfAnswer("text", ".txt", "each with who said it and where, as it is copied"),
        FormOfAnswer("markdown", ".md", "the same as block quotations in Markdown"),
        FormOfAnswer("csv", ".csv", "a table, for spreadsheets"),
        FormOfAnswer("json", ".json", "all that is known of each, as one JSON document"),
    )
}
COLUMNS: Final = (
    "article", "title", "source", "date", "published", "quote", "kind", "speaker", "role",
    "speaker_kind", "person", "name", "cue", "text", "start", "end", "confidence", "certainty",
    "reason",
)  # fmt: skip


def written(statements: Iterable[Statement], form: AnswerForm) -> str:
    """Statements in their order, in a form, with a line end."""
    if form == "csv":
        return table(COLUMNS, (tuple(_cells(said).values()) for said in statements))
    if form == "json":
        return json.dumps([*map(_cells, statements)], ensure_ascii=False, indent=1) + "\n"
    one = statement_markdown if form == "markdown" else statement_text
    return "\n\n".join(map(one, statements)) + "\n"


def statement_text(said: Statement) -> str:
    """A statement with who said it and where: what is told in other words without its sentence."""
    speaker = speaker_of(said)
    who = _introduced(said, speaker) if speaker else None
    words = " ".join(said.quote.text.split())
    return attributed(words, who, _where(said), told=said.quote.kind == "indirect")


def statement_markdown(said: Statement) -> str:
    """The same as a block quotation. No text of it is Markdown."""
    speaker = speaker_of(said)
    named = f"{voice(speaker.name, speaker.role_alone)}{_doubt(said)}" if speaker else None
    who = attribution(named, told=said.quote.kind == "indirect")
    where = [f"in *{literal(said.title)}*"] if said.title else []
    where += [literal(part) for part in (_date(said), file_told(said.source)) if part]
    return f"{block_quotation(said.quote.text)}\n\n— {', '.join([who, *where])}"


def speaker_of(said: Statement) -> Speaker | None:
    """Who says it, by the fullest name; None where that is not known."""
    name = said.name or said.speaker
    if said.quote.speaker is None or name is None:
        return None
    return Speaker(
        said.quote.speaker, name, (), said.speaker_kind or "unknown", said.role, 0, 1.0,
        (said.quote.id,),
    )  # fmt: skip


def analysis_of(said: Statement, article: Article) -> Analysis:
    """A statement alone over its article, for what takes an analysis and a quote of it.

    What the text alone does not tell of its title and date comes from the tables.
    """
    speaker = speaker_of(said)
    told = replace(
        article, title=article.title or said.title, date=article.date or _date(said) or None
    )
    return Analysis(told, (said.quote,), (speaker,) if speaker else ())


def _introduced(said: Statement, speaker: Speaker) -> str:
    name = f"{speaker.name}, {speaker.role_alone}" if speaker.role_alone else speaker.name
    return f"{name}{_doubt(said)}"


def _doubt(said: Statement) -> str:
    return " (a guess)" if said.quote.is_guess else ""


def _date(said: Statement) -> str:
    return said.date_told or (said.published.isoformat() if said.published else "")


def _where(said: Statement) -> str:
    return told_where(said.title, _date(said), file_told(said.source)) or PurePath(said.source).name


def _cells(said: Statement) -> dict[str, Cell | None]:
    quote = said.quote
    values: tuple[Cell | None, ...] = (
        said.article, said.title, said.source, said.date_told,
        said.published.isoformat() if said.published else None, quote.id, quote.kind, said.speaker,
        said.role, said.speaker_kind, said.person, said.name, said.cue, quote.text,
        quote.spans[0].start, quote.spans[-1].end, quote.confidence, quote.certainty, quote.reason,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))
