"""The sentences that stand for a speaker, and for the article, in its own words."""

from collections.abc import Sequence

from tui.analysis.model import Options, Quote, SummarySentence
from tui.analysis.schema import word_count
from tui.analysis.sumy_methods import chosen
from tui.article.model import Article, Span

SHORTEST = 4
MOST_CANDIDATES = 300
# Among so many sentences are enough that are long and unlike each other.
ENOUGH = 4 * MOST_CANDIDATES


def speaker_summary(
    article: Article, sentences: Sequence[Span], quotes: Sequence[Quote], options: Options
) -> tuple[SummarySentence, ...]:
    """What stands for one speaker: at most `options.sentences`, in the article's order.

    Candidates are the speaker's words, sentence by sentence, each literally
    `article.text[span.start:span.end]`; fragments of a few words count only where there is
    nothing else. Where there are hardly more candidates than are wished, the first ones stand.
    """
    candidates = [
        SummarySentence(part, article.text[part.start : part.end], quote.id)
        for quote in quotes
        for span in quote.spans
        for part in _parts(article.text, span, sentences)
    ]
    return _summary(candidates, options)


def article_summary(
    article: Article, sentences: Sequence[Span], options: Options
) -> tuple[SummarySentence, ...]:
    """What stands for the article: sentences of its paragraphs, in its order."""
    told = [b.span for b in article.blocks if b.kind == "paragraph"]
    candidates = []
    block = 0
    for span in sentences:
        while block < len(told) and told[block].end <= span.start:
            block += 1
        if block < len(told) and told[block].start <= span.start:
            candidates.append(SummarySentence(span, article.text[span.start : span.end]))
        if len(candidates) == ENOUGH:
            break
    return _summary(candidates, options)


def _parts(text: str, span: Span, sentences: Sequence[Span]) -> list[Span]:
    """The sentences of a span, clipped to it."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    parts = []
    while low < len(sentences) and sentences[low].start < span.end:
        start, end = max(span.start, sentences[low].start), min(span.end, sentences[low].end)
        if any(c.isalnum() for c in text[start:end]):
            parts.append(Span(start, end))
        low += 1
    return parts


def _summary(
    candidates: Sequence[SummarySentence], options: Options
) -> tuple[SummarySentence, ...]:
    whole = [c for c in candidates if word_count(c.text) >= SHORTEST] or list(candidates)
    distinct = list({c.text: c for c in reversed(whole)}.values())[::-1]
    distinct = distinct[:MOST_CANDIDATES]
    wished = max(1, options.sentences)
    if len(distinct) <= wished:
        picked = list(range(len(distinct)))
    else:
        picked = chosen([c.text for c in distinct], options.summarizer, wished)
    return tuple(distinct[i] for i in sorted(picked))
