"""What the command line means; the only place that knows all the rooms."""

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui.article.cleaning import clean_line
from tui.article.loading import ArticleError, load
from tui.article.model import Article
from tui.article.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.analysis.comparison import Comparison
    from tui.analysis.corrections import Correction
    from tui.analysis.model import Analysis, Quote, Speaker

DONE, UNREADABLE, USAGE, INTERRUPTED = 0, 1, 2, 130
NAMED = 8
LATER = ("serve", "corpus", "ask")


class NobodyError(Exception):
    """Nobody of a name speaks; the message says who does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and give the exit status.

    0 done, 1 a source cannot be read or nobody has a wished name, 2 usage, 130 interrupted.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given and given[0] in _VERBS:
            return _VERBS[given[0]](given[1:])
        if given and given[0] in LATER:
            return _refused(f"{given[0]!r} is planned, but not there yet; a file of that name is "
                            f"given as ./{given[0]}")  # fmt: skip
        plain = len(given) <= 1 and not "".join(given).startswith("-") and sys.stdout.isatty()
        if plain and not _is_dumb_terminal():
            return _read(given, {})  # it waits for no words about options
        from tui.command_line import parser

        return _run(parser().parse_args(given))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has had enough; nothing more may be written at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(given: "Namespace") -> int:
    from tui.command_line import KINDS

    # The reader shows whole articles: a part of one is written.
    part = given.speaker is not None or given.compare or given.kind != KINDS
    written = given.format or given.output is not None or given.no_corrections or part
    if not written and sys.stdout.isatty():
        if not _is_dumb_terminal():
            wishes = {"sentences": given.sentences, "summarizer": given.summarizer}
            return _read(given.sources, {name: wish for name, wish in wishes.items() if wish})
        if given.sources:
            print("pullquote: a terminal with TERM=dumb cannot show the reader; this is the report",
                  file=sys.stderr)  # fmt: skip
    if not given.sources:
        if given.compare and Path(given.compare[1]).exists():
            return _refused("--compare takes two names, and then the article")
        return _refused("name an article, or - to read one from a pipe")
    return _write(given)


def _is_dumb_terminal() -> bool:
    """Whether the terminal only writes line after line, as those of some editors do."""
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def _read(sources: Sequence[str], wishes: Mapping[str, object]) -> int:
    """Open the reader, with what the command line wishes in place of settings.

    Sources are loaded first: an error is one plain line, not a screen.
    """
    gc.disable()  # all that is made until the first picture stays: the reader turns it on again
    from tui.settings import load as load_settings

    settings = replace(load_settings(), **wishes)  # type: ignore[arg-type]
    if len(sources) > 1:
        return _refused("the reader opens one article at a time; --format text takes several")
    if not sources or Path(sources[0]).is_dir():
        folder = Path(sources[0]) if sources else None
        from tui.reader.run import run_library

        return run_library(load, settings, folder)
    try:
        article = load(sources[0])
    except ArticleError as error:
        return _failed(str(error))
    from tui.reader.run import run_reader

    return run_reader(article, settings)


def _write(given: "Namespace") -> int:
    sources, status = list[str](), DONE
    for source in given.sources:
        try:
            sources += _in_folder(source)
        except ArticleError as error:
            status = _failed(str(error))
    if not sources:
        return status
    form = given.format or "text"
    if form == "json" and len(sources) > 1:
        return _refused("--format json is one document; --format jsonl takes several articles")
    if given.compare and (form != "text" or given.speaker is not None):
        return _refused("--compare is written as text, and takes no --speaker")
    try:
        with _destination(given.output, force=given.force) as out:
            return _write_all(sources, out, _writer(form, out, given.compare), given) or status
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        where = given.output or "standard output"
        return _failed(f"cannot write {where}: {error.strerror or error}")


def _write_all(
    sources: Sequence[str],
    out: IO[str],
    write: "Callable[[Analysis], str]",
    given: "Namespace",
) -> int:
    from tui.analysis.options import Options
    from tui.analysis.pipeline import analyse
    from tui.article.oddities import oddity

    options = Options(
        summarizer=given.summarizer or Options().summarizer,
        sentences=given.sentences or Options().sentences,
    )
    in_text = (given.format or "text") == "text"
    status = DONE
    found = set[str]()
    doubted = set[str]()
    noticed = set[str]()
    heard: dict[str, str | None] = {}
    for number, source in enumerate(sources):
        try:
            article = load(source)
        except ArticleError as error:
            status = _failed(str(error))
            continue
        if (odd := oddity(article)) is not None:
            print(f"pullquote: {article.origin}: {odd}", file=sys.stderr)
        if number and in_text:
            out.write("\n")
        analysis = analyse(article, options, () if given.no_corrections else _corrections(article))
        if analysis.notice and analysis.notice not in noticed:
            noticed.add(analysis.notice)
            print(f"pullquote: {analysis.notice}", file=sys.stderr)
        told = _told(analysis, given)
        if given.speaker:
            heard.update((s.name, s.role) for s in _narrowed(told, given.kind).speakers)
        here = {name for name in given.speaker or () if _called(told.speakers, name)}
        found |= here
        doubted |= {name for name in given.speaker or () if _called(analysis.speakers, name)}
        if given.speaker and not here and analysis.quotes and in_text:
            continue  # the article has statements, though none of these speakers'
        try:
            out.write(write(_narrowed(told, given.kind, given.speaker)))
        except NobodyError as error:
            status = _failed(f"{article.source}: {error}")
        out.flush()
    missing = [name for name in given.speaker or () if name not in found]
    if missing and status == DONE:
        return _failed(_nobody(missing, heard, doubted=not doubted.isdisjoint(missing)))
    return status


def _nobody(names: Sequence[str], heard: Mapping[str, str | None], *, doubted: bool = False) -> str:
    """That nobody of some names speaks, and who does, each with the role; whether it is `doubted`
    that they do.
    """
    called = " or ".join(map(repr, dict.fromkeys(names)))
    speaks = "speaks beyond doubt (--doubtful shows the rest)" if doubted else "speaks"
    if not heard:
        return f"nobody called {called} {speaks}, nor does anybody else"
    told = [f"{who} ({role})" if role else who for who, role in heard.items()]
    more = f" and {len(told) - NAMED} more" if len(told) > NAMED else ""
    return f"nobody called {called} {speaks}; these do: {', '.join(told[:NAMED])}{more}"


def _called(speakers: "Sequence[Speaker]", name: str) -> "list[Speaker]":
    """Those who have something in their names, else those in whose role it is."""
    low = name.casefold()
    named = [s for s in speakers if any(low in n.casefold() for n in (s.name, *s.aliases))]
    return named or [s for s in speakers if low in (s.role or "").casefold()]


def _corrections(article: Article) -> "Sequence[Correction]":
    """What the user has set right in an article."""
    from tui.store.corrections import CorrectionsStore

    store = CorrectionsStore(article)
    if store.problem:
        print(f"pullquote: {clean_line(store.problem)}", file=sys.stderr)
    return store.corrections


def _writer(form: str, out: IO[str], two: Sequence[str] | None) -> "Callable[[Analysis], str]":
    import shutil

    from tui.export import comparison_text, json_document, text_report

    if form == "json":
        return json_document.document
    if form == "jsonl":
        return json_document.line
    width = shutil.get_terminal_size().columns if out.isatty() else 80

    def report(analysis: "Analysis") -> str:
        if two:
            return comparison_text.comparison_text(analysis, _compared(analysis, two), width)
        return text_report.report(analysis, width)

    return report


def _compared(analysis: "Analysis", names: Sequence[str]) -> "Comparison":
    """What two voices said, each the one that speaks most of those with a name.

    Raises NobodyError.
    """
    from tui.analysis.comparison import compared

    # `Ada Falk and Bo Lind` together are meant only where neither speaks alone
    ranked = sorted(analysis.speakers, key=lambda s: (s.kind == "group", -s.share))
    alone = [s for s in _called(ranked, names[0]) if s.kind != "group"]
    if names[0].casefold() == names[1].casefold() and len(alone) <= 1:
        raise NobodyError(f"two different voices can be compared, not {names[0]!r} with itself")
    two: list[Speaker] = []
    for name in names:
        found = (s for s in _called(ranked, name) if s not in two)
        if (speaker := next(found, None)) is None:
            raise NobodyError(_nobody([name], {s.name: s.role for s in analysis.speakers}))
        two.append(speaker)
    return compared(analysis, *two)


def _told(analysis: "Analysis", given: "Namespace") -> "Analysis":
    """What is doubtful is told where it is asked for, and to other programs: they learn how sure
    it is.
    """
    from tui.analysis.narrowing import without_doubtful

    told = given.doubtful or (given.format or "text") != "text"
    return analysis if told else without_doubtful(analysis)


def _narrowed(
    analysis: "Analysis", kinds: Sequence[str], names: Sequence[str] | None = None
) -> "Analysis":
    """Only the wished kinds of quote and speakers; shares and ids stay those of the article."""
    from tui.analysis.narrowing import heard, narrowed

    wanted = {s.id for name in names or () for s in _called(analysis.speakers, name)}

    def wished(quote: "Quote") -> bool:
        return quote.kind in kinds and (names is None or quote.speaker in wanted)

    return heard(narrowed(analysis, wished))


def _in_folder(source: str) -> list[str]:
    """A folder stands for the articles in it, by name. Raises ArticleError without any."""
    from tui.article.folder import NO_ARTICLES, paths_in

    path = Path(source)
    if source == STANDARD_INPUT or not path.is_dir():
        return [source]
    try:
        found = [str(path) for path in paths_in(path)]
    except OSError as error:
        raise ArticleError(source, (error.strerror or str(error)).lower()) from None
    if not found:
        raise ArticleError(source, NO_ARTICLES)
    return found


@contextlib.contextmanager
def _destination(output: str | None, *, force: bool) -> Iterator[IO[str]]:
    """Standard output, or a file that appears whole when all has been written. Raises OSError."""
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        return
    import tempfile

    path = Path(output)
    if path.exists() and not force:
        raise FileExistsError(17, "it is there already; --force overwrites it")
    handle, temporary = tempfile.mkstemp(dir=path.parent or None, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            yield file
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _engine(arguments: Sequence[str]) -> int:
    from tui.analysis.engine import main as serve
    from tui.command_line import verb_parser

    verb_parser("engine").parse_args(arguments)
    serve()
    return DONE


def _config(arguments: Sequence[str]) -> int:
    """Print all settings; status 1 where the file has something that cannot be used."""
    from tui.command_line import verb_parser
    from tui.settings import load as load_settings
    from tui.settings_report import report

    given = verb_parser("config").parse_args(arguments)
    overrides = {name: value for name, value in vars(given).items() if value is not None}
    text, problems = report(load_settings(), overrides)
    sys.stdout.write(text)
    return max([DONE, *map(_failed, problems)])


def _completion(arguments: Sequence[str]) -> int:
    from tui.command_line import verb_parser
    from tui.completion import script

    print(script(verb_parser("completion").parse_args(arguments).shell))
    return DONE


def _failed(message: str) -> int:
    print(f"pullquote: {clean_line(message)}", file=sys.stderr)
    return UNREADABLE


def _refused(message: str) -> int:
    print(f"pullquote: {clean_line(message)}", file=sys.stderr)
    return USAGE


_VERBS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "engine": _engine,
    "config": _config,
    "completion": _completion,
}
