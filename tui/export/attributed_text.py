"""What is copied: quotes and summaries in words that say who spoke, and where."""

from collections.abc import Iterator, Mapping

from tui.analysis.leads import with_lead
from tui.analysis.model import Analysis, Quote, Speaker
from tui.analysis.shares import per_cents
from tui.analysis.whole_sentences import whole_sentences
from tui.article.model import Article, Span


def quote_text(analysis: Analysis, quote: Quote) -> str:
    """A quote with its speaker and source: `“...” — Name, role (title)`.

    What is told in other words is no quotation: the article's whole sentences stand for it, so that
    a `denied` is not lost, and the text says so.
    """
    speaker = next((s for s in analysis.speakers if s.id == quote.speaker), None)
    words, source = quoted(analysis.article, quote), _source(analysis.article)
    told = quote.kind == "indirect"
    return attributed(words, _who(speaker) if speaker else None, source, told=told)


def attributed(words: str, who: str | None, source: str, *, told: bool) -> str:
    """Words with who said them and where; `told` are sentences that tell it in other words."""
    who = who or "speaker unknown"
    return f"{words} — {f'told of {who}, in other words' if told else who} ({source})"


def quoted(article: Article, quote: Quote) -> str:
    """The words of a quote; of what is told in other words, the sentences that tell it."""
    if quote.kind != "indirect":
        return quote.text
    places = [*quote.spans, *([quote.cue] if quote.cue else [])]
    words = Span(min(p.start for p in places), max(p.end for p in places))
    return article.text[slice(*whole_sentences(article, words))].strip()


def summary_text(analysis: Analysis, speaker: Speaker) -> str:
    """A speaker's summary, a sentence a line, under the name and the share of the article."""
    shares = per_cents(analysis.speakers)
    return f"{_section(analysis.article, speaker, shares)}\n\n({_source(analysis.article)})"


def summaries_text(analysis: Analysis) -> str:
    """The summaries of all who say something, the largest share first, under the title."""
    ranked = sorted((s for s in analysis.speakers if s.quotes), key=lambda s: -s.share)
    shares = per_cents(ranked)
    article = analysis.article
    return "\n\n".join([_source(article), *(_section(article, s, shares) for s in ranked)])


def _section(article: Article, speaker: Speaker, shares: Mapping[str, int]) -> str:
    return "\n".join(_section_lines(article, speaker, shares[speaker.id]))


def _section_lines(article: Article, speaker: Speaker, share: int) -> Iterator[str]:
    count = len(speaker.quotes)
    statements = "1 statement" if count == 1 else f"{count} statements"
    yield f"{_who(speaker)} · {statements}, {share}% of what is said"
    for sentence in speaker.summary:
        yield f"- {with_lead(article, sentence)}"


def _who(speaker: Speaker) -> str:
    return f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name


def _source(article: Article) -> str:
    """The title, else where it came from; with the date where there is one."""
    name = article.title or article.origin
    return f"{name}, {article.date}" if article.date else name
