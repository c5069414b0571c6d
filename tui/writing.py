"""What is written in place of the reader: articles analysed, narrowed, in the form asked for."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.article.listing import articles, listed
from tui.article.loading import ArticleError
from tui.article.model import Article
from tui.article.sources import is_file, split_part
from tui.exit_status import DONE, failed, refused, say
from tui.export.destination import destination, problem_with, takes_all, width_of
from tui.export.forms import FORMS, Form, form_of, pieces

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
    if given.output == "-":
        given.output = None
    form = _form(given)
    if form is None:
        ending = Path(given.output).suffix
        return refused(f"no form of output has files that end in {ending}: --format names one")
    if given.compare and (form.name != "text" or given.speaker is not None):
        return refused("--compare is written as text, and takes no --speaker")
    if problem := _problem(given):
        return failed(f"cannot write {given.output}: {problem}")  # before all is read in vain
    found = _Found(given.sources)
    first = list(islice(found, 2))
    if not first:
        return found.status
    if len(first) > 1 and not form.takes_several:
        several = ", ".join(name for name, other in FORMS.items() if other.takes_several)
        return refused(f"--format {form.name} is one document; these take several: {several}")
    voices = _Voices(given, form)
    from tui.analysis.digests import DamagedError

    try:
        with destination(given.output, force=given.force, newline=form.newline) as out:
            if given.compare:
                form = replace(form, write=_comparison(given.compare, voices, width_of(out)))
            elif form.name == "text":
                form = replace(form, write=_report(width_of(out)))
            for piece in pieces(voices.of(chain(first, found)), form):
                out.write(piece)
                out.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        where = "standard output" if given.output is None else given.output or "without a name"
        return failed(f"cannot write {where}: {error.strerror or error}")
    except DamagedError as error:
        return failed(str(error))
    return voices.status() or found.status


def _form(given: "Namespace") -> Form | None:
    """The form that was asked for or, where none was, the one that a file's name ends in; None
    where it ends in something else.
    """
    if given.format:
        return FORMS[given.format]
    ending = Path(given.output or "").suffix
    return form_of(ending) if ending else FORMS["text"]


def _problem(given: "Namespace") -> str | None:
    """Why nothing can be written where it was asked for; None where it can, or no file was."""
    if given.output is None:
        return None
    path = Path(given.output)
    with contextlib.suppress(OSError, ValueError):  # whoever writes to it learns why it cannot be
        there = path.exists() and not path.is_dir() and not takes_all(path)
        if there and _is_read(path, given.sources):
            return "it is what is read"
    return problem_with(given.output, force=given.force)


def _is_read(path: Path, sources: Sequence[str]) -> bool:
    """Whether a file is one of those that some sources stand for, or that they are parts of."""
    for source in sources:
        with contextlib.suppress(ArticleError):  # which is told when it is read
            found = [split_part(entry.source)[0] for entry in listed(source)]
            if any(is_file(file) and path.samefile(file) for file in found):
                return True
    return False


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


class _Voices:
    """Analyses with the voices that are wished for, and word of those that are not there."""

    def __init__(self, given: "Namespace", form: Form) -> None:
        self._given, self._form = given, form
        self._names: Sequence[str] = given.speaker or ()
        self._spoken, self._doubted, self._noticed = set[str](), set[str](), set[str]()
        self._heard: dict[str, str | None] = {}
        self._failed = DONE

    def of(self, read: Iterable[Article]) -> "Iterator[Analysis]":
        """Analyse articles; those in which nobody of a name speaks are left out of a report."""
        from tui.analysis.options import Options
        from tui.analysis.pipeline import analyse
        from tui.article.oddities import oddity

        given = self._given
        options = Options(
            summarizer=given.summarizer or Options().summarizer,
            sentences=given.sentences or Options().sentences,
        )
        for article in read:
            if (odd := oddity(article)) is not None:
                say(f"{article.origin}: {odd}")
            corrections = () if given.no_corrections else _corrections(article)
            analysis = analyse(article, options, corrections)
            if analysis.notice and analysis.notice not in self._noticed:
                self._noticed.add(analysis.notice)
                say(analysis.notice)
            told = self._told(analysis)
            if self._names:
                heard = _narrowed(told, given.kind).speakers
                self._heard.update((s.name, s.role) for s in heard)
            here = {name for name in self._names if _called(told.speakers, name)}
            self._spoken |= here
            self._doubted |= {n for n in self._names if _called(analysis.speakers, n)}
            if self._names and not here and analysis.quotes and self._form.for_readers:
                continue  # the article has statements, though none of these speakers'
            yield _narrowed(told, given.kind, given.speaker)

    def fail(self, message: str) -> None:
        """Say why something of an article cannot be told."""
        self._failed = failed(message)

    def status(self) -> int:
        """The exit status; who is not there is said."""
        missing = [name for name in self._names if name not in self._spoken]
        if missing and self._failed == DONE:
            doubted = not self._doubted.isdisjoint(missing)
            return failed(_nobody(missing, self._heard, doubted=doubted))
        return self._failed

    def _told(self, analysis: "Analysis") -> "Analysis":
        """What is doubtful is told where it is asked for, and to other programs: they learn how
        sure it is.
        """
        from tui.analysis.narrowing import without_doubtful

        told = self._given.doubtful or not self._form.for_readers
        return analysis if told else without_doubtful(analysis)


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
        say(store.problem)
    return store.corrections


def _report(width: int) -> "Callable[[Analysis], str]":
    from tui.export.text_report import report

    return partial(report, width=width)


def _comparison(names: Sequence[str], voices: _Voices, width: int) -> "Callable[[Analysis], str]":
    from tui.export.comparison_text import comparison_text

    def compared_text(analysis: "Analysis") -> str:
        try:
            return comparison_text(analysis, _compared(analysis, names), width)
        except NobodyError as error:
            voices.fail(f"{analysis.article.origin}: {error}")
            return ""

    return compared_text


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


def _narrowed(
    analysis: "Analysis", kinds: Sequence[str], names: Sequence[str] | None = None
) -> "Analysis":
    """Only the wished kinds of quote and speakers; shares and ids stay those of the article."""
    from tui.analysis.narrowing import heard, narrowed

    wanted = {s.id for name in names or () for s in _called(analysis.speakers, name)}

    def wished(quote: "Quote") -> bool:
        return quote.kind in kinds and (names is None or quote.speaker in wanted)

    return heard(narrowed(analysis, wished))
