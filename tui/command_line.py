"""What may stand on the command line: the options, and the verbs that may come first."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NoReturn, get_args

from tui import __version__
from tui.analysis.model import QuoteKind
from tui.analysis.options import Length, SummarizerName
from tui.analysis.summary_length import read_length
from tui.article.cleaning import clean_line
from tui.export.forms import FORM_NAMES, FORMS

Verb = Literal["serve", "corpus", "ask", "engine", "config", "completion"]
COUNTED_BY: Final = ("speaker", "entity", "month", "year", "source", "kind")
ORDERS: Final = ("newest", "oldest", "surest", "input")
ANSWER_FORMS: Final = ("text", "markdown", "csv", "json", "jsonl")
SHELLS: Final = ("bash", "zsh", "fish")
KINDS: Final[tuple[QuoteKind, ...]] = get_args(QuoteKind)
_MOST_SENTENCES_WRITTEN: Final = 999
EXAMPLES: Final = """\
  pullquote                              the library: what was read lately, and samples
  pullquote article.txt                  read an article
  pullquote corpus/                      who says what in a corpus, the tables of many articles
  pullquote https://paper.example/story  read what is at an address
  cat article.txt | pullquote -          the same, from a pipe
  pullquote article.txt | less           a plain-text report
  pullquote --format json article.txt    all that was found, for other programs
  pullquote --speaker falkmere --kind direct article.txt
  pullquote --compare falkmere oduya article.txt   what the two said of the same
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose words act on nothing, whatever it was that it took for an option."""

    def error(self, message: str) -> NoReturn:
        super().error(clean_line(message))


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb's one line of help, and what adds its arguments to a parser."""

    help: str
    add_to: Callable[[argparse.ArgumentParser], object] = lambda parser: None


def parser() -> argparse.ArgumentParser:
    """The command without a verb: articles, and what is to become of them."""
    made = _Parser(
        prog="pullquote",
        description="See who said what in the news.",
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help="a file (text, HTML, Markdown, PDF, Word, EPUB, mail, subtitles, a feed), an address,"
        " a folder, a pattern like '*.txt', or - for a pipe",
    )
    made.add_argument(
        "--clipboard", action="store_true", help="read what is on the clipboard, before all else"
    )
    made.add_argument("--version", action="version", version=f"pullquote {__version__}")
    output = made.add_argument_group("output, instead of the reader")
    output.add_argument("--format", choices=FORM_NAMES, help=_forms())
    output.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to FILE, whole or not at all; its ending tells the format, too",
    )
    output.add_argument("--force", action="store_true", help="let -o overwrite FILE")
    output.add_argument(
        "--no-corrections", action="store_true", help="as it was found, without your corrections"
    )
    output.add_argument(
        "--speaker",
        action="append",
        metavar="NAME",
        help="only who has NAME in a name or, if nobody has, in the role; may be given again",
    )
    output.add_argument(
        "--compare", nargs=2, metavar="NAME", help="what two said of the same, as text"
    )
    output.add_argument(
        "--kind", metavar="KINDS", type=_kinds, default=KINDS, help="only of direct,mixed,indirect"
    )
    output.add_argument(
        "--doubtful", action="store_true", help="in text, too, what is hardly a statement"
    )
    _add_summaries(made)
    return made


def verb_parser(verb: Verb) -> argparse.ArgumentParser:
    """The command with a verb."""
    told = VERBS[verb]
    made = _Parser(prog=f"pullquote {verb}", description=f"{told.help[0].upper()}{told.help[1:]}.")
    told.add_to(made)
    return made


def _add_summaries(made: argparse.ArgumentParser) -> None:
    summaries = made.add_argument_group("summaries")
    summaries.add_argument(
        "--sentences",
        metavar="N",
        type=_length,
        help="sentences in each summary (3), or 20%% of all",
    )
    summaries.add_argument("--summarizer", choices=get_args(SummarizerName), help="how to choose")


def _add_server(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="whatever the reader opens, but for a pipe"
    )
    made.add_argument(
        "--port", type=_whole(0, 65535), metavar="N", help="else the first free one from 8000 on"
    )
    made.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="another address than this machine's own: who can reach it, and has the token, can"
        " read along",
    )
    made.add_argument(
        "--sessions", type=_whole(1, 99), default=4, metavar="N", help="readers at once (4)"
    )


def _add_corpus(made: argparse.ArgumentParser) -> None:
    made.epilog = (
        "What you corrected in the reader stays there: the tables hold what was found. pullquote"
        " DIR then shows who says what in them, and pullquote ask DIR asks them."
    )
    made.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file that the reader opens, a folder with all that is in it, a pattern like"
        " '*.txt', or a file with an article a row: .jsonl, .csv, .tsv, .parquet, .warc",
    )
    made.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        required=True,
        help="the folder of the tables; where they are begun, the run goes on",
    )
    made.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="read on the Dask cluster whose scheduler is there, like tcp://host:8786",
    )
    made.add_argument(
        "--processes", type=_whole(1, 1024), metavar="N", help="so many here; else one a core"
    )


def _whole(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text!r}: a number from {least} to {most}")
        return int(text)

    return number


def _add_question(made: argparse.ArgumentParser) -> None:
    made.epilog = (
        "The words may have pairs in them, too: pullquote ask DIR falkmere '\"least bad\"'"
        ' since:2021 kind:direct speaker:"Ada Falkmere" entity:ostrand source:paper.example'
        " '~a boat that is late' (which is --like). A whole question may stand between single"
        " quotation marks: 'speaker:\"Ada Falkmere\" harbour'."
    )
    made.add_argument("corpus", metavar="DIR", help="what `pullquote corpus` has made")
    made.add_argument(
        "words",
        nargs="*",
        default=[],  # without one they would be told to be required
        metavar="WORD",
        help="words that a statement holds, all of them, in any form; just so in quotation marks",
    )
    made.add_argument(
        "--speaker", metavar="NAME", help="who says it, by a name or an id; '(unknown)': nobody"
        " knows"
    )  # fmt: skip
    made.add_argument("--entity", metavar="NAME", help="what the statement speaks of")
    made.add_argument(
        "--since", metavar="DAY", type=_day("first_day"), help="a day, month or year (2021-05)"
    )
    made.add_argument("--until", metavar="DAY", type=_day("last_day"), help="the same, included")
    made.add_argument("--kind", metavar="KINDS", type=_kinds, help="of direct,mixed,indirect")
    made.add_argument(
        "--like", metavar="TEXT", help="statements that mean the like, the closest first; as ~TEXT"
    )
    made.add_argument("--by", choices=COUNTED_BY, help="count the statements by this")
    made.add_argument("--order", choices=ORDERS, help="which come first (newest)")
    made.add_argument(
        "--doubtful", action="store_true", help="in text, too, what is hardly a statement"
    )
    made.add_argument("--format", choices=ANSWER_FORMS, help="what to write; text, else")
    made.add_argument(
        "-o", "--output", metavar="FILE", help="write to FILE, whole or not at all; its ending"
        " tells the format, too"
    )  # fmt: skip
    made.add_argument("--force", action="store_true", help="let -o overwrite FILE")
    made.add_argument(
        "--limit", type=_whole(1, 10_000_000), default=20, metavar="N", help="so many at most (20)"
    )


def _day(which: Literal["first_day", "last_day"]) -> Callable[[str], date]:
    def day(text: str) -> date:
        from tui.corpus import question_words

        try:
            found: date = getattr(question_words, which)(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None
        return found

    return day


def _add_shell(made: argparse.ArgumentParser) -> None:
    made.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")


VERBS: Final[Mapping[Verb, _Told]] = {
    "serve": _Told("the same reader in a browser, on this machine alone", _add_server),
    "corpus": _Told("many articles into Parquet tables of who said what", _add_corpus),
    "ask": _Told("questions to a corpus: who said what, when, and of what", _add_question),
    "engine": _Told("a warm process for other programs: an article a line of JSON"),
    "config": _Told("the settings and their file, and where each comes from", _add_summaries),
    "completion": _Told("what lets a shell complete this command", _add_shell),
}


def _forms() -> str:
    told = (f"{form.name} ({form.description})" for form in FORMS.values())
    return f"what to write: {', '.join(told)}"


def _epilog() -> str:
    verbs = "\n".join(f"  pullquote {verb:11} {told.help}" for verb, told in VERBS.items())
    return f"""\
commands:
{verbs}

examples:
{EXAMPLES}
In the reader ? shows every key and q leaves it.
"""


def _kinds(text: str) -> tuple[QuoteKind, ...]:
    from tui.corpus.question_words import QuestionError, kinds_of

    try:
        return kinds_of(text)
    except QuestionError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _length(text: str) -> Length:
    number = text.isascii() and text.isdigit()
    try:
        return read_length(int(text) if number else text, most=_MOST_SENTENCES_WRITTEN)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}: {error}") from None
