"""A document of some kind -> the article that it holds, or the several ones to choose from."""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Final, TypeVar, cast

from tui.article.kinds import Kind
from tui.article.manuscript import Contents

Read = TypeVar("Read")

_READERS: Final[dict[Kind, str]] = {
    "html": "html_page",
    "markdown": "markdown_text",
    "epub": "epub_book",
    "pdf": "pdf_pages",
    "word": "word_document",
    "mail": "mail_message",
    "mailbox": "mailbox",
    "subtitles": "subtitles",
    "feed": "feed",
}
"""The module that reads a kind: its `read(data: bytes) -> Contents` raises ValueError with a
sentence where the document is damaged, locked or empty."""
_EXTRAS: Final[dict[Kind, tuple[str, str]]] = {
    "html": ("web", "web pages"),
    "pdf": ("pdf", "PDF files"),
}
"""What is not installed with all else, and for what."""


def read(kind: Kind, data: bytes) -> Contents:
    """What a document holds. Raises ValueError with a sentence for its reader."""
    try:
        module = import_module(f"tui.article.{_READERS[kind]}")
    except ModuleNotFoundError as error:
        if kind not in _EXTRAS or (error.name or "").startswith("tui."):
            raise
        raise ValueError(missing(*_EXTRAS[kind])) from None
    reader = cast("Callable[[bytes], Contents]", module.read)
    return within_reason(lambda: reader(data))


def within_reason(read_it: Callable[[], Read]) -> Read:
    """What a reader gives. Whatever goes wrong in it, or in the library that it uses, with a
    document that is not as it should be becomes a ValueError with a sentence.
    """
    try:
        return read_it()
    except ValueError:
        raise
    except Exception as error:
        raise ValueError(f"it is damaged, or of an odd kind ({type(error).__name__})") from error


def missing(extra: str, what: str) -> str:
    """That something needs an extra, and the command that installs it."""
    return f"{what} need one more package: {sys.executable} -m pip install 'pullquote[{extra}]'"
