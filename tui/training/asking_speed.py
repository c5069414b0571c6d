"""How long a corpus of very many statements takes to answer, and if its view waits meanwhile."""

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tui.corpus.asking import Corpus
from tui.corpus.question import Answer, People, Question
from tui.training.many_statements import Invented, write_statements
from tui.training.pseudo_terminal import PseudoTerminal

STATEMENTS: Final = 1_000_000
_PAGE: Final = 50
_COMMON, _RARE = 20, 500
"""Ranks of words."""
_ROUNDS: Final = 3
_PATIENCE: Final = 8.0
_TOTAL: Final = re.compile(rb"\d statements?\b")
_PAUSE: Final = 0.12
"""Seconds from letter to letter of a fast hand."""


def main() -> None:
    """Print the seconds of each question, then the milliseconds of keys in the view."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with TemporaryDirectory() as home:
        folder = Path(home) / "corpus"
        begin = time.process_time()
        world = write_statements(folder, given.statements, given.seed)
        print(f"made and linked in {time.process_time() - begin:.0f} s of processor time")
        ask_alone(folder, world)
        ask_in_view(folder, world, home)


def ask_alone(folder: Path, world: Invented) -> None:
    """Print what each kind of question takes the first time, and another page of it."""
    rare, common = world.words[_RARE], world.words[_COMMON]
    with Corpus(folder) as corpus:
        who = corpus.people(limit=1).people[0]
        print(f"{corpus.contents().quotes:,} statements, {corpus.people().total:,} people")
        for told, question in (
            ("a word", Question(words=rare)),
            ("a common word", Question(words=common)),
            ("two words", Question(words=f"{rare} {common}")),
            ("a speaker", Question(person=who.id)),
            ("a speaker and a word", Question(person=who.id, words=common)),
            ("a place", Question(entity=world.places[0])),
            ("a year", Question(since=date(2014, 1, 1), until=date(2014, 12, 31))),
            ("indirect ones", Question(kinds=("indirect",))),
        ):
            page = replace(question, limit=_PAGE)
            total, first = _taken(partial(corpus.ask, page))
            _, again = _taken(partial(corpus.ask, replace(page, offset=_PAGE)))
            print(f"{told}: {total:,} statements; first {first}, another page {again}", flush=True)
        _, names = _taken(partial(corpus.people, who.name))
        print(f"a name among the people: {names}")


def _taken(work: Callable[[], Answer | People]) -> tuple[int, str]:
    begin, busy = time.perf_counter(), time.process_time()
    found = work().total
    passed, worked = time.perf_counter() - begin, time.process_time() - busy
    return found, f"{passed:.2f} s ({worked:.2f} s of processor time)"


def ask_in_view(folder: Path, world: Invented, home: str) -> None:
    """Print how soon what is typed stands there while the view is asking, and how soon it has
    asked: a question of a word is opened, and then another word is looked for in its answer.
    """
    command = [sys.executable, "-m", "tui", str(folder)]
    echoes = list[float]()
    with PseudoTerminal(command, home) as terminal:
        terminal.read_until(lambda seen: world.people[0].encode() in seen)
        for first in world.words[_RARE : _RARE + _ROUNDS]:
            for keys in (b"a", b"\x15", first.encode()):
                terminal.press(keys)
                terminal.read_for(1.0)
            asked = terminal.press(b"\r")
            for key in "/" + world.words[_COMMON]:
                pressed, told = terminal.press(key.encode()), len(terminal.written)
                terminal.read_for(_PAUSE)
                echoes += [1000 * (at - pressed) for at, _ in terminal.written[told : told + 1]]
            terminal.read_for(_PATIENCE)
            done = max(at for at, part in terminal.written if _TOTAL.search(part))
            print(f"a word asked, and another looked for in that: there after {done - asked:.1f} s")
            for _ in range(3):
                terminal.press(b"\x1b")
                terminal.read_for(1.0)
    print(
        f"keys while it is asked: median {statistics.median(echoes):.0f} ms, most"
        f" {max(echoes):.0f} ms, of {len(echoes)}"
    )


if __name__ == "__main__":
    main()
