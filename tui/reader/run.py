"""Runs the reader in the terminal and gives back an exit status."""

import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from tui.article.model import Article
from tui.exit_status import failed
from tui.reader.app import ReaderApp, failure_in_a_sentence
from tui.reader.plain_letters import use_plain_letters
from tui.reader.terminal import NoTerminalError, take_keys_from_terminal
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.article.listing import Listed

_TURN_SECONDS = 0.0005
"""How long the thread that writes to the terminal waits for its turn, and keys for theirs: the
interpreter's own 5 ms are a third of what a key takes to the screen."""


def run_reader(article: Article, settings: Settings) -> int:
    """Show an article until the user leaves.

    Gives the exit status: 0, 1 for a failure of the reader, 2 where there is no terminal, 128 and
    the signal's number where one ended it.
    """
    return _run(ReaderApp(settings, article))


def run_library(
    open_article: Callable[[str], Article],
    settings: Settings,
    listed: "Sequence[Listed] | None" = None,
    name: str = "",
) -> int:
    """Show some articles, or parts of what has a `name`; without any, what was read and samples.

    `open_article` loads what a source holds; it may raise OSError or ValueError with a sentence
    for the user. Exit status as for `run_reader`.
    """
    from tui.reader.shelf import Shelf

    return _run(ReaderApp(settings, shelf=Shelf(listed, name), open_article=open_article))


def run_corpus(folder: Path, settings: Settings) -> int:
    """Show a corpus. Exit status as for `run_reader`, and 1 where it cannot be read, which is said
    in a line.
    """
    from tui.corpus.corpus_folder import CorpusError, check

    try:
        check(folder)
    except CorpusError as error:
        return failed(str(error))
    return _run(ReaderApp(settings, corpus=folder))


def _run(app: ReaderApp) -> int:
    try:
        take_keys_from_terminal()
    except NoTerminalError as error:
        print(f"pullquote: {error}", file=sys.stderr)
        return 2
    sys.setswitchinterval(_TURN_SECONDS)
    if isinstance(sys.__stderr__, TextIOWrapper):  # which is what the reader is drawn on
        use_plain_letters(sys.__stderr__)
    try:
        app.run()
    except Exception as error:  # what fails once may fail again while all is taken down
        app.failure = app.failure or error
    if app.failure is not None:
        print(failure_in_a_sentence(app.failure), file=sys.stderr)
        return 1
    return app.return_code or 0
