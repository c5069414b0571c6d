"""Learn what each piece of evidence weighs for a speaker's sentences, from readings by hand."""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from tui.analysis.salience import SPOKEN_TWICE, unlike, worth
from tui.analysis.sentences import sentences
from tui.analysis.summary import passages_of, spoken
from tui.analysis.sumy_methods import document_of, summarizer
from tui.article.model import Article
from tui.training.points import Points, Voice, points_of
from tui.training.summaries import as_read, hits

# How strongly the weights are held to nothing, on the scale of each piece's spread.
HOLD = 8.0
# Set by hand: readers choose sentences that hang on others, and questions that are reported, nearly
# as often as others do, as they know the article. Who reads nothing but the summary does not.
SET: Mapping[str, float] = {"leaning": -0.8, "asking": -1.2}
STEPS = 50
CLOSE = 1e-9

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A speaker's sentences: what speaks for each, its topics, and whether it is in the gold.

    `wished` is how many the gold has; `read` whether the engine has found what the speaker says.
    """

    article: str
    read: bool
    evidence: tuple[Mapping[str, float], ...]
    topics: tuple[frozenset[str], ...]
    right: tuple[bool, ...]
    wished: int


def main() -> None:
    """Learn from GOLD (as for `tui.training.summaries`), print figures, write the weights.

    Only what is to choose on is learned from: the speakers' statements as the gold has them, and
    as the engine reads them. The figures are of articles from which nothing was learned, each left
    out in turn: the share of sentences that are in the gold, and of first choices that are.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--articles", type=Path, help="where the articles of NAME.json lie")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    examples = [
        example
        for gold in arguments.gold
        for points in points_of(gold, None if any(gold.glob("*.gold.json")) else arguments.articles)
        if points.part == "choose"
        for example in examples_of(points)
    ]
    figures = left_out(examples)
    for read, told in ((False, "statements as in the gold"), (True, "statements as read")):
        some = [f for example, f in zip(examples, figures, strict=True) if example.read is read]
        right, first = (fmean(column) for column in zip(*some, strict=True))
        print(f"{told}: {100 * right:.1f} right, {100 * first:.1f} first", flush=True)
    weights = {name: round(weight, 2) for name, weight in fitted(examples).items()}
    arguments.output.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def examples_of(points: Points) -> list[Example]:
    """Two examples for each speaker: with the gold's statements, and with those as read."""
    return [
        _example(points, said, is_read)
        for voice in points.voices
        for is_read, said in ((False, voice), (True, as_read(points.article, voice)))
    ]


def _example(points: Points, voice: Voice, is_read: bool) -> Example:
    article: Article = points.article
    candidates = spoken(article, sentences(article), voice.quotes)
    document = document_of(passages_of(candidates), article.title or "")
    salience = summarizer("salience")
    topics = tuple(salience.topics(sentence) for sentence in document.sentences)
    return Example(
        points.name,
        is_read,
        tuple(salience.evidence(document, topics)),
        topics,
        tuple(any(hits(c.sentence.span, best) for best in voice.best) for c in candidates),
        len(voice.best),
    )


def left_out(examples: Sequence[Example]) -> list[tuple[float, float]]:
    """For each example the share that is right, of as many as wished and of one.

    The weights for each are learned from the other articles.
    """
    learned = {
        article: fitted([e for e in examples if e.article != article])
        for article in {e.article for e in examples}
    }
    return [_judged(example, learned[example.article]) for example in examples]


def _judged(example: Example, weights: Mapping[str, float]) -> tuple[float, float]:
    worths = [worth(evidence, weights) for evidence in example.evidence]

    def right(count: int) -> float:
        picked = unlike(worths, example.topics, count, SPOKEN_TWICE)
        return fmean(example.right[i] for i in picked) if picked else 0.0

    return right(example.wished), right(1)


def fitted(examples: Iterable[Example]) -> dict[str, float]:
    """The weights under which a sentence of the gold is likeliest to be worth more than another.

    Logistic regression on the differences of all such pairs of one speaker's sentences, each
    speaker counting as the root of the number of the pairs, by Newton's method. What is SET is set.
    """
    usable = [e for e in examples if len(set(e.right)) > 1]
    names = [name for name in usable[0].evidence[0] if name not in SET]
    values = [np.array([[e[n] for n in names] for e in example.evidence]) for example in usable]
    spread: Numbers = np.concatenate(values).std(axis=0)
    spread[spread == 0] = 1
    pairs = [_pairs(v / spread, np.array(e.right)) for v, e in zip(values, usable, strict=True)]
    ahead = np.concatenate(pairs)
    counts = np.concatenate([np.full(len(p), len(p) ** -0.5) for p in pairs])
    weights: Numbers = np.zeros(len(names))
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-(ahead @ weights)))
        slope = ahead.T @ (counts * (sure - 1)) + HOLD * weights
        bend = (ahead.T * (counts * sure * (1 - sure))) @ ahead + HOLD * np.eye(len(names))
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < CLOSE:
            break
    return {**dict(zip(names, (weights / spread).tolist(), strict=True)), **SET}


def _pairs(values: Numbers, right: NDArray[np.bool_]) -> Numbers:
    """How each sentence that is right differs from each that is not."""
    ahead = values[right][:, None] - values[~right][None]
    flat: Numbers = ahead.reshape(-1, values.shape[1])
    return flat


if __name__ == "__main__":
    main()
