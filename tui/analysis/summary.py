"""The sentences that stand for a speaker, and for the article, in its own words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from tui.analysis.leads import lead_of
from tui.analysis.model import Quote, QuoteKind, SummarySentence
from tui.analysis.options import Options
from tui.analysis.paired_marks import paired
from tui.analysis.schema import word_count
from tui.analysis.summary_length import count
from tui.analysis.sumy_methods import Passage, chosen
from tui.article.model import Article, Span

SHORTEST = 4
MOST_CANDIDATES = 300
# So many words may interrupt a sentence to say who says it.
ASIDE = 6
# Among so many sentences are enough that are long and unlike each other.
ENOUGH = 4 * MOST_CANDIDATES


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand for others, and the statement or paragraph that it is of.

    `words` are the speaker's own in it, without what interrupts them; `told` is what stands before
    and after it where it is a part of one of the article's sentences.
    """

    sentence: SummarySentence
    words: str
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
    led = (
        replace(s, lead=lead_of(article.text, by_id[s.quote or ""], s.span, sentences))
        for s in _picked(candidates, options, article.title or "")
    )
    # one statement may stand between the parts of another
    return tuple(sorted((s if s.lead else paired(s) for s in led), key=lambda s: s.span))


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
            candidates.append(Candidate(SummarySentence(span, text), text, block))
        if len(candidates) == ENOUGH:
            break
    picked = _picked(_worth_choosing(candidates), options, article.title or "")
    return tuple(map(paired, picked))


def spoken(article: Article, sentences: Sequence[Span], quotes: Sequence[Quote]) -> list[Candidate]:
    """A speaker's sentences that may be chosen, in order.

    Fragments of a few words, and what stands in the title, count only where there is nothing else;
    what is said twice counts once.
    """
    every = [
        _candidate(article.text, halves, sentence, i, quote)
        for i, quote in enumerate(quotes)
        for halves, sentence in sentence_parts(article.text, quote, sentences)
    ]
    head = max((b.span.end for b in article.blocks[:1] if b.kind == "title"), default=0)
    told = [c for c in every if c.sentence.span.start >= head]
    return _worth_choosing(told or every)


def _worth_choosing(every: Sequence[Candidate]) -> list[Candidate]:
    whole = [c for c in every if word_count(c.words) >= SHORTEST] or list(every)
    distinct: dict[str, Candidate] = {}
    for candidate in whole:
        distinct.setdefault(candidate.sentence.text, candidate)
    return list(distinct.values())[:MOST_CANDIDATES]


def _candidate(
    text: str, halves: Sequence[Span], sentence: Span, passage: int, quote: Quote
) -> Candidate:
    part = Span(halves[0].start, halves[-1].end)
    aside = "".join(text[a.end : b.start] for a, b in pairwise(halves))
    return Candidate(
        SummarySentence(part, text[part.start : part.end], quote.id),
        " ".join(text[half.start : half.end] for half in halves),
        passage,
        quote.kind,
        (text[sentence.start : part.start], aside + text[part.end : sentence.end]),
        quote.confidence,
    )


def sentence_parts(
    text: str, quote: Quote, sentences: Sequence[Span]
) -> list[tuple[list[Span], Span]]:
    """A statement's sentences: what is said in each, in halves where it is interrupted; all of it.

    What comes after `she said` is a sentence of its own where it begins like one.
    """
    parts: list[tuple[list[Span], Span]] = []
    for span in quote.spans:
        first = bisect_right(sentences, span.start, key=lambda s: s.end)
        last = bisect_left(sentences, span.end, key=lambda s: s.start)
        for sentence in sentences[first:last]:
            half = Span(max(span.start, sentence.start), min(span.end, sentence.end))
            if not any(c.isalnum() for c in text[half.start : half.end]):
                continue
            if parts and parts[-1][1] == sentence and _goes_on(text, quote, parts[-1][0][-1], half):
                parts[-1][0].append(half)
            else:
                parts.append(([half], sentence))
    return parts


def _goes_on(text: str, quote: Quote, before: Span, half: Span) -> bool:
    """Whether only a few words, that say who says it, interrupt the sentence before a half."""
    letters = (c for c in text[half.start : half.end] if c.isalpha())
    within = quote.kind != "direct" or next(letters, "").islower()
    told = quote.cue is None or before.end <= quote.cue.start < half.start
    return within and told and len(text[before.end : half.start].split()) <= ASIDE


def passages_of(candidates: Sequence[Candidate]) -> list[Passage]:
    """The candidates by the statement or paragraph that they are of, in the same order."""
    return [
        Passage(
            tuple(c.words for c in group),
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
    wished = count(options.sentences, len(candidates))
    if len(candidates) <= wished:
        return [candidate.sentence for candidate in candidates]
    picked = chosen(passages_of(candidates), options.summarizer, wished, headline)
    return [candidates[i].sentence for i in sorted(picked)]
