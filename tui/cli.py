"""What the command line means; the only place that knows all the rooms."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.article.loading import ArticleError, load
from tui.article.sources import CLIPBOARD, is_address
from tui.exit_status import DONE, INTERRUPTED, USAGE, failed, refused, say

if TYPE_CHECKING:
    from argparse import Namespace

_LIKE: Final = 0.75
"""So like a verb, from 0 to 1, is a word that is taken for a slip of it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and give the exit status.

    0 done, 1 a source cannot be read or nobody has a wished name, 2 usage, 130 interrupted.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stdout is None:  # closed by whoever started the program: to write to it is an OSError
        sys.stdout = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 -- it stays so
    try:
        if given and given[0] in _VERBS:
            return _as_verb(given[0], given[1:])
        if given and (verb := _verb_like(given[0])):
            return refused(f"there is no file and no command {given[0]!r}: pullquote {verb}?")
        plain = len(given) <= 1 and not "".join(given).startswith("-") and sys.stdout.isatty()
        if plain and not _is_dumb_terminal():
            return _read(given, {})  # it waits for no words about options
        from tui.command_line import parser

        return _run(parser().parse_args(given))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _write_no_more()  # whoever read our output has had enough
        return DONE


def _as_verb(word: str, arguments: Sequence[str]) -> int:
    """Do what a verb says; where it is used wrongly and a file or folder has its name, which may
    have been meant, say how that is opened.
    """
    try:
        status = _done(_VERBS[word], arguments)
    except SystemExit as ended:
        if ended.code == USAGE:
            _say_of_namesake(word)
        raise
    if status == USAGE:
        _say_of_namesake(word)
    return status


def _say_of_namesake(verb: str) -> None:
    if os.path.lexists(verb):
        what = "folder" if Path(verb).is_dir() else "file"
        say(f"there is also a {what} {verb} here: pullquote .{os.sep}{verb} opens it")


def _verb_like(word: str) -> str | None:
    """The verb that was meant by a word that is no file and nearly one; None for none."""
    if not (word.isalpha() and word.isascii()) or os.path.lexists(word):
        return None  # most sources have a sign in them, and wait for no more
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), _VERBS, 1, _LIKE)), None)


def _done(verb: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """Do what is not about one article; gives the exit status."""
    try:
        status = verb(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _write_no_more()
        return failed(f"cannot write standard output: {error.strerror or error}")
    return status


def _write_no_more() -> None:
    """Let nothing be written at exit of what could not be written before."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: "Namespace") -> int:
    from tui.command_line import KINDS

    if given.clipboard:
        given.sources = [CLIPBOARD, *given.sources]
    # The reader shows whole articles: a part of one is written.
    part = given.speaker is not None or given.compare or given.kind != KINDS
    written = given.format or given.output is not None or given.no_corrections or part
    if not written and sys.stdout.isatty():
        if not _is_dumb_terminal():
            wishes = {"sentences": given.sentences, "summarizer": given.summarizer}
            return _read(given.sources, {name: wish for name, wish in wishes.items() if wish})
        if given.sources:
            say("a terminal with TERM=dumb cannot show the reader; this is the report")
    if not given.sources:
        if given.compare and Path(given.compare[1]).exists():
            return refused("--compare takes two names, and then the article")
        return refused("name an article, or - to read one from a pipe")
    if corpora := [*filter(_is_corpus, given.sources)]:
        return refused(f"{corpora[0]} is a corpus: pullquote ask {corpora[0]} asks it")
    from tui.writing import write

    return write(given)


def _is_corpus(source: str) -> bool:
    if not os.path.isdir(source):  # noqa: PTH112 -- what can be no path is no folder
        return False  # most sources are none, and wait for no more
    from tui.corpus.corpus_folder import is_corpus

    return is_corpus(source)


def _is_dumb_terminal() -> bool:
    """Whether the terminal only writes line after line, as those of some editors do."""
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def _read(sources: Sequence[str], wishes: Mapping[str, object]) -> int:
    """Open the reader, with what the command line wishes in place of settings.

    Sources are loaded first: an error is one plain line, not a screen.
    """
    gc.disable()  # all that is made until the first picture stays: the reader turns it on again
    from tui.settings import load as load_settings

    settings = replace(load_settings(), **wishes)  # type: ignore[arg-type]  # the parser has checked them
    if not sources:
        from tui.reader.run import run_library

        return run_library(load, settings)
    if len(sources) == 1 and _is_corpus(sources[0]):
        from tui.reader.run import run_corpus

        return run_corpus(Path(sources[0]), settings)
    from tui.article.opening import Listing, opened

    for source in filter(is_address, sources):
        say(f"fetching {source} …")
    try:
        found = opened(sources)
    except ArticleError as error:
        return failed(str(error))
    if isinstance(found, Listing):
        from tui.reader.run import run_library

        for problem in found.problems:
            failed(problem)
        return run_library(load, settings, found.entries, found.name)
    from tui.reader.run import run_reader

    return run_reader(found, settings)


def _engine(arguments: Sequence[str]) -> int:
    from tui.analysis.engine import main as serve
    from tui.command_line import verb_parser

    verb_parser("engine").parse_args(arguments)
    serve()
    return DONE


def _serve(arguments: Sequence[str]) -> int:
    from tui.command_line import verb_parser
    from tui.serve.server import serve

    given = verb_parser("serve").parse_args(arguments)
    return serve(given.sources, host=given.host, port=given.port, sessions=given.sessions)


def _corpus(arguments: Sequence[str]) -> int:
    from tui.command_line import verb_parser
    from tui.corpus.command import corpus

    given = verb_parser("corpus").parse_args(arguments)
    return corpus(given.sources, given.output, scheduler=given.scheduler, processes=given.processes)


def _ask(arguments: Sequence[str]) -> int:
    from tui.command_line import verb_parser

    given = verb_parser("ask").parse_intermixed_args(arguments)
    from tui.corpus.ask import ask

    return ask(given)


def _config(arguments: Sequence[str]) -> int:
    """Print all settings; status 1 where the file has something that cannot be used."""
    from tui.command_line import verb_parser
    from tui.settings import load as load_settings
    from tui.settings_report import report

    given = verb_parser("config").parse_args(arguments)
    overrides = {name: value for name, value in vars(given).items() if value is not None}
    text, problems = report(load_settings(), overrides)
    sys.stdout.write(text)
    return max([DONE, *map(failed, problems)])


def _completion(arguments: Sequence[str]) -> int:
    from tui.command_line import verb_parser
    from tui.completion import script

    sys.stdout.write(script(verb_parser("completion").parse_args(arguments).shell) + "\n")
    return DONE


_VERBS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "serve": _serve,
    "corpus": _corpus,
    "ask": _ask,
    "engine": _engine,
    "config": _config,
    "completion": _completion,
}
