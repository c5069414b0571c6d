"""Time to the first words on screen, beside a bare Textual application."""

import argparse
import compileall
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import tui
from tui.training.pseudo_terminal import PseudoTerminal

BARE = """
import sys
from pathlib import Path
from textual.app import App, ComposeResult
from textual.widgets import Static

class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(Path(sys.argv[1]).read_text(encoding="utf-8"), markup=False)

Bare().run()
"""
LIMIT = 1.2


def main() -> None:
    """Measure both, interleaved, and print medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path)
    parser.add_argument("--runs", type=int, default=11)
    arguments = parser.parse_args()
    words = _first_words(arguments.article)
    compileall.compile_dir(Path(tui.__file__).parent, quiet=2)  # as what is installed is
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(BARE, encoding="utf-8")
        commands = {
            "bare Textual": [sys.executable, str(script), str(arguments.article)],
            "pullquote": [sys.executable, "-m", "tui", str(arguments.article)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(arguments.runs + 1):
            for name, command in commands.items():
                taken = first_words_on_screen(command, words, folder)
                if run:  # the first run of each only warms the disk
                    times[name].append(taken)
    for name, taken_times in times.items():
        print(
            f"{name:14} median {statistics.median(taken_times):.3f} s,"
            f" least {min(taken_times):.3f} s, most {max(taken_times):.3f} s"
        )
    bare, ours = (statistics.median(t) for t in times.values())
    print(f"ratio of medians {ours / bare:.2f} (at most {LIMIT})")


def first_words_on_screen(command: Sequence[str], words: bytes, home: str) -> float:
    """Seconds from the start of a command in a pseudo-terminal to its first words on screen.

    What its user has made is in the folder `home`.

    Raises TimeoutError where they do not appear.
    """
    with PseudoTerminal(command, home) as terminal:
        return terminal.read_until(lambda seen: words in seen) - terminal.begun


def _first_words(article: Path) -> bytes:
    """The article's first word that is long enough to be told apart."""
    text = article.read_text(encoding="utf-8")
    return next(word for word in text.split() if len(word) > 4 and word.isalpha()).encode()


if __name__ == "__main__":
    main()
