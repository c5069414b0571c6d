"""From key to screen in a pseudo-terminal: beside a short article, and during an analysis."""

import argparse
import re
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pyte

from tui.article.loading import load
from tui.training.engine_speed import text_of
from tui.training.pseudo_terminal import COLUMNS, ROWS, PseudoTerminal

SHORT, LONG = 800, 1_000_000
MOST_RATIO, MOST_MILLISECONDS = 1.3, 60
PAUSE = 0.15
"""Seconds from key to key."""
READING = (b"j", b" ", b"k", b"b")
KEYS = (*READING, b"n", b"p", b"s", b"S")
"""Each has something to do in any article: there and back."""
_ROWS, _ARTICLE, _WORDS = range(2, 34), range(70), slice(12, 60)
"""Where the article is: its rows, its columns, and those that have its words alone."""
_PRIVATE = re.compile(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p")
"""What the emulator would print."""


def main() -> None:
    """Print the times, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", type=Path, help="a folder of articles to make the texts from")
    parser.add_argument("--words", type=int, default=LONG, help="of the long article")
    parser.add_argument("--keys", type=int, default=120, help="to press in each article")
    arguments = parser.parse_args()
    texts = [load(str(path)).text for path in sorted(arguments.samples.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:

        def opened(words: int) -> _Reader:
            path = Path(folder) / f"{words}.txt"
            path.write_text(text_of(texts, words), encoding="utf-8")
            command = [sys.executable, "-m", "tui", str(path)]
            return _Reader(stack.enter_context(PseudoTerminal(command, folder)))

        long = opened(arguments.words)
        busy = long.press_while_analysed(READING)
        _report(f"{arguments.words:,} words, while they are analysed", busy)
        print(f"  (95th percentile at most {MOST_MILLISECONDS})")
        short = opened(SHORT)
        short.press_while_analysed(READING)
        times: tuple[list[float], list[float]] = [], []
        for _ in range(arguments.keys // len(KEYS)):  # by turns: what disturbs one disturbs both
            for reader, taken in zip((short, long), times, strict=True):
                taken += reader.press(KEYS)
        for words, taken in zip((SHORT, arguments.words), times, strict=True):
            _report(f"{words:,} words, analysed", taken)
        ratio = statistics.median(times[1]) / statistics.median(times[0])
        print(f"  ratio of medians {ratio:.2f} (at most {MOST_RATIO})")


class _Reader:
    """The reader in a terminal, and what stands on its screen."""

    def __init__(self, terminal: PseudoTerminal) -> None:
        self._terminal = terminal
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0
        while "VOICES" not in "".join(self._screen.display):
            self._look(0.1)

    def press(self, keys: Sequence[bytes], *, words_alone: bool = False) -> list[float]:
        """Press keys, and give the milliseconds until each had done what it does.

        That is when the article looked as it does when the next key is pressed; with `words_alone`,
        when its words stood where they do then. A key that changes nothing there does not count.
        """
        taken = []
        for key in keys:
            before = self._shown(words_alone)
            typed = self._terminal.press(key)
            states = self._look(PAUSE, words_alone)
            if states and states[-1][1] != before:
                done = next(second for second, state in states if state == states[-1][1])
                taken.append(1000 * (done - typed))
        return taken

    def press_while_analysed(self, keys: Sequence[bytes]) -> list[float]:
        """Press keys over and over until nothing says any more that the article is being read."""
        taken = []
        while "reading…" in "".join(self._screen.display):
            taken += self.press(keys, words_alone=True)
        self._look(5.0)
        return taken

    def _look(self, seconds: float, words_alone: bool = False) -> list[tuple[float, object]]:
        """What was on the screen after each part that came within so many seconds."""
        self._terminal.read_for(seconds)
        states = list[tuple[float, object]]()
        for second, part in self._terminal.written[self._fed :]:
            self._stream.feed(_PRIVATE.sub(b"", part))
            states.append((second, self._shown(words_alone)))
        self._fed = len(self._terminal.written)
        return states

    def _shown(self, words_alone: bool) -> object:
        if words_alone:
            return [self._screen.display[y][_WORDS] for y in _ROWS]
        return [tuple(self._screen.buffer[y][x] for x in _ARTICLE) for y in _ROWS]


def _report(what: str, taken: Sequence[float]) -> None:
    last = statistics.quantiles(taken, n=20)[-1]
    print(
        f"{what}: median {statistics.median(taken):.0f} ms, 95th percentile {last:.0f} ms,"
        f" most {max(taken):.0f} ms, of {len(taken)} keys",
        flush=True,
    )


if __name__ == "__main__":
    main()
