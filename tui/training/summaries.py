"""Measure the summaries of speakers against the sentences that a reader chose by hand."""

import argparse
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import get_args

from tui.analysis import analyse
from tui.analysis.evidence import leaning
from tui.analysis.model import Analysis, SummarySentence
from tui.analysis.options import Options, SummarizerName
from tui.analysis.schema import WORD, word_count
from tui.analysis.sentences import sentences
from tui.analysis.summary import speaker_summary, spoken
from tui.article.model import Article, Span
from tui.training.points import Points, Voice, plain, points_of

# What is found for a speaker, given how many sentences are wished.
Summary = Callable[[int], Sequence[SummarySentence]]
SHUFFLES = 20
LENGTH = 3
# What is measured on statements as the engine reads them, too.
READ: Sequence[SummarizerName] = ("salience", "lead")
COLUMNS = ("right", "first", "best/1", "best/3", "words", "exact", "alone", "repeat")


@dataclass(frozen=True, slots=True)
class Figures:
    """What one speaker's summary is worth, each in [0, 1], in the order of COLUMNS.

    `right`: of as many sentences as the gold has, the share that is in it; `first`: whether a
    summary of one sentence is; `best/1`, `best/3`: whether the best is in a summary of one, of
    three; `words`: F1 of the content words, and `exact`: the share of sentences that are the gold's
    word for word, both of as many as the gold has; `alone`: the share of three that do not begin
    with a pronoun or connective; `repeat`: the mean share of a sentence's content words that stand
    in another of the three.
    """

    values: tuple[float, ...]


def main() -> None:
    """Print a table for each part of the readings in GOLD: a line for each way to choose.

    GOLD is a folder of NAME.json (with `--articles`, where NAME.txt lie) or of NAME.gold.json
    beside NAME.txt. The speakers' statements are those of the gold, but for the lines with `read`:
    there the engine has read the article, and a speaker whom it does not find has no summary.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--articles", type=Path)
    arguments = parser.parse_args()
    read = list(points_of(arguments.gold, arguments.articles))
    for part in sorted({points.part for points in read}):
        some = [points for points in read if points.part == part]
        print(f"{arguments.gold.name}, to {part}: {sum(len(p.voices) for p in some)} speakers")
        print(f"{'':14}" + "".join(f"{name:>8}" for name in COLUMNS))
        for name, figures in table(some):
            print(f"{name:14}" + "".join(f"{100 * value:8.1f}" for value in figures), flush=True)


def table(some: Sequence[Points]) -> Iterable[tuple[str, list[float]]]:
    """A name and the mean of each of COLUMNS for each way to choose."""
    shuffled = [_all_of(some, _shuffled(seed)) for seed in range(SHUFFLES)]
    yield "random", [fmean(column) for column in zip(*shuffled, strict=True)]
    yield "longest", _all_of(some, _longest)
    for method in get_args(SummarizerName):
        yield method, _all_of(some, _by_method(method))
    read = [replace(p, voices=tuple(as_read(p.article, v) for v in p.voices)) for p in some]
    yield "longest read", _all_of(read, _longest)
    for method in READ:
        yield f"{method} read", _all_of(read, _by_method(method))


Way = Callable[[Points, Voice], Summary]


def _all_of(some: Sequence[Points], way: Way) -> list[float]:
    rows = [
        judged(points.article, voice, way(points, voice)).values
        for points in some
        for voice in points.voices
    ]
    return [fmean(column) for column in zip(*rows, strict=True)]


def as_read(article: Article, voice: Voice) -> Voice:
    """The voice with what the engine finds it to say: nothing where it is not found."""
    analysis = _analysis(article)
    words = set(plain(voice.name).split())
    by_id = {quote.id: quote for quote in analysis.quotes}
    named = [s for s in analysis.speakers if words & set(plain(s.name).split())]
    best = max(named, key=lambda s: len(words & set(plain(s.name).split())), default=None)
    return replace(voice, quotes=tuple(by_id[q] for q in best.quotes) if best else ())


def judged(article: Article, voice: Voice, summary: Summary) -> Figures:
    """What a way to choose is worth for one speaker."""
    as_many, one, three = (list(summary(n)) for n in (len(voice.best), 1, LENGTH))
    gold = [article.text[s.start : s.end] for s in voice.best]
    exact = {_bare(text) for text in gold}
    return Figures(
        (
            _share([any(hits(s.span, best) for best in voice.best) for s in as_many]),
            _share([any(hits(s.span, best) for best in voice.best) for s in one]),
            float(any(hits(s.span, voice.best[0]) for s in one)),
            float(any(hits(s.span, voice.best[0]) for s in three)),
            _f1(_content(s.text for s in as_many), _content(gold)),
            _share([_bare(s.text) in exact for s in as_many]),
            _share([not leaning(s.text, quoted=_is_quoted(voice, s)) for s in three]),
            _repeated([_content([s.text]) for s in three]),
        )
    )


def hits(span: Span, gold: Span) -> bool:
    """Whether two stretches share at least half of the shorter."""
    shared = min(span.end, gold.end) - max(span.start, gold.start)
    return 2 * shared >= min(span.end - span.start, gold.end - gold.start)


def _by_method(method: SummarizerName) -> Way:
    def way(points: Points, voice: Voice) -> Summary:
        split = sentences(points.article)
        return lambda n: speaker_summary(points.article, split, voice.quotes, Options(method, n))

    return way


def _longest(points: Points, voice: Voice) -> Summary:
    every = _candidates(points, voice)
    ranked = sorted(every, key=lambda s: -word_count(s.text))
    return lambda n: ranked[:n]


def _shuffled(seed: int) -> Way:
    def way(points: Points, voice: Voice) -> Summary:
        every = _candidates(points, voice)
        random.Random(f"{seed} {points.name} {voice.name}").shuffle(every)
        return lambda n: every[:n]

    return way


def _candidates(points: Points, voice: Voice) -> list[SummarySentence]:
    split = sentences(points.article)
    return [c.sentence for c in spoken(points.article, split, voice.quotes)]


@cache
def _analysis(article: Article) -> Analysis:
    return analyse(article, Options("lead"))  # whose summaries need no weights


def _is_quoted(voice: Voice, sentence: SummarySentence) -> bool:
    return any(q.id == sentence.quote and q.kind == "direct" for q in voice.quotes)


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def _f1(found: frozenset[str], gold: frozenset[str]) -> float:
    return 2 * len(found & gold) / max(1, len(found) + len(gold))


def _repeated(said: Sequence[frozenset[str]]) -> float:
    """The mean share of a sentence's words that stand in another sentence."""
    shares = [
        len(words & frozenset().union(*said[:i], *said[i + 1 :])) / max(1, len(words))
        for i, words in enumerate(said)
    ]
    return fmean(shares) if shares else 0.0


def _content(texts: Iterable[str]) -> frozenset[str]:
    from sumy.utils import get_stop_words

    words = {w.lower().replace("’", "'") for text in texts for w in WORD.findall(text)}
    return frozenset(words - get_stop_words("english"))


def _bare(text: str) -> str:
    """The words of a sentence, without the `that` that makes a clause of it."""
    words = [w.lower() for w in WORD.findall(text)]
    return " ".join(words[1:] if words[:1] == ["that"] else words)


if __name__ == "__main__":
    main()
