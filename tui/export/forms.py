"""The forms in which an Analysis can be written, and how several articles go into one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

FormName = Literal["text", "markdown", "html", "json", "jsonl", "csv", "org", "annotations"]
FORM_NAMES: Final[tuple[FormName, ...]] = get_args(FormName)


_OTHER_ENDINGS: Final = {
    ".htm": ".html", ".xhtml": ".html", ".markdown": ".md", ".text": ".txt", ".ndjson": ".jsonl",
}  # fmt: skip


def _nothing() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of output.

    `ending` is what its files' names end in, `description` one line for the user. `write` gives
    what is written of one article; `head` comes once before the first. `between` stands between two
    articles, and is None where a file can hold only one. `for_readers` says whether it is to be
    read by people, who want what is doubtful left out, or by programs, which learn how sure it is.
    `newline` is what `open` is to be told: the empty string where the line ends are written out.
    """

    name: FormName
    ending: str
    description: str
    write: Callable[[Analysis], str]
    head: Callable[[], str] = _nothing
    between: str | None = None
    for_readers: bool = False
    newline: str | None = None

    @property
    def takes_several(self) -> bool:
        """Whether one file can hold several articles."""
        return self.between is not None


def form_of(ending: str) -> Form | None:
    """The form that a file's ending tells (`.html`), if it tells one."""
    wanted = _OTHER_ENDINGS.get(ending.lower(), ending.lower())
    return next((form for form in FORMS.values() if form.ending == wanted), None)


def written(analysis: Analysis, form: FormName) -> str:
    """All that is written of one article."""
    return "".join(pieces([analysis], FORMS[form]))


def pieces(analyses: Iterable[Analysis], form: Form) -> Iterator[str]:
    """What is written of several articles, piece by piece: one for each, as soon as it is there.

    All pieces in order are the file; of no article there is none. Raises ValueError at the second
    article where the form takes only one.
    """
    for number, analysis in enumerate(analyses):
        if not number:
            yield form.head() + form.write(analysis)
        elif form.between is None:
            raise ValueError(f"a file of {form.name} holds one article")
        else:
            yield form.between + form.write(analysis)


# What writes a form is only loaded when it is asked for.


def _text(analysis: Analysis) -> str:
    from tui.export.text_report import report

    return report(analysis)


def _markdown(analysis: Analysis) -> str:
    from tui.export.markdown_report import markdown

    return markdown(analysis)


def _html(analysis: Analysis) -> str:
    from tui.export.html_page import page

    return page(analysis)


def _json(analysis: Analysis) -> str:
    from tui.export.json_document import document

    return document(analysis)


def _jsonl(analysis: Analysis) -> str:
    from tui.export.json_document import line

    return line(analysis)


def _csv(analysis: Analysis) -> str:
    from tui.export.csv_table import rows

    return rows(analysis)


def _csv_head() -> str:
    from tui.export.csv_table import header

    return header()


def _org(analysis: Analysis) -> str:
    from tui.export.org_outline import outline

    return outline(analysis)


def _annotations(analysis: Analysis) -> str:
    from tui.export.web_annotation import annotations

    return annotations(analysis)


FORMS: Final[Mapping[FormName, Form]] = {
    form.name: form
    for form in (
        Form("text", ".txt", "a plain-text report", _text, between="\n", for_readers=True),
        Form("markdown", ".md", "the report as Markdown", _markdown, between="\n",
             for_readers=True),
        Form("html", ".html", "one web page: the article with its voices", _html,
             for_readers=True),
        Form("json", ".json", "all that was found, as one JSON document", _json),
        Form("jsonl", ".jsonl", "the same, a line an article", _jsonl, between=""),
        Form("csv", ".csv", "a table of the quotes, for spreadsheets", _csv, _csv_head, "",
             newline=""),
        Form("org", ".org", "an Org outline, each statement a task", _org, for_readers=True),
        Form("annotations", ".jsonld", "the quotes as W3C Web Annotations", _annotations),
    )
}  # fmt: skip
"""All forms by name, in the order in which they are told of."""
