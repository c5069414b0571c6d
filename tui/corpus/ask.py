"""`pullquote ask`: answers a question to a corpus, in the form that is asked for."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from tui.article.cleaning import clean_line
from tui.corpus.answer_data import (
    COUNT_COLUMNS,
    count_json,
    count_rows,
    header,
)
from tui.corpus.answer_forms import AT_ONCE, AnswerForm, all_of, document, line, pieces
from tui.corpus.answer_text import counts_markdown, counts_text, nothing_counted
from tui.corpus.asking import Corpus
from tui.corpus.cancelling import Cancelled
from tui.corpus.corpus_folder import CorpusError
from tui.corpus.question import CountedBy, Question
from tui.corpus.question_words import QuestionError, Wish, narrowed, typed_in, wish_of
from tui.corpus.who_is_meant import Nobody, asked_one_by_one, nobody_called, who_is_meant
from tui.exit_status import DONE, INTERRUPTED, failed, refused, say
from tui.export.destination import destination, problem_with, width_of
from tui.export.report_words import counted

if TYPE_CHECKING:
    from argparse import Namespace

_FOR_READERS: Final = ("text", "markdown")
_WITHOUT_TOTAL: Final = ("csv", "jsonl")
_ENDINGS: Final[dict[str, AnswerForm]] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".csv": "csv",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_OPERATORS: Final = frozenset(("AND", "OR", "NOT"))
_SAID_EVERY: Final = 3.0


def ask(given: "Namespace") -> int:
    """Answer; gives the exit status: 1 where the corpus cannot be read or a name is nobody's or
    not one person's, 2 where the question cannot be understood.
    """
    output = None if given.output == "-" else given.output
    ending = Path(output or "").suffix.lower()
    form = given.format or (_ENDINGS.get(ending) if ending else "text")
    if form is None:
        return refused(f"no answer has files that end in {ending}: --format names a form")
    try:
        wish = narrowed(
            wish_of(typed_in(given.words)), speaker=given.speaker, entity=given.entity,
            since=given.since, until=given.until, kinds=given.kind,
            meaning=clean_line(given.like or ""),
        )  # fmt: skip
    except QuestionError as error:
        return refused(str(error))
    if operators := _OPERATORS.intersection(wish.question.words.split()):
        say(f"{min(operators)} is a word like any other: all words must stand in a statement")
    if output is not None and (problem := problem_with(output, force=given.force)):
        return failed(f"cannot write {output}: {problem}")
    try:
        with Corpus(Path(given.corpus)) as corpus:
            question = _question(corpus, wish, given, form)
            if isinstance(question, int):
                return question
            return _write(corpus, question, given, form, output)
    except CorpusError as error:
        return failed(str(error))
    except Cancelled:
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "standard output" if output is None else output
        return failed(f"cannot write {where}: {error.strerror or error}")


def _question(corpus: Corpus, wish: Wish, given: "Namespace", form: AnswerForm) -> Question | int:
    """What is asked; where a name is not one person's that is said, and its status given."""
    asked = replace(
        wish.question,
        doubtful=given.doubtful or form not in _FOR_READERS,
        order=given.order or wish.question.order,
        limit=0,
    )
    meant = who_is_meant(corpus, replace(wish, question=asked))
    if isinstance(meant, Question):
        return meant
    if isinstance(meant, Nobody):
        return failed(nobody_called(wish.speaker, meant.nearest, str(corpus.folder)))
    status = failed(f"“{clean_line(wish.speaker)}” may be several; one of them is asked for by")
    for line_of_one in asked_one_by_one(meant.people):
        print(f"  {line_of_one}", file=sys.stderr)
    return status


def _write(
    corpus: Corpus, question: Question, given: "Namespace", form: AnswerForm, output: str | None
) -> int:
    with destination(output, force=given.force, newline="" if form == "csv" else None) as out:
        if given.by:
            pieces = _counted(corpus, question, given.by, given.limit, form, width_of(out))
        else:
            pieces = _said(corpus, question, given.limit, form, width_of(out))
        for piece in pieces:
            out.write(piece)
    return DONE


def _counted(
    corpus: Corpus, question: Question, by: CountedBy, limit: int, form: AnswerForm, width: int
) -> Iterator[str]:
    counts = corpus.counts(question, by, limit + 1)
    if len(counts) > limit:
        counts = counts[:limit]
        say(f"there are more than these {limit:,}: --limit gives more")
    if not counts:
        _say_what_is_near(corpus, question)
    if form == "text":
        yield counts_text(counts, width) if counts else f"{nothing_counted(question)}\n"
    elif form == "markdown":
        yield counts_markdown(counts, by)
    elif form == "csv":
        yield header(COUNT_COLUMNS) + count_rows(counts)
    elif form == "jsonl":
        yield from (line(count_json(count)) for count in counts)
    else:
        yield document([count_json(count) for count in counts])


def _said(
    corpus: Corpus, question: Question, limit: int, form: AnswerForm, width: int
) -> Iterator[str]:
    answer = corpus.ask(replace(question, limit=min(limit, AT_ONCE)), told=_Progress())
    if not answer.total:
        _say_what_is_near(corpus, question)
    statements = all_of(corpus, question, answer, limit)
    shown = min(limit, answer.total)
    yield from pieces(question, answer, statements, form, shown=shown, width=width)
    if answer.total > limit and form in _WITHOUT_TOTAL:
        say(f"{limit:,} of {counted(answer.total)}: --limit {answer.total} gives all")
    if answer.left_out and form not in _FOR_READERS:
        say(f"{counted(answer.left_out)} without a date left out")


def _say_what_is_near(corpus: Corpus, question: Question) -> None:
    """Of a name that nothing has that is spoken of, the nearest ones."""
    near = corpus.spoken_of_like(question.entity) if question.entity else ()
    if near:
        say(f"nothing is called “{clean_line(question.entity)}”; nearest: {', '.join(near)}")


class _Progress:
    """Says now and then how far the index of what statements mean is, if that takes long."""

    def __init__(self) -> None:
        self._last = monotonic()

    def __call__(self, done: int, total: int) -> None:
        now = monotonic()
        if now - self._last >= _SAID_EVERY:
            self._last = now
            say(f"making the index by meaning: {done:,} of {counted(total)}")
