"""What a document's properties tell of title and author, where its text tells neither."""

import re
from collections.abc import Sequence
from typing import Final

from tui.article.cleaning import clean_line
from tui.article.head import read_head
from tui.article.manuscript import HEAD_PIECES, Manuscript, Piece
from tui.article.paragraphs import Line

_NO_TITLE: Final = (
    r"(?:microsoft (?:word|powerpoint)|microsoft office|word|openoffice|libreoffice)\b.*"
    r"|(?:document|dokument|untitled|slide|page|presentation|book|draft|doc|text|title|new)\W*\d*"
    r"|(?:untitled|unbenannt|no title|about:blank)\b.*"
    r"|(?:https?|file):.*|.*\.(?:docx?|dotx?|odt|rtf|txt|pdf|html?|indd|qxd|qxp|tex|dvi|ps|md|eps)"
    r"|[\W\d_]*|\S*[_/\\]\S*|\S*\d\S*"
)
_NO_AUTHOR: Final = (
    r".*\b(?:user|admin|administrator|owner|microsoft|office|python-docx|unknown|author|adobe"
    r"|employee|libreoffice|openoffice|pandoc|calibre|acrobat|root|guest|none|null|system|test)\b.*"
)
_NAME: Final = r"[^\W\d_a-z][^\d_@/\\<>{}]*(?:\s|,\s)[^\d_@/\\<>{}]*"
_LONGEST_NAME: Final = 80
_LONGEST_TITLE: Final = 300
_FEWEST_LETTERS: Final = 5


def with_properties(
    pieces: Sequence[Piece], title: str | None, author: str | None, own_title: str | None = None
) -> Manuscript:
    """The article of some pieces, and what its properties tell of it that is not in the text.

    `own_title` is the title that the text has by its form, where it is known.
    """
    head = read_head([Line(text, parted=True) for p in pieces if (text := clean_line(p.text))])
    title, author = told_title(title), told_author(author)
    first = {clean_line(piece.text).casefold(): piece.text for piece in pieces[:HEAD_PIECES]}
    if own_title is None and title is not None and title.casefold() in first:
        own_title = clean_line(first[title.casefold()])  # as the text has it
    has_own = head.title is not None or any(p.kind == "heading" for p in pieces[:1])
    if own_title is None and not has_own:
        own_title = title
    has_title = own_title is not None or has_own
    byline = author if pieces and has_title and head.byline is None else None
    return Manuscript(pieces, title=own_title if pieces else None, byline=byline)


def told_title(title: str | None) -> str | None:
    """A title that somebody gave to a document, None where a program or a file's name did."""
    title = clean_line(title or "")
    if not _FEWEST_LETTERS <= len(title) <= _LONGEST_TITLE:
        return None
    return None if re.fullmatch(_NO_TITLE, title, re.I) else title


def told_author(author: str | None) -> str | None:
    """An author who has a full name, and is no program's default."""
    author = clean_line(author or "")
    if len(author) > _LONGEST_NAME or re.fullmatch(_NO_AUTHOR, author, re.I):
        return None
    return author if re.fullmatch(_NAME, author) else None
