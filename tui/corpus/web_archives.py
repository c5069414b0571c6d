"""Web archives (WARC) -> records: the pages of HTML that were answered, one at a time."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any, Final

from tui.article.cleaning import clean_line
from tui.article.loading import LARGEST, TOO_LARGE
from tui.article.sources import part_source
from tui.article.told_charset import marked
from tui.corpus.records import Met, Problem, Record, place_of

ARCHIVE_SUFFIXES: Final = frozenset({".warc", ".warc.gz"})
_PAGES: Final = ("text/html", "application/xhtml+xml")


def records_in(path: str) -> Iterator[Met]:
    """The pages in an archive that were answered with success, known by their addresses.

    Raises ModuleNotFoundError without warcio.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    told = 0
    try:
        with Path(path).open("rb") as file:
            for number, found in enumerate(_quietly(ArchiveIterator(file)), 1):
                if found.format != "warc":
                    raise ValueError("what stands there is no record")
                if not _is_page(found):
                    continue
                size, told = file.tell() - told, file.tell()
                yield _record(path, number, found, size)
    except (
        OSError,
        EOFError,
        zlib.error,
        gzip.BadGzipFile,
        ArchiveLoadFailed,
        ValueError,
    ) as error:
        reason = getattr(error, "strerror", None) or f"it is damaged ({error})"
        yield Problem(clean_line(path), clean_line(reason), place_of(path, "whole"))


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """The same, without what warcio writes on standard error about odd ones."""
    while True:
        with redirect_stderr(io.StringIO()):
            found = next(records, None)
        if found is None:
            return
        yield found


def _is_page(found: Any) -> bool:  # noqa: ANN401 -- warcio tells no types
    if found.rec_type != "response" or found.http_headers is None:
        return False
    kind = (found.http_headers.get_header("Content-Type") or "").lower()
    status = found.http_headers.get_statuscode() or ""
    return status.startswith("2") and kind.startswith(_PAGES)


def _record(path: str, number: int, found: Any, size: int) -> Met:  # noqa: ANN401 -- the same
    source = found.rec_headers.get_header("WARC-Target-URI") or part_source(path, str(number))
    source, place = clean_line(source.strip("<>")), place_of(path, number)
    data = found.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return Problem(source, TOO_LARGE, place, size)
    kind, _, beside = (found.http_headers.get_header("Content-Type") or "").partition(";")
    charset = beside.lower().partition("charset=")[2].strip(" \t\"';")
    return Record(source, place, marked(data, kind.strip().lower(), charset), size=size)
