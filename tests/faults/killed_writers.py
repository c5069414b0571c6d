"""Writers of all that is a user's, killed at random moments or at work at once: nothing is lost.

`python -m tests.faults.killed_writers --rounds 200 --seed 7` prints what was lost, one line each,
and ends with status 1 if anything was.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tui import settings
from tui.analysis.corrections import Correction
from tui.article import kept_pages
from tui.article.answers import Answer
from tui.article.http_cache import Kept
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.export.new_files import write_new_file
from tui.store.articles import ArticleStore, Place
from tui.store.clippings import ClippingStore, clipping
from tui.store.corrections import CorrectionsStore
from tui.store.database import Database

ARTICLE = article_from_text("Ferries\n\n“We sail on Monday,” said Ada Falk.\n", "ferries.txt")
COMMENTED = '# my settings\ntheme = "nord"  # calm\nsentences = 4\n\n[keys]\nwhy = "z"\n'
THEMES = ("nord", "gruvbox")
LONG = 3000
"""Lines of an export: more than is written at once."""


def writes(folder: Path, writer: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """What one writer writes, without end: a name for each piece, and what writes it."""
    database = Database(folder / "pullquote.db")
    corrections = CorrectionsStore(ARTICLE, database)
    chosen = settings.load(folder / "settings.toml")
    number = writer * 1_000_000
    while True:
        number += 1
        name = f"{number}"
        made = Correction((Span(0, 7),), "statement", None, None, name, new=True)
        yield f"correction {name}", partial(_kept, corrections, made)
        clip = replace(clipping(ARTICLE, number, name, None, None, told=False), note=name)
        yield f"clipping {name}", partial(ClippingStore(database).add, clip)
        place = Place(number, number, float(number))
        yield f"place {name}", partial(ArticleStore(database).left, ARTICLE, place)
        theme = THEMES[number % 2]
        yield f"theme {name}", partial(settings.save, chosen, "theme", theme)
        page = Kept(Answer(200, {}, name.encode() * 5000, False), datetime.now(UTC))
        yield f"page {name}", partial(kept_pages.keep_page, name, page)
        path = folder / "exports" / f"{name}.txt"
        text = f"{name}\n" * LONG
        yield f"export {name}", partial(write_new_file, path, text)


def _kept(store: CorrectionsStore, correction: Correction) -> None:
    store.add(correction)
    if store.problem:
        raise RuntimeError(store.problem)


def write_until_killed(folder: Path, writer: int, told: int) -> None:
    """Write, and tell of each piece that is written."""
    for name, write in writes(folder, writer):
        write()
        os.write(told, f"{name}\n".encode())


def lost(folder: Path, told: Sequence[str]) -> Iterator[str]:
    """What is not as it was told, a line each."""
    database = Database(folder / "pullquote.db")
    corrections = CorrectionsStore(ARTICLE, database)
    if corrections.problem:
        yield corrections.problem
    there = {f"correction {c.name}" for c in corrections.corrections}
    clips = ClippingStore(database).all()
    there |= {f"clipping {clip.words}" for clip in clips if clip.words == clip.note}
    if len({clip.position for clip in clips}) != len(clips):
        yield "two clippings stand in one place"
    place = ArticleStore(database).opened(ARTICLE)
    if not place.offset == place.quote == place.progress and place != Place(0, None, 0):
        yield f"a place of two: {place}"
    if not place.offset and any(name.startswith("place") for name in told):
        yield "no place is kept"
    text = (folder / "settings.toml").read_text(encoding="utf-8")
    if text not in {COMMENTED.replace("nord", theme) for theme in THEMES}:
        yield f"other settings: {text!r}"
    for path in (folder / "exports").glob("*.txt"):
        if path.read_text(encoding="utf-8") == f"{path.stem}\n" * LONG:
            there.add(f"export {path.stem}")
        else:
            yield f"half an export: {path.name}"
    for name in told:
        kind, _, number = name.partition(" ")
        if kind in ("correction", "clipping", "export") and name not in there:
            yield f"lost: {name}"
        if kind == "page":
            page = kept_pages.kept_page(number)
            if page is None or page.answer.body != number.encode() * 5000:
                yield f"lost: {name}"


def play(folder: Path, dice: random.Random, rounds: int, writers: int) -> Iterator[str]:
    """Let writers write, kill them at random moments, and look; as often as there are rounds."""
    (folder / "exports").mkdir()
    (folder / "settings.toml").write_text(COMMENTED, encoding="utf-8")
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    ArticleStore(Database(folder / "pullquote.db")).opened(ARTICLE)
    told = list[str]()
    for number in range(rounds):
        pipes = [os.pipe() for _ in range(writers)]
        children = list[int]()
        for writer, (_, end) in enumerate(pipes):
            child = os.fork()
            if child == 0:
                status = 1
                try:
                    write_until_killed(folder, number * writers + writer, end)
                finally:
                    sys.stderr.flush()
                    os._exit(status)
            children.append(child)
        time.sleep(dice.uniform(0.0, 0.06))
        for child in children:
            os.kill(child, signal.SIGKILL)
        for child, (_, end) in zip(children, pipes, strict=True):
            _, status = os.waitpid(child, 0)
            os.close(end)
            if not os.WIFSIGNALED(status):
                yield "a writer failed"
        for here, _ in pipes:
            with os.fdopen(here, encoding="utf-8") as heard:
                told += heard.read().splitlines()
        yield from lost(folder, told)


def main() -> int:
    """Play, in new folders from time to time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    dice = random.Random(given.seed)
    count = 0
    for begin in range(0, given.rounds, 20):
        with TemporaryDirectory() as folder:
            rounds = min(20, given.rounds - begin)
            for line in play(Path(folder), dice, rounds, writers=1 + begin // 20 % 2):
                count += 1
                print(line)
    print(f"{given.rounds} rounds, {count} losses")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
