"""A PDF file -> the article on its pages, as it was before it was set in lines and columns."""

from collections.abc import Sequence
from typing import Final

from tui.article.hard_wrap import STOPS
from tui.article.manuscript import HEAD_PIECES, Manuscript, Piece
from tui.article.pdf_columns import by_page, columns
from tui.article.pdf_letters import read_letters
from tui.article.pdf_line_numbers import without_line_numbers
from tui.article.pdf_margins import without_margins
from tui.article.pdf_paragraphs import BULLET, Joining, Paragraph, Setting, paragraphs
from tui.article.told_properties import told_title, with_properties

_HEADING: Final = 1.12
_LONGEST_HEADING: Final = 200
_LONGEST_BOLD: Final = 100
_UNREADABLE: Final = "\ufffd"


def read(data: bytes) -> Manuscript:
    """The article on the pages of a PDF file.

    Raises ValueError where it is damaged, locked, too long or holds no text.
    """
    letters = read_letters(data)
    pages = without_margins(without_line_numbers(by_page(letters.runs)))
    runs = [run for page in pages for run in page]
    if not runs and letters.pictures:
        raise ValueError("it holds pictures of pages, not text")
    signs = "".join(run.text for run in runs)
    if 2 * signs.count(_UNREADABLE) > len(signs) > 0:
        raise ValueError("it does not tell which letters its signs stand for")
    setting = Setting([column for page in by_page(runs) for column in columns(page)])
    found = paragraphs(setting)
    joining = Joining([line for paragraph in found for line in paragraph.lines])
    pieces = [_piece(paragraph, joining.text(paragraph), setting) for paragraph in found]
    title = _title(found, pieces, letters.title)
    return with_properties(pieces, letters.title, letters.author, own_title=title)


def _piece(paragraph: Paragraph, text: str, setting: Setting) -> Piece:
    if BULLET.match(text):
        return Piece("item", BULLET.sub("", text, count=1))
    is_larger = paragraph.size > _HEADING * setting.size and len(text) <= _LONGEST_HEADING
    is_bolder = paragraph.is_bold and not setting.is_bold and setting.is_body(paragraph.lines[0])
    if is_larger or (is_bolder and len(text) <= _LONGEST_BOLD and not text.endswith((*STOPS, ","))):
        return Piece("heading", text)
    return Piece("paragraph", text)


def _title(found: Sequence[Paragraph], pieces: Sequence[Piece], told: str | None) -> str | None:
    """The title: the heading on top that the properties give, or the one set largest there."""
    first = [
        (paragraph.size, piece.text)
        for paragraph, piece in zip(found, pieces[:HEAD_PIECES], strict=False)
        if piece.kind == "heading"
    ]
    told = (told_title(told) or "").casefold()
    for _, text in first:
        if text.casefold() == told:
            return text
    return max(first, key=lambda heading: heading[0])[1] if first else None
