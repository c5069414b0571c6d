"""What is copied: quotes and summaries in words that say who spoke, and where."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from tui.analysis.model import Analysis, Quote, Speaker
from tui.analysis.shares import per_cents
from tui.article.cleaning import clean_line
from tui.article.model import Article
from tui.article.sources import PASSING, is_address, split_part
from tui.export.markdown_text import block_quotation, literal, voice
from tui.export.report_words import counted
from tui.export.reported_speech import is_told, quoted
from tui.export.sentence_text import sentence_writer
from tui.settings import CopyForm


def quote_text(analysis: Analysis, quote: Quote, form: CopyForm = "plain") -> str:
    """A quote with its speaker, their role, the article, its date and where it came from.

    `plain` is `“...” — Name, role (title, date; file)`, `markdown` a block quotation above such a
    line, `citation` opens with who is quoted where. What is told in other words, wholly or in
    part, is no quotation: the article's whole sentences stand for it, so that a `denied` is not
    lost, and the text says so.
    """
    article = analysis.article
    speaker = next((s for s in analysis.speakers if s.id == quote.speaker), None)
    words, told = quoted(analysis, quote), is_told(analysis, quote)
    who = f"{introduced(speaker)}{_doubt(quote)}" if speaker else None
    if form == "markdown":
        return _markdown(article, words, speaker, doubt=_doubt(quote), told=told)
    if form == "citation":
        whom = who or "speaker unknown"
        by = f"{whom[:1].upper()}{whom[1:]}, {'as reported' if told else 'quoted'} in "
        return f"{by}{', '.join(_cited(article))}: {words}"
    return attributed(words, who, source_told(article), told=told)


def _doubt(quote: Quote) -> str:
    """What a name is followed by that is no more than a guess; else nothing."""
    return " (a guess)" if quote.is_guess else ""


def _markdown(
    article: Article, words: str, speaker: Speaker | None, *, doubt: str, told: bool
) -> str:
    named = f"{voice(speaker.name, speaker.role_alone)}{doubt}" if speaker else None
    who = attribution(named, told=told)
    where = [f"in *{literal(article.title)}*"] if article.title else []
    where += [literal(part) for part in (article.date, file_told(article.source)) if part]
    return f"{block_quotation(words)}\n\n— {', '.join([who, *where])}"


def _cited(article: Article) -> Iterator[str]:
    """The article as a bibliography has it: title, author, date, where it came from."""
    if article.title:
        yield f"“{article.title}”"
    if article.byline:
        yield f"by {article.byline}"
    if article.date:
        yield article.date
    if file := file_told(article.source):
        yield file


def attributed(words: str, who: str | None, source: str, *, told: bool) -> str:
    """Words with who said them and where; `told` are sentences that tell it in other words."""
    return f"{words} — {attribution(who, told=told)} ({source})"


def attribution(who: str | None, *, told: bool) -> str:
    """Whose words they are, and whether they are `told` in other words."""
    if told:
        return f"reported speech of {who}" if who else "reported speech, speaker unknown"
    return who or "speaker unknown"


def summary_text(analysis: Analysis, speaker: Speaker) -> str:
    """A speaker's summary, a sentence a line, under the name and the share of the article."""
    (section,) = _sections(analysis, [speaker], per_cents(analysis.speakers))
    return f"{section}\n\n({source_told(analysis.article)})"


def summaries_text(analysis: Analysis) -> str:
    """The summaries of all who say something, the largest share first, under the title."""
    ranked = sorted((s for s in analysis.speakers if s.quotes), key=lambda s: -s.share)
    sections = _sections(analysis, ranked, per_cents(ranked))
    return "\n\n".join([source_told(analysis.article), *sections])


def _sections(
    analysis: Analysis, speakers: Iterable[Speaker], shares: Mapping[str, int]
) -> Iterator[str]:
    written = sentence_writer(analysis)
    doubts = {quote.id: _doubt(quote) for quote in analysis.quotes}
    for speaker in speakers:
        statements = counted(len(speaker.quotes))
        head = f"{introduced(speaker)} · {statements}, {shares[speaker.id]}% of what is said"
        lines = (f"- {written(s)}{doubts.get(s.quote or '', '')}" for s in speaker.summary)
        yield "\n".join([head, *lines])


def introduced(speaker: Speaker) -> str:
    """A speaker's name and, where it is told, role."""
    return f"{speaker.name}, {speaker.role_alone}" if speaker.role_alone else speaker.name


def source_told(article: Article) -> str:
    """The article in a line: its title, its date and where it came from."""
    return told_where(article.title, article.date, file_told(article.source)) or article.origin


def origin_told(article: Article) -> str:
    """Where the article is from, without the folders that its file is in."""
    return file_told(article.source) or article.origin


def told_where(title: str | None, date: str | None, file: str) -> str:
    """The title, the date and where it came from, as far as they are known."""
    head = ", ".join(filter(None, (title, date)))
    return "; ".join(filter(None, (head, file)))


def file_told(source: str) -> str:
    """A source as it is told: an address, or the name of a file; empty for what was piped or
    pasted.
    """
    if split_part(source)[0] in PASSING:
        return ""
    return clean_line(source if is_address(source) else PurePath(source).name)
