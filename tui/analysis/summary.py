"""The sentences that stand for a speaker, and for the article, in its own words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tui.analysis.leads import lead_of
from tui.analysis.model import Options, Quote, QuoteKind, SummarySentence
from tui.analysis.schema import word_count
from tui.analysis.summary_length import count
from tui.analysis.sumy_methods import Passage, chosen
from tui.article.model import Article, Span

SHORTEST = 4
MOST_CANDIDATES = 300
# Among so many sentences are enough that are long and unlike each other.
ENOUGH = 4 * MOST_CANDIDATES


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand for others, and the statement or paragraph that it is of."""

    sentence: SummarySentence
    passage: int
    kind: QuoteKind | None = None


def speaker_summary(
    article: Article, sentences: Sequence[Span], quotes: Sequence[Quote], options: Options
) -> tuple[SummarySentence, ...]:
    """What stands for one speaker: at most `options.sentences`, in the article's order.

    Candidates are the speaker's words, sentence by sentence, each literally
    `article.text[span.start:span.end]`.
    """
    candidates = spoken(article, sentences, quotes)
    by_id = {quote.id: quote for quote in quotes}
    return tuple(
        replace(s, lead=lead_of(article.text, by_id[s.quote or ""], s.span, sentences))
        for s in _picked(candidates, options)
    )


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
            text = article.text[span.start : span.end]
            candidates.append(Candidate(SummarySentence(span, text), block))
        if len(candidates) == ENOUGH:
            break
    return tuple(_picked(_worth_choosing(candidates), options, article.title or ""))


def spoken(article: Article, sentences: Sequence[Span], quotes: Sequence[Quote]) -> list[Candidate]:
    """A speaker's sentences that may be chosen, in order.

    Fragments of a few words, and what stands in the title, count only where there is nothing else;
    what is said twice counts once.
    """
    every = [
        Candidate(SummarySentence(part, article.text[part.start : part.end], q.id), i, q.kind)
        for i, q in enumerate(quotes)
        for span in q.spans
        for part in _parts(article.text, span, sentences)
    ]
    head = max((b.span.end for b in article.blocks[:1] if b.kind == "title"), default=0)
    told = [c for c in every if c.sentence.span.start >= head]
    return _worth_choosing(told or every)


def _worth_choosing(every: Sequence[Candidate]) -> list[Candidate]:
    whole = [c for c in every if word_count(c.sentence.text) >= SHORTEST] or list(every)
    distinct: dict[str, Candidate] = {}
    for candidate in whole:
        distinct.setdefault(candidate.sentence.text, candidate)
    return list(distinct.values())[:MOST_CANDIDATES]


def _parts(text: str, span: Span, sentences: Sequence[Span]) -> list[Span]:
    """The sentences of a span, clipped to it."""
    parts = []
    first = bisect_right(sentences, span.start, key=lambda s: s.end)
    end = bisect_left(sentences, span.end, key=lambda s: s.start)
    for sentence in sentences[first:end]:
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if any(c.isalnum() for c in text[start:end]):
            parts.append(Span(start, end))
    return parts


def _picked(
    candidates: Sequence[Candidate], options: Options, headline: str = ""
) -> list[SummarySentence]:
    wished = count(options.sentences, len(candidates))
    if len(candidates) <= wished:
        picked = list(range(len(candidates)))
    else:
        passages = [
            Passage(tuple(c.sentence.text for c in group), group[0].kind)
            for _, members in groupby(candidates, key=lambda c: c.passage)
            for group in [list(members)]
        ]
        picked = chosen(passages, options.summarizer, wished, headline)
    return [candidates[i].sentence for i in sorted(picked)]
