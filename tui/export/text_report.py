"""An Analysis as plain text: the voices with their summaries, then every statement."""

import textwrap
from collections.abc import Callable, Iterator, Mapping

from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.analysis.shares import per_cents
from tui.export.report_words import corrected, counted, spoken_of, told_as
from tui.export.sentence_text import sentence_writer

BAR = 10
NARROWEST = 30


def report(analysis: Analysis, width: int = 80) -> str:
    """The report, wrapped at `width` columns, with a line end. No escape sequences."""
    width = max(width, NARROWEST)
    return "\n".join(_lines(analysis, width)) + "\n"


def _lines(analysis: Analysis, width: int) -> Iterator[str]:
    article = analysis.article
    yield from _wrapped(article.title or article.origin, width)
    if article.byline:
        yield from _wrapped(article.byline, width)
    if told := corrected(analysis):
        yield told
    yield ""
    if not analysis.quotes:
        yield "No statements found."
        return
    yield "VOICES"
    shares = per_cents(analysis.speakers)
    written = sentence_writer(analysis)
    names = {entity.id: entity.name for entity in analysis.entities}
    for speaker in sorted(analysis.speakers, key=lambda s: -s.share):
        yield ""
        yield from _voice(speaker, shares[speaker.id], written, names, width)
    yield ""
    yield "STATEMENTS"
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    for number, quote in enumerate(analysis.quotes, 1):
        yield ""
        yield from _statement(number, quote, names, analysis.article.text, width)


def _voice(
    speaker: Speaker,
    share: int,
    written: Callable[[SummarySentence], str],
    names: Mapping[str, str],
    width: int,
) -> Iterator[str]:
    filled = round(speaker.share * BAR)
    statements = counted(len(speaker.quotes))
    bar = "█" * filled + "·" * (BAR - filled)
    yield from _wrapped(f"{bar} {share:3}%  {speaker.name}, {statements}", width, "  ")
    if speaker.described:
        yield from _wrapped(f"  {speaker.described}", width, "  ")
    for sentence in speaker.summary:
        yield from _wrapped(f"  - {written(sentence)}", width, "    ")
    if spoke_of := spoken_of(speaker, names):
        yield from _wrapped(f"  spoke of {', '.join(spoke_of)}", width, "    ")


def _statement(
    number: int, quote: Quote, names: dict[str, str], article: str, width: int
) -> Iterator[str]:
    who = names.get(quote.speaker or "", "speaker unknown")
    yield from _wrapped(f"{number}. {who} {told_as(quote, article)}", width, "   ")
    for paragraph in quote.text.split("\n"):
        if paragraph.strip():
            yield from _wrapped(f"   {paragraph}", width, "   ")


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    ) or [""]
