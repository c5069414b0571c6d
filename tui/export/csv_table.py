"""The quotes of an Analysis as a table: CSV after RFC 4180, a row a quote."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tui.analysis.model import Analysis, Quote, Speaker
from tui.article.cleaning import clean_line
from tui.article.model import Span

COLUMNS: Final = (
    "title", "source", "date", "number", "kind", "speaker", "role", "speaker_kind", "cue",
    "mention", "text", "start", "end", "confidence", "certainty", "reason", "guarded",
)  # fmt: skip
# With these a spreadsheet takes a cell for a formula; those of full width do so in some languages.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD: Final = "'"

Cell = str | int | float


def header() -> str:
    """The names of the columns, with a line end."""
    return written([COLUMNS])


def rows(analysis: Analysis) -> str:
    """The quotes in the article's order, each with a line end (CR LF); no header.

    `number` counts from 1; `start` is the first span's and `end` the last one's, in code points of
    the article's text. What is not known is empty. Each cell of text is as it is, in quotation
    marks, unless a spreadsheet would run it: then an apostrophe is put before it (as OWASP advises
    against CSV injection) and `guarded` names its column, so that whoever needs the very text can
    take it away again. A text that has an apostrophe of its own in front is not named there.
    """
    article = analysis.article
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    source = clean_line(article.source)
    first: tuple[Cell, ...] = (article.title or "", source, article.date or "")
    return written(
        guarded(
            (*first, number, *_cells(article.text, quote, speakers.get(quote.speaker or ""))),
            COLUMNS,
        )
        for number, quote in enumerate(analysis.quotes, 1)
    )


def _cells(text: str, quote: Quote, speaker: Speaker | None) -> Iterator[Cell]:
    def words(span: Span | None) -> str:
        return text[slice(*span)] if span else ""

    yield quote.kind
    yield speaker.name if speaker else ""
    yield (speaker.role or "") if speaker else ""
    yield speaker.kind if speaker else ""
    yield words(quote.cue)
    yield words(quote.mention)
    yield quote.text
    yield quote.spans[0].start
    yield quote.spans[-1].end
    yield quote.confidence
    yield quote.certainty
    yield quote.reason


def guarded(cells: tuple[Cell, ...], columns: Sequence[str]) -> list[Cell]:
    """The cells, made safe where they must be, and last which of them were.

    `columns` are their names, with or without that of the last.
    """
    risky = [isinstance(cell, str) and cell.startswith(_FORMULA) for cell in cells]
    made = [f"{_GUARD}{cell}" if at else cell for cell, at in zip(cells, risky, strict=True)]
    names = (name for name, at in zip(columns, risky, strict=False) if at)
    return [*made, " ".join(names)]


def written(table: Iterable[Sequence[Cell]]) -> str:
    """Rows of cells as lines of CSV, each with its end."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n").writerows(table)
    return out.getvalue()
