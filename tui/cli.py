"""What the command line means; the only place that knows all the rooms."""

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, get_args

from tui import __version__
from tui.analysis.model import Analysis, Length, Options, Quote, QuoteKind, Speaker, SummarizerName
from tui.analysis.summary_length import read_length
from tui.article.cleaning import clean_line
from tui.article.loading import NO_ARTICLES, STANDARD_INPUT, ArticleError, load
from tui.article.model import Article

if TYPE_CHECKING:
    from tui.analysis.comparison import Comparison
    from tui.analysis.corrections import Correction

DONE, UNREADABLE, USAGE, INTERRUPTED = 0, 1, 2, 130
NAMED = 8
MOST_SENTENCES_WRITTEN = 999
LATER = ("serve", "corpus", "ask", "config", "completion")
KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
EPILOG = """\
examples:
  pullquote                              the articles at hand
  pullquote article.txt                  read an article
  cat article.txt | pullquote -          the same, from a pipe
  pullquote article.txt | less           a plain-text report
  pullquote --format json article.txt    all that was found, for other programs
  pullquote --speaker falkmere --kind direct article.txt
  pullquote --compare falkmere oduya article.txt   what the two said of the same

In the reader ? shows every key and q leaves it.
"""


class NobodyError(Exception):
    """Nobody of a name speaks; the message says who does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and give the exit status.

    0 done, 1 a source cannot be read or nobody has the wished name, 2 usage, 130 interrupted.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["engine"]:
            return _engine(given[1:])
        if given and given[0] in LATER:
            return _refused(f"{given[0]!r} is planned, but not there yet; a file of that name is "
                            f"given as ./{given[0]}")  # fmt: skip
        return _run(_parser().parse_args(given))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has had enough; nothing more may be written at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pullquote",
        description="See who said what in the news.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="a text file, a folder, or - for a pipe"
    )
    parser.add_argument("--version", action="version", version=f"pullquote {__version__}")
    output = parser.add_argument_group("output, instead of the reader")
    output.add_argument("--format", choices=("text", "json", "jsonl"), help="what to write")
    output.add_argument("-o", "--output", metavar="FILE", help="write to FILE, whole or not at all")
    output.add_argument("--force", action="store_true", help="let -o overwrite FILE")
    output.add_argument(
        "--no-corrections", action="store_true", help="as it was found, without your corrections"
    )
    output.add_argument("--speaker", metavar="NAME", help="only who has NAME in a name")
    output.add_argument(
        "--compare", nargs=2, metavar="NAME", help="what two said of the same, as text"
    )
    output.add_argument(
        "--kind", metavar="KINDS", type=_kinds, default=KINDS, help="only of direct,mixed,indirect"
    )
    summaries = parser.add_argument_group("summaries")
    summaries.add_argument(
        "--sentences",
        metavar="N",
        type=_length,
        help="sentences in each summary (3), or 20%% of all",
    )
    summaries.add_argument("--summarizer", choices=get_args(SummarizerName), help="how to choose")
    return parser


def _kinds(text: str) -> tuple[str, ...]:
    kinds = tuple(kind.strip() for kind in text.split(","))
    if not set(kinds) <= set(KINDS):
        raise argparse.ArgumentTypeError(f"{text!r}: of direct, mixed, indirect")
    return kinds


def _length(text: str) -> Length:
    number = text.isascii() and text.isdigit()
    try:
        return read_length(int(text) if number else text, most=MOST_SENTENCES_WRITTEN)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {error}") from None


def _run(given: argparse.Namespace) -> int:
    # The reader shows whole articles: a part of one is written.
    part = given.speaker is not None or given.compare or given.kind != KINDS
    written = given.format or given.output is not None or given.no_corrections or part
    if not written and sys.stdout.isatty():
        if not _is_dumb_terminal():
            return _read(given)
        if given.sources:
            print("pullquote: a terminal with TERM=dumb cannot show the reader; this is the report",
                  file=sys.stderr)  # fmt: skip
    if not given.sources:
        return _refused("name an article, or - to read one from a pipe")
    return _write(given)


def _is_dumb_terminal() -> bool:
    """Whether the terminal only writes line after line, as those of some editors do."""
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def _read(given: argparse.Namespace) -> int:
    """Open the reader. Sources are loaded first: an error is one plain line, not a screen."""
    gc.disable()  # all that is made until the first picture stays: the reader turns it on again
    from tui.settings import load as load_settings

    settings = load_settings()
    settings = replace(
        settings,
        sentences=given.sentences or settings.sentences,
        summarizer=given.summarizer or settings.summarizer,
    )
    if len(given.sources) > 1:
        return _refused("the reader opens one article at a time; --format text takes several")
    if not given.sources or Path(given.sources[0]).is_dir():
        folder = Path(given.sources[0]) if given.sources else None
        from tui.reader.run import run_library

        return run_library(load, settings, folder)
    try:
        article = load(given.sources[0])
    except ArticleError as error:
        return _failed(str(error))
    from tui.reader.run import run_reader

    return run_reader(article, settings)


def _write(given: argparse.Namespace) -> int:
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
    write: Callable[[Analysis], str],
    given: argparse.Namespace,
) -> int:
    from tui.analysis.pipeline import analyse
    from tui.article.oddities import oddity

    options = Options(
        summarizer=given.summarizer or Options().summarizer,
        sentences=given.sentences or Options().sentences,
    )
    status = DONE
    found = False
    noticed = set[str]()
    heard: dict[str, None] = {}
    for number, source in enumerate(sources):
        try:
            article = load(source)
        except ArticleError as error:
            status = _failed(str(error))
            continue
        if (odd := oddity(article)) is not None:
            print(f"pullquote: {article.origin}: {odd}", file=sys.stderr)
        if number and write.__name__ == "report":
            out.write("\n")
        analysis = analyse(article, options, () if given.no_corrections else _corrections(article))
        if analysis.notice and analysis.notice not in noticed:
            noticed.add(analysis.notice)
            print(f"pullquote: {analysis.notice}", file=sys.stderr)
        heard.update(dict.fromkeys(s.name for s in analysis.speakers))
        found = found or any(_is_called(s, given.speaker) for s in analysis.speakers)
        try:
            out.write(write(_narrowed(analysis, given)))
        except NobodyError as error:
            status = _failed(f"{article.source}: {error}")
        out.flush()
    if given.speaker is not None and not found and status == DONE:
        return _failed(_nobody(given.speaker, [*heard]))
    return status


def _nobody(name: str, heard: Sequence[str]) -> str:
    """That nobody of a name speaks, and who does."""
    if not heard:
        return f"nobody called {name!r} speaks, nor does anybody else"
    more = f" and {len(heard) - NAMED} more" if len(heard) > NAMED else ""
    return f"nobody called {name!r} speaks; these do: {', '.join(heard[:NAMED])}{more}"


def _is_called(speaker: Speaker, name: str | None) -> bool:
    """Whether a speaker has something in their names; everybody has nothing."""
    names = (speaker.name, *speaker.aliases)
    return name is None or any(name.casefold() in n.casefold() for n in names)


def _corrections(article: Article) -> "Sequence[Correction]":
    """What the user has set right in an article."""
    from tui.corrections_store import CorrectionsStore

    store = CorrectionsStore(article)
    if store.problem:
        print(f"pullquote: {clean_line(store.problem)}", file=sys.stderr)
    return store.corrections


def _writer(form: str, out: IO[str], two: Sequence[str] | None) -> Callable[[Analysis], str]:
    import shutil

    from tui.export import comparison_text, json_document, text_report

    if form == "json":
        return json_document.document
    if form == "jsonl":
        return json_document.line
    width = shutil.get_terminal_size().columns if out.isatty() else 80

    def report(analysis: Analysis) -> str:
        if two:
            return comparison_text.comparison_text(
                analysis.article, _compared(analysis, two), width
            )
        return text_report.report(analysis, width)

    return report


def _compared(analysis: Analysis, names: Sequence[str]) -> "Comparison":
    """What two voices said, each the one that speaks most of those with a name.

    Raises NobodyError.
    """
    from tui.analysis.comparison import compared

    ranked = sorted(analysis.speakers, key=lambda speaker: -speaker.share)
    two = list[Speaker]()
    for name in names:
        found = (s for s in ranked if _is_called(s, name) and s not in two)
        if (speaker := next(found, None)) is None:
            heard = [s.name for s in analysis.speakers]
            raise NobodyError(_nobody(name, heard))
        two.append(speaker)
    return compared(analysis, *two)


def _narrowed(analysis: Analysis, given: argparse.Namespace) -> Analysis:
    """Only the wished speakers and kinds of quote; shares and ids stay those of the article."""
    from tui.analysis.narrowing import narrowed

    wanted = {s.id for s in analysis.speakers if _is_called(s, given.speaker)}

    def wished(quote: Quote) -> bool:
        return quote.kind in given.kind and (given.speaker is None or quote.speaker in wanted)

    part = narrowed(analysis, wished)
    speakers = tuple(s for s in part.speakers if s.quotes and s.id in wanted)
    spoken = {s.id for s in speakers}
    entities = tuple(
        replace(e, speakers=tuple(s for s in e.speakers if s in spoken)) for e in analysis.entities
    )
    return replace(part, speakers=speakers, entities=entities)


def _in_folder(source: str) -> list[str]:
    """A folder stands for the text files in it, by name. Raises ArticleError without any."""
    path = Path(source)
    if source == STANDARD_INPUT or not path.is_dir():
        return [source]
    try:
        found = sorted(str(p) for p in path.iterdir() if p.suffix == ".txt")
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
    if arguments:
        return _refused("engine takes no arguments: articles come as JSON lines on its input")
    from tui.analysis.engine import main as serve

    serve()
    return DONE


def _failed(message: str) -> int:
    print(f"pullquote: {clean_line(message)}", file=sys.stderr)
    return UNREADABLE


def _refused(message: str) -> int:
    print(f"pullquote: {clean_line(message)}", file=sys.stderr)
    return USAGE
