"""The sentences that stand for a speaker, and for the article, in its own words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tui.analysis.leads import lead_of
from tui.analysis.model import Options, Quote, QuoteKind, SummarySentence
from tui.analysis.schema import word_count
from tui.analysis.sumy_methods import Passage, chosen
from tui.article.model import Article, Span

SHORTEST = 4
MOST_CANDIDATES = 300
# Among so many sentences are enough that are long and unlike each other.
ENOUGH = 4 * MOST_CANDIDATES


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand for others, and the statement or paragraph that it is of.

    `told` is what stands before and after it where it is a part of one of the article's sentences.
    """

    sentence: SummarySentence
    passage: int
    kind: QuoteKind | None = None
    told: tuple[str, str] = ("", "")
    confidence: float = 1.0


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
        for s in _picked(candidates, options, article.title or "")
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
    text = article.text
    every = [
        Candidate(
            SummarySentence(part, text[part.start : part.end], q.id),
            i,
            q.kind,
            (text[whole.start : part.start], text[part.end : whole.end]),
            q.confidence,
        )
        for i, q in enumerate(quotes)
        for span in q.spans
        for part, whole in _parts(text, span, sentences)
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


def _parts(text: str, span: Span, sentences: Sequence[Span]) -> list[tuple[Span, Span]]:
    """The sentences of a span, each clipped to it and whole."""
    parts = []
    first = bisect_right(sentences, span.start, key=lambda s: s.end)
    end = bisect_left(sentences, span.end, key=lambda s: s.start)
    for sentence in sentences[first:end]:
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if any(c.isalnum() for c in text[start:end]):
            parts.append((Span(start, end), sentence))
    return parts


def passages_of(candidates: Sequence[Candidate]) -> list[Passage]:
    """The candidates by the statement or paragraph that they are of, in the same order."""
    return [
        Passage(
            tuple(c.sentence.text for c in group),
            group[0].kind,
            tuple(c.told for c in group),
            group[0].confidence,
        )
        for _, members in groupby(candidates, key=lambda c: c.passage)
        for group in [list(members)]
    ]


def _picked(
    candidates: Sequence[Candidate], options: Options, headline: str
) -> list[SummarySentence]:
    wished = max(1, options.sentences)
    if len(candidates) <= wished:
        return [candidate.sentence for candidate in candidates]
    picked = chosen(passages_of(candidates), options.summarizer, wished, headline)
    return [candidates[i].sentence for i in sorted(picked)]
