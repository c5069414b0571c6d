"""How fast a corpus is read: beside the bare encoder, with more processes, and in what memory."""

import argparse
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tui.training.many_articles import texts_in, write_many

LEAST_SPEED_UP: Final = 1.7
MOST_RATIO: Final = 1.25
_BARE_WORDS: Final = 60_000
"""Articles with so many words in all are read by the bare encoder, too."""
_SPAWNED: Final = b"spawn_main"


@dataclass(frozen=True, slots=True)
class Measured:
    """A run: its seconds, the CPU seconds of those who read, and their memory in MB.

    `early` and `late` are the most of one process in the second and in the last quarter.
    """

    seconds: float
    processor: float
    early: float
    late: float


def main() -> None:
    """Print the figures of runs with so many processes each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "sources", type=Path, nargs="+", help="folders of texts to make the articles from"
    )
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument(
        "--as-given", action="store_true", help="read the sources themselves, which may be files"
    )
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        sources = given.sources
        if not given.as_given:
            sources = [Path(folder) / "articles"]
            write_many(sources[0], texts_in(given.sources), given.articles, given.seed)
        runs: list[Measured] = []
        bare = 0.0
        for processes in given.processes:
            out = Path(folder) / f"corpus-{processes}"
            runs.append(measured(sources, out, processes))
            if not bare:
                bare = bare_cost(texts_of(out, given.seed))
                print(f"the bare encoder on one thread: {bare * 1e6:.1f} s for a million words")
            report(runs, out, processes, bare)


def texts_of(out: Path, seed: int) -> Sequence[str]:
    """Some of the articles of a corpus, by chance."""
    texts = [text for file in _articles(out) for text in _column(file, "text")]
    random.Random(seed).shuffle(texts)
    words = accumulate(len(text.split()) for text in texts)
    return [text for text, so_far in zip(texts, words, strict=True) if so_far <= _BARE_WORDS]


def report(runs: Sequence[Measured], out: Path, processes: int, bare: float) -> None:
    """Print the figures of the last run."""
    run = runs[-1]
    counts = [count for file in _articles(out) for count in _column(file, "words")]
    words, stored = sum(counts), sum(path.stat().st_size for path in out.rglob("*.parquet"))
    print(
        f"{processes} process(es): {len(counts):,} articles, {words:,} words in"
        f" {run.seconds:.1f} s, {words / run.seconds:,.0f} words a second,"
        f" {runs[0].seconds / run.seconds:.2f} times the first (at least {LEAST_SPEED_UP} with"
        f" twice as many); {run.processor / words * 1e6:.1f} s of CPU for a million words with the"
        f" start, {run.processor / words / bare:.2f} times the bare encoder (at most {MOST_RATIO});"
        f" {run.early:.0f} MB a process, then {run.late:.0f} MB; {stored / words:.2f} bytes a word"
        " in the tables",
        flush=True,
    )


def _articles(out: Path) -> Sequence[Path]:
    return sorted((out / "articles").iterdir())


def _column(file: Path, name: str) -> list[Any]:
    import pyarrow.parquet as pq

    found: list[Any] = pq.read_table(file, columns=[name])[name].to_pylist()
    return found


def bare_cost(texts: Sequence[str]) -> float:
    """The CPU seconds that a word costs the encoder alone, on one thread in a fresh process."""
    code = "from tui.training.corpus_speed import print_bare; print_bare()"
    done = subprocess.run(
        [sys.executable, "-c", code], input="\f".join(texts), text=True, capture_output=True,
        check=True, env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    return float(done.stdout)


def print_bare() -> None:
    """Read texts from standard input with the encoder; print the seconds a word."""
    from tui.analysis.encoder import encoder
    from tui.analysis.quotation import quotations
    from tui.analysis.schema import word_count
    from tui.analysis.word_pieces import windows, word_pieces
    from tui.article.loading import article_from_text

    reader, words, seconds = encoder(), 0, 0.0
    for text in sys.stdin.read().split("\f"):
        article = article_from_text(text)
        pieces = word_pieces(article, quotations(article), reader.vocabulary)
        read = list(windows(pieces))
        if not words:  # what is read first is read slowly
            reader(pieces, read[0])
        begin = time.process_time()
        for window in read:
            reader(pieces, window)
        seconds += time.process_time() - begin
        words += word_count(article.text)
    print(seconds / words)


def measured(sources: Sequence[Path], out: Path, processes: int) -> Measured:
    """Run the command, and watch the processes that read."""
    command = [sys.executable, "-m", "tui", "corpus", *map(str, sources), "-o", str(out)]
    begin = time.monotonic()
    run = subprocess.Popen([*command, "--processes", str(processes)], stderr=subprocess.PIPE)
    seen = list[tuple[float, float]]()
    used: dict[int, float] = {}
    while run.poll() is None:
        for pid in _readers(run.pid):
            memory, processor = _memory(pid), _processor(pid)
            if memory:
                seen.append((time.monotonic() - begin, memory))
                used[pid] = max(used.get(pid, 0.0), processor)
        time.sleep(0.2)
    seconds = time.monotonic() - begin
    if run.returncode:
        raise SystemExit(run.communicate()[1].decode())
    early = [memory for at, memory in seen if seconds / 4 < at <= seconds / 2]
    late = [memory for at, memory in seen if at > seconds * 3 / 4]
    return Measured(seconds, sum(used.values()), max(early, default=0), max(late, default=0))


def _readers(client: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = path.read_text().rpartition(")")[2].split()[1]
            if parent == str(client) and _SPAWNED in (path.parent / "cmdline").read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def _memory(pid: int) -> float:
    """The memory that a process has now, in MB."""
    try:
        told = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0.0
    return int(told[1]) / 1024 if told else 0.0


def _processor(pid: int) -> float:
    """The CPU seconds that a process has used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
