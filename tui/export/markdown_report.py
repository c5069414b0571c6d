"""An Analysis as Markdown: the voices with their summaries, then every statement."""

from collections.abc import Callable, Iterator, Mapping

from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.analysis.shares import per_cents
from tui.export.attributed_text import origin_told, source_told
from tui.export.markdown_text import block_quotation, literal
from tui.export.report_words import corrected, counted, spoken_of, told_as
from tui.export.sentence_text import sentence_writer


def markdown(analysis: Analysis) -> str:
    """The report in CommonMark, with a line end. No text of the article acts as Markdown."""
    return "\n\n".join(_parts(analysis)) + "\n"


def _parts(analysis: Analysis) -> Iterator[str]:
    article = analysis.article
    yield f"# {_line(article.title or source_told(article))}"
    known = [_line(part) for part in (article.byline, article.date) if part]
    if article.title:
        known.append(_line(origin_told(article)))
    if told := corrected(analysis):
        known.append(told)
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
    statements = counted(len(speaker.quotes))
    described = [_line(speaker.described)] if speaker.described else []
    yield " · ".join([*described, f"{share}% of what is said", statements])
    if speaker.summary:
        yield "\n".join(f"- {_line(written(sentence))}" for sentence in speaker.summary)
    if spoke_of := spoken_of(speaker, names):
        yield f"Spoke of {', '.join(map(_line, spoke_of))}."


def _statement(number: int, quote: Quote, speakers: Mapping[str, Speaker], article: str) -> str:
    """An item of the list: who said it and how, then the words."""
    speaker = speakers.get(quote.speaker or "")
    who = f"**{_line(speaker.name)}**" if speaker else "Speaker unknown"
    marker = f"{number}. "
    words = "\n\n".join(line.strip() for line in quote.text.split("\n") if line.strip())
    head = f"{marker}{who} {_line(told_as(quote, article))}"
    lines = [head, "", *block_quotation(words).split("\n")]
    indent = " " * len(marker)
    return "\n".join(f"{indent}{line}" if n and line else line for n, line in enumerate(lines))


def _line(text: str) -> str:
    return literal(" ".join(text.split()))
