"""Statements of a corpus, article by article, each with the mark of its kind."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

from tui.article.cleaning import clean_line
from tui.corpus.answer_text import closeness_told
from tui.corpus.question import Question, Statement
from tui.corpus.word_patterns import phrases
from tui.reader.cell_fitting import fitted
from tui.reader.paged_list import ListItem, Row
from tui.reader.row_painting import DIRECT_BAR, GUESS, INDIRECT_BAR
from tui.reader.text_search import folded
from tui.reader.time_plot import day_told
from tui.reader.voices_rows import Part

Pattern = re.Pattern[str]

_MOST_ROWS: Final = 16
_MOST_CHARACTERS: Final = 4000
UNKNOWN: Final = ListItem(((Part("…", "dim"),), ()))
"""Of one of which nothing is known yet."""


def said_item(
    said: Statement | None,
    before: Statement | None,
    width: int,
    role: str | None,
    found: Pattern | None = None,
) -> ListItem:
    """A statement's rows, below its article's where that is another than the one `before` has.

    `role` is that of the one person who says all of it, which need not be told again; with None
    each statement tells who says it. What was `found` in its words, once these are folded, stands
    out.
    """
    if said is None:
        return UNKNOWN
    new = before is None or before.article != said.article
    rows = list[Row](_words(said, width, found))
    if role is None:
        name = clean_line(said.name or said.speaker or "speaker unknown")
        who = ", ".join(filter(None, (name, clean_line(said.role or ""))))
        near = f" · {told}" if (told := closeness_told(said)) else ""
        rows.append((Part("  "), Part(fitted(who, width - 2 - len(near)) + near, "dim")))
    return ListItem((*rows, ()), tuple(_heading(said, width, role)) if new else ())


def _heading(said: Statement, width: int, role: str | None) -> Sequence[Row]:
    when = day_told(said.published) if said.published else clean_line(said.date_told or "")
    when = f" · {fitted(when, max(0, width // 2 - 3))}" if when else ""
    title = fitted(clean_line(said.title or said.source), width - len(when))
    rows: list[Row] = [(Part(title, "strong"), Part(when, "dim"))]
    if said.role and role not in (None, said.role):
        rows.append((Part(fitted(f"as {clean_line(said.role)}", width), "dim"),))
    return rows


def pattern_of(question: Question) -> Pattern | None:
    """What finds a question's words, in all forms, and phrases in a folded text; None for none."""
    wanted = [
        re.escape(word) + ("" if phrase.unfinished and not number else r"(?!\w)")
        for phrase in phrases(question.words, unfinished=question.unfinished)
        for number, word in enumerate((folded(phrase.words), *phrase.forms[1:]))
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})") if wanted else None


def _words(said: Statement, width: int, found: Pattern | None) -> Sequence[Row]:
    sign = INDIRECT_BAR if said.quote.kind == "indirect" else DIRECT_BAR
    sign = GUESS if said.quote.is_guess else sign
    words = " ".join(clean_line(said.quote.text[:_MOST_CHARACTERS]).split())
    cue = f"{said.told_by} " if said.told_by else ""
    lines = [line.plain.rstrip() for line in Content(cue + words).wrap(max(8, width - 2))]
    if len(lines) > _MOST_ROWS:
        lines = [*lines[: _MOST_ROWS - 1], fitted(f"{lines[_MOST_ROWS - 1]} …", width - 2)]
    rows = list[Row]()
    for number, line in enumerate(lines):
        edge = Part(f"{sign} " if not number or sign != GUESS else "  ")
        dim = len(cue) if not number else 0
        rows.append((edge, Part(line[:dim], "dim"), *_marked(line[dim:], found)))
    return rows


def _marked(line: str, found: Pattern | None) -> Iterator[Part]:
    at = 0
    plain = folded(line)
    for match in found.finditer(plain) if found and len(plain) == len(line) else ():
        yield Part(line[at : match.start()])
        yield Part(line[slice(*match.span())], "match")
        at = match.end()
    yield Part(line[at:])
