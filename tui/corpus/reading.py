"""What one process does with a part: articles in, the tables of what was found in them out."""

import gc
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Final

from tui.analysis.digests import DamagedError
from tui.analysis.model import Analysis
from tui.article.cleaning import clean_line
from tui.article.loading import ArticleError, article_from_bytes, article_from_text
from tui.article.model import Article
from tui.corpus.engine_name import engine_name
from tui.corpus.parts import Duplicate, Part, Reading, packed
from tui.corpus.records import Problem, Record
from tui.corpus.rows import Row, Rows, rows_of
from tui.corpus.schema import COLUMNS, TableName

_HTML: Final = re.compile(r"\s*<(?:!doctype|html|body|article|section|div|p|h[1-6]|span)\b", re.I)


class OtherEngineError(Exception):
    """A process has another engine than who asks it to read; says which it has."""


def read_part(part: Part, engine: str) -> Reading:
    """Read each article of a part, and give its tables.

    Whatever goes wrong with an article is a row of `errors`. Raises OtherEngineError where
    `engine` is not the one at hand, DamagedError where what was learned is not as it was made.
    """
    if engine != engine_name():
        raise OtherEngineError(engine_name())
    _settle()
    rows: dict[TableName, list[Row]] = {table: [] for table in COLUMNS}
    with _without_collector():
        for item in part.items:
            if isinstance(item, Duplicate):
                rows["duplicates"].append({"source": item.source, "article": item.key})
            elif isinstance(item, Problem):
                rows["errors"].append(_error(item.source, None, item.error))
            else:
                for table, more in _rows_of(item).items():
                    rows[table].extend(more)
    return packed(rows, engine)


def _rows_of(record: Record) -> Rows:
    """The rows of an article, or the one that says why there are none."""
    try:
        return rows_of(record.key, _analysed(article_of(record)))
    except DamagedError:
        raise
    except ArticleError as error:
        reason = error.reason
    except Exception as error:  # one bad article must not end the run
        reason = f"the engine failed ({type(error).__name__}: {error})"
    return {"errors": [_error(record.source, record.key, reason)]}


def article_of(record: Record) -> Article:
    """The article that a record holds. Raises ArticleError where it holds none."""
    if record.form == "file":
        return article_from_bytes(record.data, record.source, record.name)
    if record.form == "article":
        from tui.analysis.schema import article_from_json

        return article_from_json({**json.loads(record.data), "source": record.source})
    text = record.data.decode("utf-8", "surrogatepass")
    return _article_of_row(text, record)


def _article_of_row(text: str, record: Record) -> Article:
    from tui.article.manuscript import Manuscript, article_from_manuscript

    head = record.head
    if _HTML.match(text):
        from tui.article.html_fragment import pieces_of_html

        pieces = pieces_of_html(text)
    elif not (head.title or head.byline or head.date):
        found = article_from_text(text, record.source)
        if not found.text:
            raise ArticleError(record.source, "there is no text in it")
        return found
    else:
        from tui.article.text_pieces import pieces_of_text

        pieces = pieces_of_text(text)
    if not pieces:
        raise ArticleError(record.source, "there is no text in it")
    told = Manuscript(pieces, head.title, head.byline, head.date)
    return article_from_manuscript(told, record.source)


def _analysed(article: Article) -> Analysis:
    from tui.analysis.pipeline import analyse

    return analyse(article)


def unread(record: Record, reason: str, engine: str) -> Reading:
    """What is told of an article that cannot be read at all."""
    return packed({"errors": [_error(record.source, record.key, reason)]}, engine)


def _error(source: str, key: str | None, reason: str) -> Row:
    return {"source": source, "article": key, "error": clean_line(reason)}


@contextmanager
def _without_collector() -> Iterator[None]:
    """The collector looks once a part, where there is something for it, and not all the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        if was_on:
            gc.enable()


@cache
def _settle() -> None:
    """Once a process: what is loaded stays, and the collector need not look at it."""
    from tui.analysis.encoder import NoEncoderError, encoder

    with suppress(NoEncoderError):  # the analysis says so in its notice
        encoder()
    gc.collect()
    gc.freeze()
