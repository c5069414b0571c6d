"""An answer as plain text and as Markdown: each statement with who said it and where it stands."""

import textwrap
from collections.abc import Sequence
from typing import Final

from tui.article.cleaning import clean_line
from tui.corpus.question import Answer, Count, Statement
from tui.export.attributed_text import attribution, told_where
from tui.export.markdown_text import block_quotation, literal, voice
from tui.export.text_report import NARROWEST

_BAR: Final = 20
UNKNOWN: Final = "speaker unknown"


def counted(number: int, one: str = "statement") -> str:
    """A number of things in words."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def summed(answer: Answer, shown: int) -> str:
    """What there is to a question, in a line: how many, how many of them are shown, and from
    when.
    """
    if not answer.total:
        told = "no statements found"
    else:
        told = counted(answer.total)
        if shown < answer.total:
            told += f", these are {shown:,}" if shown > 1 else ", this is one"
        if answer.months:
            years = answer.months[0].first.year, answer.months[-1].first.year
            told += f"; {years[0]}" + (f" to {years[1]}" if years[0] != years[1] else "")
            told += f" ({answer.undated:,} without a date)" if answer.undated else ""
    if answer.left_out:
        left = answer.left_out
        told += f"; {counted(left)} without a date {'is' if left == 1 else 'are'} left out"
    return told[0].upper() + told[1:] + "."


def statement_text(statement: Statement, number: int, width: int) -> str:
    """A statement in lines of some width: who, how and how surely, the words, and where."""
    width = max(width, NARROWEST)
    who = _introduced(statement) or UNKNOWN
    how = f"{statement.quote.kind}{_cue(statement)}"
    guess = ", a guess" if statement.quote.is_guess else ""
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
    told = quote.kind == "indirect"
    who = attribution(named, told=told)
    how = f" ({literal(statement.cue)})" if told and statement.cue else ""
    where = [f"in *{literal(clean_line(statement.title))}*"] if statement.title else []
    where += [literal(clean_line(part)) for part in (statement.date_told, statement.source) if part]
    return f"{block_quotation(quote.text)}\n\n— {', '.join([f'{who}{how}', *where])}\n"


def counts_text(counts: Sequence[Count], width: int) -> str:
    """Counts as a table with bars, its names cut where the width asks for it."""
    if not counts:
        return "No statements found.\n"
    most = max(count.statements for count in counts)
    digits = max(len(f"{count.statements:,}") for count in counts)
    room = max(width, NARROWEST) - digits - _BAR - 4
    names = [_shortened(label_of(count), room) for count in counts]
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
        f"| {literal(label_of(count))} | {count.statements} | {count.articles} |"
        for count in counts
    )
    return "\n".join([f"| {by} | statements | articles |", "| --- | ---: | ---: |", *rows, ""])


def label_of(count: Count) -> str:
    """What is counted, in a line."""
    return clean_line(count.label) or "(unknown)"


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
