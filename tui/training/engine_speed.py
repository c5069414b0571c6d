"""How fast the engine reads, beside the bare encoder; how time and memory grow with the text."""

import argparse
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.analysis import analyse
from tui.analysis.encoder import encoder
from tui.analysis.quotation import quotations
from tui.analysis.schema import word_count
from tui.analysis.word_pieces import windows, word_pieces
from tui.article.loading import article_from_text, load
from tui.article.model import Article

ARTICLE_WORDS = 800
MOST_RATIO = 1.5
LONG = (250_000, 500_000, 1_000_000)
MOST_MEMORY = 400


def main() -> None:
    """Print the figures for an 800-word article, on one core and on all; then for long texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", type=Path, help="a folder of articles to make the texts from")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--words", type=int, nargs="*", default=LONG, help="the long texts")
    arguments = parser.parse_args()
    texts = [load(str(path)).text for path in sorted(arguments.samples.glob("*.txt"))]
    cores = _cores()
    for used in sorted({1, len(cores)}):
        _apart(_report_article, texts, cores[:used], arguments.runs)
    times: list[float] = []
    for words in arguments.words:
        times.append(_apart(_report_long, texts, cores, words))
        if len(times) > 1:
            print(f"  {times[-1] / times[-2]:.2f} times the time of half as much")


def text_of(texts: Sequence[str], words: int) -> str:
    """Whole paragraphs of some articles, one article after the other, with about so many words."""
    paragraphs: list[str] = []
    count = 0
    while True:
        for text in texts:
            for paragraph in text.split("\n\n"):
                if count >= words:
                    return "\n\n".join(paragraphs)
                paragraphs.append(paragraph)
                count += word_count(paragraph)


def _report_article(texts: Sequence[str], cores: Sequence[int], runs: int) -> float:
    """The whole analysis against the encoder's pass over the same windows."""
    _keep_to(cores)
    article = article_from_text(text_of(texts, ARTICLE_WORDS))
    words = word_count(article.text)
    reader = encoder()
    pieces = word_pieces(article, quotations(article), reader.tokenizer)
    read = list(windows(pieces))

    def bare() -> None:
        for window in read:
            reader(pieces, window)

    alone, whole = _medians([bare, lambda: analyse(article)], runs)
    print(
        f"{len(cores)} core(s): {words} words in {whole * 1000:.0f} ms, the bare encoder"
        f" {alone * 1000:.0f} ms, ratio {whole / alone:.2f} (at most {MOST_RATIO});"
        f" {whole / words * 1000:.3f} s for 1,000 words, {words / whole:,.0f} words a second"
    )
    return whole


def _report_long(texts: Sequence[str], cores: Sequence[int], words: int) -> float:
    _keep_to(cores)
    encoder()
    analyse(article_from_text(text_of(texts, ARTICLE_WORDS)))
    idle = _peak()
    article: Article = article_from_text(text_of(texts, words))
    begin = time.perf_counter()
    analyse(article)
    taken = time.perf_counter() - begin
    print(
        f"{words:,} words in {taken:.1f} s, {_peak() - idle:.0f} MB above the idle process"
        f" (at most {MOST_MEMORY})",
        flush=True,
    )
    return taken


def _medians(calls: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """The median seconds of some calls, taken by turns; the first round warms them."""
    times: list[list[float]] = [[] for _ in calls]
    for run in range(runs + 1):
        for call, taken in zip(calls, times, strict=True):
            begin = time.perf_counter()
            call()
            if run:
                taken.append(time.perf_counter() - begin)
    return [statistics.median(taken) for taken in times]


def _apart(
    report: Callable[[Sequence[str], Sequence[int], int], float],
    texts: Sequence[str],
    cores: Sequence[int],
    number: int,
) -> float:
    """Run a report in a fresh process, so that its memory and its cores are its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(report, (texts, cores, number))


def _cores() -> list[int]:
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


def _keep_to(cores: Sequence[int]) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, cores)


def _peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
