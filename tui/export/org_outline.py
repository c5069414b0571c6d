"""An Analysis as an outline for Emacs' Org mode: the voices, then every statement as a task."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.analysis.shares import per_cents
from tui.article.model import Article
from tui.export.attributed_text import origin_told, source_told
from tui.export.org_text import headed, item, paragraph
from tui.export.report_words import corrected, counted, spoken_of, told_as
from tui.export.sentence_text import sentence_writer

# Dashes, dots and quotation marks stay as they are, too, where Org exports them. It stands first:
# what is between two `-*-` on a file's first line acts on Emacs, and a title may have them.
_OPTIONS: Final = "#+OPTIONS: ':nil -:nil"


def outline(analysis: Analysis) -> str:
    """The outline, with a line end. No text of the article acts as Org markup."""
    return "\n\n".join(_parts(analysis)) + "\n"


def _parts(analysis: Analysis) -> Iterator[str]:
    article = analysis.article
    yield "\n".join(_head(article))
    known = [origin_told(article)] if article.title else []
    if told := corrected(analysis):
        known.append(told)
    if known:
        yield paragraph(_line(" · ".join(known)))
    if not analysis.quotes:
        yield "No statements found."
        return
    yield "* Voices"
    shares = per_cents(analysis.speakers)
    names = {entity.id: entity.name for entity in analysis.entities}
    written = sentence_writer(analysis)
    for speaker in sorted(analysis.speakers, key=lambda s: -s.share):
        yield from _voice(speaker, shares[speaker.id], written, names)
    yield "* Statements"
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    for number, quote in enumerate(analysis.quotes, 1):
        yield _statement(number, quote, speakers, article.text)


def _head(article: Article) -> Iterator[str]:
    yield _OPTIONS
    yield headed("#+TITLE:", _line(article.title or source_told(article)))
    if article.byline:
        yield headed("#+AUTHOR:", _line(article.byline))
    if article.date:
        yield headed("#+DATE:", _line(article.date))


def _voice(
    speaker: Speaker,
    share: int,
    written: Callable[[SummarySentence], str],
    names: Mapping[str, str],
) -> Iterator[str]:
    """The share stands before the name, which else could be a keyword (`TODO`, `COMMENT`)."""
    statements = counted(len(speaker.quotes))
    yield headed(f"** {share}%", _line(f"{speaker.name}, {statements}"))
    if speaker.described:
        yield paragraph(_line(speaker.described))
    if speaker.summary:
        yield "\n".join(item(_line(written(sentence))) for sentence in speaker.summary)
    if spoke_of := spoken_of(speaker, names):
        yield paragraph(_line(f"Spoke of {', '.join(spoke_of)}."))


def _statement(number: int, quote: Quote, speakers: Mapping[str, Speaker], article: str) -> str:
    """A task: who said it and how, then the words."""
    speaker = speakers.get(quote.speaker or "")
    who = speaker.name if speaker else "Speaker unknown"
    head = headed(f"** TODO {number}.", _line(f"{who} {told_as(quote, article)}"))
    lines = [line.strip() for line in quote.text.split("\n") if line.strip()]
    words = "\n\n".join(map(paragraph, lines))
    return f"{head}\n#+BEGIN_QUOTE\n{words}\n#+END_QUOTE"


def _line(text: str) -> str:
    return " ".join(text.split())
