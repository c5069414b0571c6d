"""Measure the article's summary against how prominent its sentences are in a corpus."""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, get_args

from tui.analysis.options import Options, SummarizerName
from tui.analysis.summary import article_summary
from tui.article.model import Article, Block, Span

LENGTH = 3
# The corpus tells how deep a sentence stands in the tree of what depends on what: 1 is the root.
DEEPEST = 4


def main() -> None:
    """Print for each way to choose how prominent CORPUS' sentences in its summaries are.

    CORPUS has lines {"title", "genre", "text", "sentences": [[start, end, depth, speaker]]}; a
    sentence's worth is the square of how far it stands above depth 4. The figure is the share of
    the worth of the best three sentences, in each kind of text and over all texts.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    arguments = parser.parse_args()
    with arguments.corpus.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    for method in get_args(SummarizerName):
        shares = defaultdict[str, list[float]](list)
        for document in documents:
            shares[document["genre"]].append(share(document, method))
        kinds = "  ".join(f"{kind} {100 * fmean(s):.0f}" for kind, s in sorted(shares.items()))
        mean = fmean([s for kind in shares.values() for s in kind])
        print(f"{method:10} {100 * mean:5.1f}   {kinds}", flush=True)


def share(document: dict[str, Any], method: SummarizerName) -> float:
    """The worth of a summary of three sentences, as a share of the best possible one's."""
    worth = {Span(s, e): max(0, DEEPEST - depth) ** 2 for s, e, depth, _ in document["sentences"]}
    picked = article_summary(_article(document), list(worth), Options(method, LENGTH))
    # a summary leaves out a mark that stands alone: what is shown begins or ends in its sentence
    shown = [next(w for s, w in worth.items() if s.start < p.span.end <= s.end) for p in picked]
    best = sorted(worth.values(), reverse=True)[:LENGTH]
    return float(sum(shown) / max(1, sum(best)))


def _article(document: dict[str, Any]) -> Article:
    text, title = document["text"], document["title"]
    blocks: Sequence[Block] = [
        Block("paragraph", Span(start, start + len(line)))
        for start, line in _lines(text)
        if line.strip() and line.strip() != title
    ]
    return Article(text, tuple(blocks), title=title)


def _lines(text: str) -> list[tuple[int, str]]:
    start, found = 0, []
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


if __name__ == "__main__":
    main()
