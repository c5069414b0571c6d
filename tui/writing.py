"""What is written in place of the reader: articles analysed, narrowed, in the form asked for."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from tui.article.cleaning import clean_line
from tui.article.listing import articles
from tui.article.loading import ArticleError
from tui.article.model import Article
from tui.exit_status import DONE, failed, refused

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.analysis.comparison import Comparison
    from tui.analysis.corrections import Correction
    from tui.analysis.model import Analysis, Quote, Speaker

_NAMED: Final = 8


class NobodyError(Exception):
    """Nobody of a name speaks; the message says who does."""


def write(given: "Namespace") -> int:
    """Write what was asked for of some sources; gives the exit status."""
    form = given.format or "text"
    if given.compare and (form != "text" or given.speaker is not None):
        return refused("--compare is written as text, and takes no --speaker")
    found = _Found(given.sources)
    first = list(islice(found, 2))
    if not first:
        return found.status
    if form == "json" and len(first) > 1:
        return refused("--format json is one document; --format jsonl takes several articles")
    try:
        with _destination(given.output, force=given.force) as out:
            written = _writer(form, out, given.compare)
            return _write_all(chain(first, found), out, written, given) or found.status
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        where = given.output or "standard output"
        return failed(f"cannot write {where}: {error.strerror or error}")


class _Found:
    """The articles that some sources stand for; says of each that cannot be read why."""

    def __init__(self, sources: Sequence[str]) -> None:
        self.status = DONE
        self._articles = articles(sources)

    def __iter__(self) -> Iterator[Article]:
        for article in self._articles:
            if isinstance(article, ArticleError):
                self.status = failed(str(article))
            else:
                yield article


def _write_all(
    read: Iterable[Article],
    out: IO[str],
    written: "Callable[[Analysis], str]",
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
    spoken = set[str]()
    doubted = set[str]()
    noticed = set[str]()
    heard: dict[str, str | None] = {}
    for number, article in enumerate(read):
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
        spoken |= here
        doubted |= {name for name in given.speaker or () if _called(analysis.speakers, name)}
        if given.speaker and not here and analysis.quotes and in_text:
            continue  # the article has statements, though none of these speakers'
        try:
            out.write(written(_narrowed(told, given.kind, given.speaker)))
        except NobodyError as error:
            status = failed(f"{article.origin}: {error}")
        out.flush()
    missing = [name for name in given.speaker or () if name not in spoken]
    if missing and status == DONE:
        return failed(_nobody(missing, heard, doubted=not doubted.isdisjoint(missing)))
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
    more = f" and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    return f"nobody called {called} {speaks}; these do: {', '.join(told[:_NAMED])}{more}"


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
