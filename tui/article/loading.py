"""A source -> an Article, or one plain sentence that says why not."""

import re
import stat
import sys
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.article.blocks import set_as_text
from tui.article.cleaning import clean, clean_line
from tui.article.decoding import decode
from tui.article.head import read_head
from tui.article.kinds import kind_of
from tui.article.model import Article
from tui.article.paragraphs import lines
from tui.article.sources import (
    CLIPBOARD,
    PASSING,
    STANDARD_INPUT,
    host_of,
    is_address,
    part_source,
    split_part,
)

if TYPE_CHECKING:
    from tui.article.manuscript import Contents, Manuscript, Part

LARGEST: Final = 256 * 1024 * 1024
TOO_LARGE: Final = f"larger than {LARGEST // 2**20} MB"
_LONGEST_NAME: Final = 240
"""So many characters of a source are said: an address in a feed may be of any length."""
_LARGEST_TEXT: Final = 32 * 1024 * 1024
"""What is nothing but text has so many bytes at most: many books."""
_ONLY_TEXT: Final = frozenset({"text", "subtitles", "feed"})
_LONGEST_NUMBER: Final = 10
_KEPT: Final = 4
"""So many sources of several articles are remembered: their parts are asked for one by one."""


class ArticleError(ValueError):
    """A source that cannot be read; its text is one clean line: the `source` and the `reason`."""

    def __init__(self, source: str, reason: str) -> None:
        self.source, self.reason = source, clean_line(reason)
        super().__init__(f"cannot read {_named(source)}: {self.reason}")


class SeveralError(ArticleError):
    """A source that holds several articles, or leads to one; `parts` are the sources of each."""

    def __init__(self, source: str, parts: Sequence[str]) -> None:
        held = f"it holds {len(parts)} articles: name one, such as"
        leads = "it only leads to an article: to have it fetched, name"
        super().__init__(source, f"{held if len(parts) > 1 else leads} {parts[0]}")
        self.parts = parts


def load(source: str) -> Article:
    """The article in a file, at an address, in a part of either, on standard input for `-`, or on
    the clipboard for `clipboard:`.

    Raises ArticleError; SeveralError where there is more than one to choose from.
    """
    whole, name = split_part(source)
    if name is None:
        _forget_clipboard(source)
        found = _contents(source)
        return found if isinstance(found, Article) else _only(found, source)
    try:
        found = _contents(whole)
    except ArticleError as error:
        raise ArticleError(source, error.reason) from None
    if isinstance(found, Article):
        if is_address(source):
            return found  # what stands behind the mark is a place in the page
        raise ArticleError(source, f"{_named(whole)} is one article, without parts")
    names = [part.name for part in found]
    if name in names:
        return _part(found[names.index(name)], source)
    if name.isdecimal() and len(name) < _LONGEST_NUMBER and 0 < int(name) <= len(found):
        return _part(found[int(name) - 1], source)
    raise ArticleError(
        source, f"there is no {name!r} in {_named(whole)}, but 1 to {len(found)}, in its order"
    )


def parts_of(source: str) -> "tuple[Part, ...] | None":
    """The articles to choose from in a source; None where it is one article. Raises ArticleError.

    What is one article is read only as far as that must be known.
    """
    if split_part(source)[1] is not None:
        return None
    _forget_clipboard(source)
    found = _contents(source)
    return None if isinstance(found, Article) else found


def article_from_bytes(data: bytes, source: str, name: str = "") -> Article:
    """The article that some bytes hold; `name` is that of their file, where it is not the source.

    Raises ArticleError where they hold none, SeveralError where they hold several.
    """
    found = _read(data, source, name or source)
    return found if isinstance(found, Article) else _only(found, source)


def article_from_text(text: str, source: str = STANDARD_INPUT) -> Article:
    """The article that a text holds: cleaned, its paragraphs rejoined, its head recognised.

    `source` is what the article says that it is from. `article_from_text(article.text)` gives the
    same text and blocks again.
    """
    made = lines(clean(text))
    head = read_head(made)
    set_text, blocks = set_as_text(zip(made, head.kinds, strict=True))
    return Article(
        text=set_text,
        blocks=blocks,
        title=head.title,
        byline=head.byline,
        dateline=head.dateline,
        date=head.date,
        source=source,
    )


_remembered: OrderedDict[tuple[object, ...], "tuple[Part, ...]"] = OrderedDict()


def _contents(source: str) -> "Article | tuple[Part, ...]":
    """What a source holds. Raises ArticleError."""
    stamp = _stamp(source)
    if stamp in _remembered:
        _remembered.move_to_end(stamp)
        return _remembered[stamp]
    if source in PASSING:
        found = _read(_passing(source), source, "")
    elif is_address(source):
        found = _fetched(source, named=True)
    else:
        found = _read(_file(Path(source), source), source, source)
    if not isinstance(found, Article):
        found = tuple(replace(part, link=_absolute(part.link, source)) for part in found)
        _remembered[stamp] = found
        while len(_remembered) > _KEPT:
            _remembered.popitem(last=False)
    return found


def _forget_clipboard(source: str) -> None:
    """Something else may be on it by now, if that is the source; its parts stay what they were."""
    if source == CLIPBOARD:
        _remembered.pop(_stamp(source), None)


def _absolute(link: str | None, source: str) -> str | None:
    """An address that a source leads to, which may be told from where that is; None for none."""
    if link is None or is_address(link):
        return link
    from urllib.parse import urljoin

    return urljoin(source, link) if is_address(source) and ":" not in link[:12] else None


def _stamp(source: str) -> tuple[object, ...]:
    """What is as before as long as a source holds the same."""
    try:
        status = None if source in PASSING or is_address(source) else Path(source).stat()
    except (OSError, ValueError):
        status = None
    return (source, status and (status.st_mtime_ns, status.st_size, status.st_ino))


def _fetched(address: str, *, named: bool) -> "Article | tuple[Part, ...]":
    from tui.article.addresses import FetchError, fetch

    try:
        page = fetch(address, named=named)
    except FetchError as error:
        raise ArticleError(address, str(error)) from None
    found = _read(page.data, address, page.name)
    if page.kept_on and isinstance(found, Article):
        note = f"there is no network: this is the page as it was kept on {page.kept_on}"
        return replace(found, note=note)
    return found


def _read(data: bytes, source: str, name: str) -> "Article | tuple[Part, ...]":
    if len(data) > LARGEST:
        raise ArticleError(source, TOO_LARGE)
    try:
        kind = kind_of(data, name)
        if kind in _ONLY_TEXT and len(data) > _LARGEST_TEXT:
            raise ValueError(f"it is text, and larger than {_LARGEST_TEXT // 2**20} MB")
        if kind == "text":
            return _full(article_from_text(decode(data), source), source)
        from tui.article.formats import read

        return _made(read(kind, data), source)
    except ArticleError:
        raise
    except ValueError as error:
        raise ArticleError(source, str(error)) from None


def _made(contents: "Contents", source: str) -> "Article | tuple[Part, ...]":
    from tui.article.manuscript import Manuscript

    if isinstance(contents, Manuscript):
        return _from_manuscript(contents, source)
    if not contents:
        raise ArticleError(source, "there are no articles in it")
    return tuple(
        replace(part, title=clean_line(part.title), date=clean_line(part.date or "") or None)
        for part in contents
    )


def _from_manuscript(manuscript: "Manuscript", source: str) -> Article:
    from tui.article.manuscript import article_from_manuscript

    return _full(article_from_manuscript(manuscript, source), source)


def _full(article: Article, source: str) -> Article:
    if not article.text:
        raise ArticleError(source, "there is no text in it")
    return article


def _only(parts: "tuple[Part, ...]", source: str) -> Article:
    """The one article that is here; an address that nobody has named is not fetched for it."""
    if len(parts) == 1 and parts[0].read is not None:
        return _part(parts[0], source)
    raise SeveralError(source, [part_source(source, part.name) for part in parts])


def _part(part: "Part", source: str) -> Article:
    if part.read is not None:
        from tui.article.formats import within_reason

        try:
            return _from_manuscript(within_reason(part.read), source)
        except ArticleError:
            raise
        except ValueError as error:
            raise ArticleError(source, str(error)) from None
    if part.link is None:
        raise ArticleError(source, "it has neither text nor an address")
    # whoever names an address on a private network names its host
    found = _fetched(part.link, named=host_of(part.link) == host_of(split_part(source)[0]))
    return found if isinstance(found, Article) else _only(found, part.link)


def _file(path: Path, source: str) -> bytes:
    try:
        status = path.stat()
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            raise ArticleError(source, "it is a folder")
        if stat.S_ISFIFO(mode):
            from tui.article.named_pipes import read_pipe

            return read_pipe(path, LARGEST + 1)
        if not stat.S_ISREG(mode):
            raise ArticleError(source, "not a regular file")
        if status.st_size > LARGEST:
            raise ArticleError(source, TOO_LARGE)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except ArticleError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ArticleError(source, f"{reason}{_hint(source)}") from None
    except ValueError:
        raise ArticleError(source, "not a file name") from None


def _hint(source: str) -> str:
    """What somebody may have meant who named a file that is not there."""
    scheme, colon, _ = source.partition("://")
    if colon and scheme.isalpha():
        return "; of addresses only those of http and https are fetched"
    if re.match(r"www\.|localhost[:/]|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?/", source, re.I):
        return "; an address begins with https://"
    return "" if Path(source).suffix or "/" in source else "; pullquote --help tells what there is"


def _passing(source: str) -> bytes:
    if source == CLIPBOARD:
        from tui.article.pasted import pasted

        try:
            return pasted()
        except ValueError as error:
            raise ArticleError(source, str(error)) from None
    if sys.stdin is None:  # closed by whoever started the program
        raise ArticleError(STANDARD_INPUT, "it is closed")
    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise ArticleError(STANDARD_INPUT, (error.strerror or str(error)).lower()) from None


def _named(source: str) -> str:
    if source in PASSING:
        return PASSING[source]
    name = clean_line(source.encode("utf-8", "replace").decode()) or "a file without a name"
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
