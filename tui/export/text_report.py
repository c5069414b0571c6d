"""An Analysis as plain text: the voices with their summaries, then every statement."""

import textwrap
from collections.abc import Callable, Iterator, Mapping

from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.analysis.shares import per_cents
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
    if analysis.corrections:
        plural = "" if analysis.corrections == 1 else "s"
        yield f"with {analysis.corrections} correction{plural} of yours"
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
    count = len(speaker.quotes)
    statements = "1 statement" if count == 1 else f"{count} statements"
    bar = "█" * filled + "·" * (BAR - filled)
    yield from _wrapped(f"{bar} {share:3}%  {speaker.name}, {statements}", width, "  ")
    if speaker.described:
        yield from _wrapped(f"  {speaker.described}", width, "  ")
    for sentence in speaker.summary:
        yield from _wrapped(f"  - {written(sentence)}", width, "    ")
    spoke_of = [names[entity] for entity in speaker.entities if entity in names][:6]
    if spoke_of:
        yield from _wrapped(f"  spoke of {', '.join(spoke_of)}", width, "    ")


def _statement(
    number: int, quote: Quote, names: dict[str, str], article: str, width: int
) -> Iterator[str]:
    """The speaker, the kind and the cue, without which `denied` would be lost; then the words."""
    who = names.get(quote.speaker or "", "speaker unknown")
    told = " ".join(article[slice(*quote.cue)].split()) if quote.cue else ""
    cue = f": {told}" if told.strip(":") else ""
    guess = ", a guess" if quote.is_guess else ""
    yield from _wrapped(f"{number}. {who} ({quote.kind}{cue}{guess})", width, "   ")
    for paragraph in quote.text.split("\n"):
        if paragraph.strip():
            yield from _wrapped(f"   {paragraph}", width, "   ")


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    ) or [""]
