"""A PDF file -> the article on its pages, as it was before it was set in lines and columns."""

import re
from collections.abc import Sequence
from typing import Final

from tui.article.hard_wrap import CLOSERS, STOPS
from tui.article.manuscript import HEAD_PIECES, Manuscript, Piece
from tui.article.pdf_columns import by_page, columns
from tui.article.pdf_letters import read_letters
from tui.article.pdf_line_numbers import without_line_numbers
from tui.article.pdf_margins import without_margins
from tui.article.pdf_paragraphs import BULLET, OPENERS, Joining, Paragraph, Setting, paragraphs
from tui.article.told_properties import told_title, with_properties

_HEADING: Final = 1.12
_LONGEST_HEADING: Final = 200
_LONGEST_BOLD: Final = 100
_FEWEST_PULLED: Final = 5
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
    pieces = _without_pulled(found, pieces, setting)
    return with_properties(pieces, letters.title, letters.author, own_title=title)


def _piece(paragraph: Paragraph, text: str, setting: Setting) -> Piece:
    if BULLET.match(text):
        return Piece("item", BULLET.sub("", text, count=1))
    is_larger = paragraph.size > _HEADING * setting.size and len(text) <= _LONGEST_HEADING
    is_bolder = paragraph.is_bold and not setting.is_bold and setting.is_body(paragraph.lines[0])
    if is_larger or (is_bolder and len(text) <= _LONGEST_BOLD and not text.endswith((*STOPS, ","))):
        return Piece("heading", text)
    return Piece("paragraph", text)


def _without_pulled(
    found: Sequence[Paragraph], pieces: Sequence[Piece], setting: Setting
) -> list[Piece]:
    """The pieces, but for words of the article that are set large among its paragraphs as well."""
    is_text = [setting.is_body(paragraph.lines[0]) for paragraph in found]
    said = " ".join(_words(p.text) for p, is_one in zip(pieces, is_text, strict=True) if is_one)
    said = f" {said} "
    kept = list[Piece]()
    is_begun = False  # a headline may well be what the article quotes
    for piece, paragraph, is_one in zip(pieces, found, is_text, strict=True):
        words = _words(piece.text)
        is_large = paragraph.size > _HEADING * setting.size
        is_long = words.count(" ") >= _FEWEST_PULLED - 1
        is_pulled = is_begun and is_large and is_long and _is_said(piece.text)
        if not (is_pulled and f" {words} " in said):
            kept.append(piece)
        is_begun = is_begun or (is_one and len(piece.text) > _LONGEST_BOLD)
    return kept


def _is_said(text: str) -> bool:
    """Whether words are set as a quotation or a sentence, unlike those of a heading."""
    return text[:1] in OPENERS or text[:1].islower() or text.rstrip(CLOSERS).endswith((".", "!"))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


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
