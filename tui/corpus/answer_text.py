"""An answer as plain text and as Markdown: each statement with who said it and where it stands."""

import shlex
import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tui.article.cleaning import clean_line
from tui.corpus.question import CLOSEST, Answer, Count, Question, Statement
from tui.export.attributed_text import attribution, told_where
from tui.export.markdown_text import block_quotation, literal, voice
from tui.export.report_words import counted
from tui.export.text_report import NARROWEST

_BAR: Final = 20
NOBODY_KNOWN: Final = "speaker unknown"


def summed(question: Question, answer: Answer, shown: int) -> str:
    """What there is to a question, in a line: how many, how many of them are shown, from when, and
    what is left out; where nothing has the words, how they are asked for by what they mean.
    """
    if not answer.total:
        near = answer.compared
        told = f"none of {counted(near)} is near" if near else "no statements found"
    else:
        told = _totalled(answer)
        if shown < answer.total:
            told += f", these are {shown:,}" if shown > 1 else ", this is one"
        if answer.months:
            years = answer.months[0].first.year, answer.months[-1].first.year
            told += f"; {years[0]}" + (f" to {years[1]}" if years[0] != years[1] else "")
            told += f" ({answer.undated:,} without a date)" if answer.undated else ""
    told += _left_out(answer.left_out, "{} without a date")
    told += _left_out(answer.hidden, "{}", "doubtful statement")
    line = f"{told[0].upper()}{told[1:]}."
    there = answer.total or answer.left_out or answer.hidden
    return line if there else line + _by_meaning(question)


def nothing_counted(question: Question) -> str:
    """That there is nothing to count, in a sentence, and how else it may be asked for."""
    return f"No statements found.{_by_meaning(question)}"


def _by_meaning(question: Question) -> str:
    """How the words of a question that nothing has are asked for by what they mean."""
    like = question.by_meaning
    return f" What means the like: {shlex.quote(f'~{like}')}" if like else ""


def _totalled(answer: Answer) -> str:
    if answer.compared is None or answer.total == answer.compared:
        return counted(answer.total)
    if answer.total < CLOSEST:
        is_one = "is" if answer.total == 1 else "are"
        return f"{answer.total:,} of {counted(answer.compared)} {is_one} near"
    return f"the {answer.total:,} nearest of {counted(answer.compared)}"


def _left_out(number: int, told: str, one: str = "statement") -> str:
    if not number:
        return ""
    return f"; {told.format(counted(number, one))} {'is' if number == 1 else 'are'} left out"


def statement_text(statement: Statement, number: int, width: int) -> str:
    """A statement in lines of some width: who, how and how surely, the words, and where."""
    width = max(width, NARROWEST)
    who = _introduced(statement) or NOBODY_KNOWN
    how = f"{statement.quote.kind}{_cue(statement)}"
    guess = ", a guess" if statement.quote.is_guess else ""
    guess += f"; {near}" if (near := closeness_told(statement)) else ""
    lines = _wrapped(f"{number}. {who} ({how}{guess})", width, "   ")
    for paragraph in statement.quote.text.split("\n"):
        if paragraph.strip():
            lines += _wrapped(f"   {paragraph}", width, "   ")
    lines += _wrapped(f"   {_where(statement)}", width, "   ")
    return "\n".join(lines) + "\n"


def statement_markdown(statement: Statement) -> str:
    """A statement as a block quotation above a line that says who said it and where."""
    quote = statement.quote
    name, role = (clean_line(told or "") for told in (statement.speaker, statement.role))
    guess = " (a guess)" if quote.is_guess else ""
    named = f"{voice(name, role)}{guess}" if name else None
    who = attribution(named, told=quote.kind == "indirect")
    how = f" ({literal(statement.told_by)})" if statement.told_by else ""
    where = [f"in *{literal(clean_line(statement.title))}*"] if statement.title else []
    where += [literal(clean_line(part)) for part in (statement.date_told, statement.source) if part]
    near = f" ({told})" if (told := closeness_told(statement)) else ""
    return f"{block_quotation(quote.text)}\n\n— {', '.join([f'{who}{how}', *where])}{near}\n"


def closeness_told(statement: Statement) -> str:
    """How close it is to what was meant, in words; empty where nothing was."""
    return "" if statement.closeness is None else f"closeness {statement.closeness:.2f}"


def counts_text(counts: Sequence[Count], width: int) -> str:
    """Some counts as a table with bars, its names cut where the width asks for it."""
    most = max(count.statements for count in counts)
    digits = max(len(f"{count.statements:,}") for count in counts)
    room = max(width, NARROWEST) - digits - _BAR - 4
    names = [_shortened(label, room) for label in labels_of(counts)]
    longest = max(map(len, names))
    lines = (
        f"{name.ljust(longest)}  {count.statements:>{digits},}"
        f"  {'█' * max(1, round(_BAR * count.statements / most))}"
        for name, count in zip(names, counts, strict=True)
    )
    return "\n".join(lines) + "\n"


def counts_markdown(counts: Sequence[Count], by: str) -> str:
    """Counts as a table."""
    rows = (
        f"| {literal(label)} | {count.statements} | {count.articles} |"
        for label, count in zip(labels_of(counts), counts, strict=True)
    )
    return "\n".join([f"| {by} | statements | articles |", "| --- | ---: | ---: |", *rows, ""])


def labels_of(counts: Sequence[Count]) -> list[str]:
    """What is counted, in a line each; with what tells them apart where several have one name."""
    bearers = Counter(count.label for count in counts)
    return [
        f"{count.label} ({count.key.rpartition('(')[2].rstrip(')')})"
        if bearers[count.label] > 1 and count.key
        else count.label
        for count in counts
    ]


def _introduced(statement: Statement) -> str:
    names = (statement.speaker, statement.role)
    return ", ".join(clean_line(name) for name in names if name)


def _cue(statement: Statement) -> str:
    return f": {statement.cue}" if statement.cue.strip(":") else ""


def _where(statement: Statement) -> str:
    title, day, source = (
        clean_line(told or "") for told in (statement.title, statement.date_told, statement.source)
    )
    return told_where(title, day, source)


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


def _shortened(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"
