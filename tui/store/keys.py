"""What things are kept under: an article's words, and the engine that read it."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import tui
from tui.article.model import Article
from tui.article.sources import resolved


def article_key(article: Article) -> str:
    """The SHA-256 of an article's text: it is found again wherever the article lies."""
    return sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def source_of(article: Article) -> str | None:
    """Where an article is from, its whole path if it is a file; None for what was piped, and for
    a path that cannot be kept.
    """
    source = resolved(article.source)
    return source if source is not None and can_be_kept(source) else None


def can_be_kept(path: str) -> bool:
    """Whether a path is text as the database takes it: not where a folder's name is no UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def engine_key() -> str:
    """Stands for the engine at hand, to the letter: its version, and its files as they are."""
    package = Path(tui.__file__).parent
    found = sha256(tui.__version__.encode())
    for room in ("article", "analysis", "analysis/weights"):
        for path in sorted((package / room).iterdir()):
            if path.is_file():
                status = path.stat()
                stamp = f"{room}/{path.name} {status.st_size} {status.st_mtime_ns}\n"
                found.update(stamp.encode())
    return found.hexdigest()
