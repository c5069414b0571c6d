"""A source -> an Article, or one plain sentence that says why not."""

import stat
import sys
from pathlib import Path

from tui.article.cleaning import clean, clean_line
from tui.article.decoding import MARKS, decode
from tui.article.head import read_head
from tui.article.model import Article, Block, Span
from tui.article.paragraphs import lines

STANDARD_INPUT = "-"
LARGEST = 256 * 1024 * 1024
TOO_LARGE = f"larger than {LARGEST // 2**20} MB"
BINARY_MARKS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"%PDF",
    b"PK\x03\x04",
    b"GIF87a",
    b"GIF89a",
    b"\x1f\x8b",
    b"\x7fELF",
    b"{\\rtf",
)
# Control characters that no text has: not tab, the line and page ends, backspace or escape.
CONTROLS = bytes([*range(8), *range(14, 27), *range(28, 32)])
SAMPLE = 64 * 1024


class ArticleError(ValueError):
    """A source that cannot be read; its text is one clean line for the user."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"cannot read {_named(source)}: {clean_line(reason)}")


def load(source: str) -> Article:
    """The article in a file, or on standard input for `-`. Raises ArticleError."""
    if source == STANDARD_INPUT:
        return article_from_bytes(_standard_input(), source)
    return article_from_bytes(_file(Path(source)), source)


def article_from_bytes(data: bytes, source: str) -> Article:
    """The article that some bytes hold. Raises ArticleError where they are no text."""
    if len(data) > LARGEST:
        raise ArticleError(source, TOO_LARGE)
    if _is_binary(data):
        raise ArticleError(source, "not a text file")
    article = article_from_text(decode(data), source)
    if not article.text:
        raise ArticleError(source, "there is no text in it")
    return article


def article_from_text(text: str, source: str = STANDARD_INPUT) -> Article:
    """The article that a text holds: cleaned, its paragraphs rejoined, its head recognised.

    `article_from_text(article.text)` gives the same text and blocks again.
    """
    made = lines(clean(text))
    head = read_head(made)
    blocks = []
    parts: list[str] = []
    position = 0
    for line, kind in zip(made, head.kinds, strict=True):
        if parts:
            gap = "\n\n" if line.parted else "\n"
            parts.append(gap)
            position += len(gap)
        blocks.append(Block(kind, Span(position, position + len(line.text))))
        parts.append(line.text)
        position += len(line.text)
    return Article(
        text="".join(parts),
        blocks=tuple(blocks),
        title=head.title,
        byline=head.byline,
        dateline=head.dateline,
        date=head.date,
        source=clean_line(source),
    )


def _file(path: Path) -> bytes:
    try:
        status = path.stat()
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            raise ArticleError(str(path), "it is a folder")
        if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
            raise ArticleError(str(path), "not a regular file")
        if status.st_size > LARGEST:
            raise ArticleError(str(path), TOO_LARGE)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except ArticleError:
        raise
    except OSError as error:
        raise ArticleError(str(path), (error.strerror or str(error)).lower()) from None
    except ValueError:
        raise ArticleError(str(path), "not a file name") from None


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by whoever started the program
        raise ArticleError(STANDARD_INPUT, "it is closed")
    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise ArticleError(STANDARD_INPUT, (error.strerror or str(error)).lower()) from None


def _is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: known signatures, or NULs without a mark."""
    if data.startswith(BINARY_MARKS):
        return True
    if any(data.startswith(mark) for mark, _ in MARKS):
        return False
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=CONTROLS))
    return controls > max(4, len(sample) // 100)


def _named(source: str) -> str:
    if source == STANDARD_INPUT:
        return "standard input"
    return clean_line(source.encode("utf-8", "replace").decode()) or "a file without a name"
