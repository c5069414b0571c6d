"""An Analysis as Markdown: the voices with their summaries, then every statement."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.analysis.shares import per_cents
from tui.export.attributed_text import source_told
from tui.export.markdown_text import block_quotation, literal
from tui.export.sentence_text import sentence_writer

MOST_ENTITIES = 6


def markdown(analysis: Analysis) -> str:
    """The report in CommonMark, with a line end. No text of the article acts as Markdown."""
    return "\n\n".join(_parts(analysis)) + "\n"


def _parts(analysis: Analysis) -> Iterator[str]:
    article = analysis.article
    yield f"# {_line(article.title or source_told(article))}"
    known = [_line(part) for part in (article.byline, article.date) if part]
    if article.title:
        known.append(_line(source_told(replace(article, title=None, date=None))))
    if analysis.corrections:
        plural = "" if analysis.corrections == 1 else "s"
        known.append(f"with {analysis.corrections} correction{plural} of yours")
    if known:
        yield " · ".join(known)
    if not analysis.quotes:
        yield "No statements found."
        return
    yield "## Voices"
    shares = per_cents(analysis.speakers)
    names = {entity.id: entity.name for entity in analysis.entities}
    written = sentence_writer(analysis)
    for speaker in sorted(analysis.speakers, key=lambda s: -s.share):
        yield from _voice(speaker, shares[speaker.id], written, names)
    yield "## Statements"
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    for number, quote in enumerate(analysis.quotes, 1):
        yield _statement(number, quote, speakers, article.text)


def _voice(
    speaker: Speaker,
    share: int,
    written: Callable[[SummarySentence], str],
    names: Mapping[str, str],
) -> Iterator[str]:
    yield f"### {_line(speaker.name)}"
    count = len(speaker.quotes)
    statements = "1 statement" if count == 1 else f"{count} statements"
    described = [_line(speaker.described)] if speaker.described else []
    yield " · ".join([*described, f"{share}% of what is said", statements])
    if speaker.summary:
        yield "\n".join(f"- {_line(written(sentence))}" for sentence in speaker.summary)
    spoke_of = [_line(names[e]) for e in speaker.entities if e in names][:MOST_ENTITIES]
    if spoke_of:
        yield f"Spoke of {', '.join(spoke_of)}."


def _statement(number: int, quote: Quote, speakers: Mapping[str, Speaker], article: str) -> str:
    """An item of the list: the speaker, the kind and the cue, without which `denied` would be lost;
    then the words.
    """
    speaker = speakers.get(quote.speaker or "")
    who = f"**{_line(speaker.name)}**" if speaker else "Speaker unknown"
    told = _line(article[slice(*quote.cue)]) if quote.cue else ""
    cue = f": {told}" if told.strip(":") else ""
    guess = ", a guess" if quote.is_guess else ""
    marker = f"{number}. "
    words = "\n\n".join(line.strip() for line in quote.text.split("\n") if line.strip())
    lines = [f"{marker}{who} ({quote.kind}{cue}{guess})", "", *block_quotation(words).split("\n")]
    indent = " " * len(marker)
    return "\n".join(f"{indent}{line}" if n and line else line for n, line in enumerate(lines))


def _line(text: str) -> str:
    return literal(" ".join(text.split()))
