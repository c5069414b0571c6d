"""Measure the search by meaning: questions in other words than the statements looked for."""

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from tui.corpus.found_places import LEAST_CLOSENESS
from tui.corpus.late_interaction import word_by_word
from tui.corpus.meaning import Space, statement_vectors, together

_AMONG_FIRST = 10
_WORD = re.compile(r"\w+")
# Robertson and Zaragoza, 2009
_SATURATION, _BY_LENGTH = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Looked:
    """A question, and the index of the statement that it looks for."""

    question: str
    target: int


def main() -> None:
    """Print, for each way to search, the mean reciprocal rank and recall among the first ten;
    for the last, how many statements are near.

    QUESTIONS are lines of an article's name, a statement's id and a question, parted by tabs;
    ARTICLES is the folder of NAME.txt with NAME.gold.json in which the statements are.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "questions", type=Path, nargs="?", default=Path("tests/gold_meaning/questions.tsv")
    )
    parser.add_argument("articles", type=Path, nargs="?", default=Path("tests/gold_fiction"))
    arguments = parser.parse_args()
    statements, looked = read(arguments.questions, arguments.articles)
    print(f"{len(looked)} questions, {len(statements)} statements")
    print(f"{'':24}{'to choose':>16}{'to report':>16}")
    for name, scores in ways(statements, [one.question for one in looked]):
        ranks = ranks_of(scores, [one.target for one in looked])
        told = "".join(f"{mrr:8.3f}{recall:8.3f}" for mrr, recall in map(figures, halves(ranks)))
        print(f"{name:24}{told}", flush=True)
    near = scores >= LEAST_CLOSENESS
    found = fmean(bool(row[one.target]) for row, one in zip(near, looked, strict=True))
    print(f"near: {near.mean():.3f} of all statements, {found:.3f} of those looked for")


def read(questions: Path, articles: Path) -> tuple[list[str], list[Looked]]:
    """The texts of all statements that are not within others, and the questions."""
    places, texts = dict[tuple[str, str], int](), list[str]()
    for path in sorted(articles.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        text = (articles / f"{name}.txt").read_text(encoding="utf-8")
        for told in json.loads(path.read_text(encoding="utf-8"))["attributions"]:
            if not told.get("nested_in") and told["content"]:
                places[name, told["id"]] = len(texts)
                texts.append(" … ".join(text[start:end] for start, end in told["content"]))
    lines = questions.read_text(encoding="utf-8").splitlines()
    split = (line.split("\t") for line in lines)
    return texts, [Looked(question, places[name, key]) for name, key, question in split]


def ways(
    statements: Sequence[str], questions: Sequence[str]
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Each way to search, with how close each statement is to each question."""
    yield "words (BM25)", by_words(statements, questions)
    known, asked = statement_vectors(statements), statement_vectors(questions)
    nothing = Space(np.zeros(known.shape[1], np.float32), np.zeros((0, known.shape[1]), np.float32))
    yield "vectors", nothing.placed(asked) @ nothing.placed(known).T
    for components in (0, 1, 2, 4, 8, 16):
        space = Space.of(known, components)
        name = f"centred, {components} taken away"
        yield name, space.placed(asked) @ space.placed(known).T
    space = Space.of(known)
    wholes = space.placed(asked) @ space.placed(known).T
    words = np.array([word_by_word(question, statements, space.mean) for question in questions])
    yield "word by word", words
    yield "both, as it is asked", together(wholes, words)


def by_words(statements: Sequence[str], questions: Sequence[str]) -> NDArray[np.float32]:
    """BM25 over words as they are written, in small letters."""
    counts = [Counter(_WORD.findall(text.lower())) for text in statements]
    lengths = np.array([count.total() for count in counts])
    relative = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * lengths / lengths.mean())
    found = np.zeros((len(questions), len(statements)), np.float32)
    for row, question in enumerate(questions):
        for word in set(_WORD.findall(question.lower())):
            times = np.array([count[word] for count in counts])
            having = int((times > 0).sum())
            rare = math.log(1 + (len(counts) - having + 0.5) / (having + 0.5))
            found[row] += rare * times * (_SATURATION + 1) / (times + relative)
    return found


def ranks_of(scores: NDArray[np.float32], targets: Sequence[int]) -> list[int]:
    """At which place each question's statement comes, from 1."""
    return [1 + int((row > row[target]).sum()) for row, target in zip(scores, targets, strict=True)]


def halves(ranks: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Those to choose by, and those to report."""
    return ranks[::2], ranks[1::2]


def figures(ranks: Sequence[int]) -> tuple[float, float]:
    """The mean reciprocal rank, and the share that is among the first ten."""
    return fmean(1 / rank for rank in ranks), fmean(rank <= _AMONG_FIRST for rank in ranks)


if __name__ == "__main__":
    main()
