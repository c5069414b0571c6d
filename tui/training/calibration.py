"""Calibrate confidences on an annotated corpus: writes analysis/weights/calibration.json."""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tui.analysis.attribution import Attribution
from tui.analysis.calibration import Calibration, group
from tui.analysis.pipeline import read
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.training.accuracy import alignment
from tui.training.corpora import Document, Said, articles

BINS = 10
# A point of the table stands for at least so many attributions, a line for so many.
LEAST_POINT = 25
LEAST = 100

Judged = tuple[Attribution, bool]


def main() -> None:
    """Fit a table to CORPUS, write it, and print the expected calibration error.

    The error is measured on each half of the articles with the table of the other half: the mean
    difference between confidence and share of right ones, over ten bins (Naeini et al., 2015).
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    judged = [judge(document) for document in articles(arguments.corpus)]
    halves = [[j for some in judged[i::2] for j in some] for i in (0, 1)]
    tables = [fitted(half) for half in halves]
    crossed = [
        (table.of(attribution).confidence, right)
        for table, half in zip(reversed(tables), halves, strict=True)
        for attribution, right in half
    ]
    raw = [(a.confidence, right) for half in halves for a, right in half]
    figures = {"attributions": len(raw), "before": error(raw), "after": error(crossed)}
    print(json.dumps(figures))
    document = {
        "about": "share of right attributions by raw confidence, for each kind of evidence",
        "error": figures["after"],
        "points": fitted([j for half in halves for j in half]).points,
    }
    arguments.output.write_text(json.dumps(document) + "\n", encoding="utf-8")


def judge(document: Document) -> list[Judged]:
    """What the engine attributes in a document, and whether half of a gold statement is in it and
    the mention is the gold one's.
    """
    article = article_from_text(document.text)
    places = alignment(article.text, document.text)

    def carried(spans: Iterable[Span]) -> set[int]:
        return {places[i] for s in spans for i in range(s.start, s.end)}

    judged = []
    for attribution in read(article).attributions:
        said = carried(attribution.spans)
        mention = carried([attribution.mention]) if attribution.mention else set()
        best = max(document.said or (), key=lambda gold: _shared(gold, said), default=None)
        judged.append((attribution, best is not None and _right(best, said, mention)))
    return judged


def _shared(gold: Said, said: set[int]) -> int:
    return sum(i in said for s in gold.content for i in range(s.start, s.end))


def _right(gold: Said, said: set[int], mention: set[int]) -> bool:
    length = sum(s.end - s.start for s in gold.content)
    found = length > 0 and 2 * _shared(gold, said) >= length
    if not gold.source:
        return found
    return found and any(i in mention for s in gold.source for i in range(s.start, s.end))


def fitted(judged: Sequence[Judged]) -> Calibration:
    """A rising line for each kind of evidence, by isotonic regression over equal shares."""
    by_group: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for attribution, right in judged:
        by_group[group(attribution)].append((attribution.confidence, right))
    return Calibration(
        {n: _rising(sorted(pairs)) for n, pairs in sorted(by_group.items()) if len(pairs) >= LEAST}
    )


def _rising(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Pool adjacent violators (Ayer et al., 1955) over bins of equal size."""
    size = max(LEAST_POINT, len(pairs) // BINS)
    blocks: list[list[float]] = []  # the sum of raw confidences, of right ones, and the count
    for at in range(0, len(pairs), size):
        part = pairs[at : at + size]
        if len(part) < LEAST_POINT and blocks:
            blocks[-1] = [
                blocks[-1][0] + sum(x for x, _ in part),
                blocks[-1][1] + sum(r for _, r in part),
                blocks[-1][2] + len(part),
            ]
        else:
            blocks.append([sum(x for x, _ in part), sum(r for _, r in part), len(part)])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] > blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    # one right and one wrong added to each keep small blocks from certainty
    return [(round(x / n, 3), round((r + 1) / (n + 2), 3)) for x, r, n in blocks]


def error(pairs: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error of (confidence, right) pairs, in [0, 1]."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in pairs:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    total = sum(
        abs(sum(c for c, _ in part) - sum(right for _, right in part)) for part in bins.values()
    )
    return round(total / max(len(pairs), 1), 4)


if __name__ == "__main__":
    main()
