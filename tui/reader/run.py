"""Runs the reader in the terminal and gives back an exit status."""

import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

from tui.article.loading import ArticleError
from tui.article.model import Article
from tui.reader.app import ReaderApp, failure_in_a_sentence
from tui.reader.plain_letters import use_plain_letters
from tui.reader.terminal import NoTerminalError, take_keys_from_terminal
from tui.settings import Settings

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
    open_article: Callable[[str], Article], settings: Settings, folder: Path | None = None
) -> int:
    """Show the articles of a folder; without one, the recent articles and the samples.

    `open_article` loads what is at a path; it may raise OSError or ValueError with a sentence for
    the user. Exit status as for `run_reader`, and 1 for a folder that cannot be read, or
    has no articles.
    """
    from tui.article.folder import NO_ARTICLES, paths_in
    from tui.reader.shelf import Shelf

    try:
        paths = None if folder is None else paths_in(folder)
    except OSError as error:
        return _refused(folder, (error.strerror or str(error)).lower())
    if paths is not None and not paths:
        return _refused(folder, NO_ARTICLES)
    return _run(ReaderApp(settings, shelf=Shelf(paths), open_article=open_article))


def _refused(folder: Path | None, reason: str) -> int:
    print(f"pullquote: {ArticleError(str(folder), reason)}", file=sys.stderr)
    return 1


def _run(app: ReaderApp) -> int:
    try:
        take_keys_from_terminal()
    except NoTerminalError as error:
        print(f"pullquote: {error}", file=sys.stderr)
        return 2
    sys.setswitchinterval(_TURN_SECONDS)
    if isinstance(sys.__stderr__, TextIOWrapper):  # which is what the reader is drawn on
        use_plain_letters(sys.__stderr__)
    app.run()
    if app.failure is not None:
        print(failure_in_a_sentence(app.failure), file=sys.stderr)
        return 1
    return app.return_code or 0
