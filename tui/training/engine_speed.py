"""How fast the engine reads, beside the bare encoder; how time and memory grow with the text."""

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tui.analysis import analyse
from tui.analysis.encoder import encoder
from tui.analysis.quotation import quotations
from tui.analysis.schema import word_count
from tui.analysis.word_pieces import windows, word_pieces
from tui.article.loading import article_from_text, load
from tui.article.model import Article

ARTICLE_WORDS = 800
RUNS = 15
MOST_RATIO = 1.5
# Over many articles, one after the other on one core.
MOST_CORPUS_RATIO = 1.25
# So many articles are read before time is taken.
WARMING = 5
LONG = (250_000, 500_000, 1_000_000)
MOST_MEMORY = 400


def main() -> None:
    """Print the figures for an 800-word article, on one core and on all; then for long texts.

    With `--corpus`, those over many articles.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "samples", type=Path, nargs="?", help="a folder of articles to make the texts from"
    )
    parser.add_argument(
        "--runs", type=int, help=f"over an article ({RUNS}; over one of a corpus 1)"
    )
    parser.add_argument("--words", type=int, nargs="*", default=LONG, help="the long texts")
    parser.add_argument(
        "--corpus",
        type=Path,
        nargs="+",
        default=(),
        help="folders of articles, or files of JSON lines with a text in each, to read one by one",
    )
    arguments = parser.parse_args()
    cores = _cores()
    if arguments.corpus:
        articles = [text for source in arguments.corpus for text in texts_of(source)]
        _apart(_report_corpus, articles, cores[:1], arguments.runs or 1)
    if arguments.samples is None:
        return
    texts = list(texts_of(arguments.samples))
    for used in sorted({1, len(cores)}):
        _apart(_report_article, texts, cores[:used], arguments.runs or RUNS)
    times: list[float] = []
    for words in arguments.words:
        times.append(_apart(_report_long, texts, cores, words))
        if len(times) > 1:
            print(f"  {times[-1] / times[-2]:.2f} times the time of half as much")


def texts_of(source: Path) -> Iterator[str]:
    """The texts of a folder's articles, or of a file of JSON lines."""
    if source.is_dir():
        yield from (load(str(path)).text for path in sorted(source.glob("*.txt")))
        return
    with source.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines if line.strip())


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
    analyse(article)
    alone, whole = _medians([_encoding(article), lambda: analyse(article)], runs)
    print(
        f"{len(cores)} core(s): {words} words in {whole * 1000:.0f} ms, the bare encoder"
        f" {alone * 1000:.0f} ms, ratio {whole / alone:.2f} (at most {MOST_RATIO});"
        f" {whole / words * 1000:.3f} s for 1,000 words, {words / whole:,.0f} words a second"
    )
    return whole


def _report_corpus(texts: Sequence[str], cores: Sequence[int], runs: int) -> float:
    """The whole analysis of many articles against the encoder's pass over the same windows.

    In seconds of the processor, which others who use the machine do not change much; of so many
    runs over an article the median.
    """
    _keep_to(cores)
    articles = [article_from_text(text) for text in texts]
    for article in articles[:WARMING]:
        analyse(article)
    alone = whole = 0.0
    for article in articles:
        whole_analysis = partial(analyse, article)
        bare, all_of_it = _medians([_encoding(article), whole_analysis], runs, time.process_time)
        alone, whole = alone + bare, whole + all_of_it
    words = sum(word_count(article.text) for article in articles)
    print(
        f"{len(articles)} articles of {words:,} words on one core:"
        f" {whole / words * 1000:.3f} CPU seconds for 1,000 words, the bare encoder"
        f" {alone / words * 1000:.3f}, ratio {whole / alone:.2f} (at most {MOST_CORPUS_RATIO})",
        flush=True,
    )
    return whole


def _encoding(article: Article) -> Callable[[], None]:
    """The encoder's pass over an article's windows."""
    reader = encoder()
    pieces = word_pieces(article, quotations(article), reader.vocabulary)
    read = list(windows(pieces))

    def bare() -> None:
        for window in read:
            reader(pieces, window)

    return bare


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


def _medians(
    calls: Sequence[Callable[[], object]],
    runs: int,
    clock: Callable[[], float] = time.perf_counter,
) -> list[float]:
    """The median seconds of some calls, taken by turns."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(runs):
        for call, taken in zip(calls, times, strict=True):
            begin = clock()
            call()
            taken.append(clock() - begin)
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
