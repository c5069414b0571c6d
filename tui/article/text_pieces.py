"""Plain text within another format -> pieces: paragraphs made whole, lists, quotations."""

import re
from typing import Final

from tui.article.cleaning import clean
from tui.article.line_forms import QUOTE
from tui.article.manuscript import Piece
from tui.article.paragraphs import lines

_BULLET: Final = r"[-*•]\s+(?=\S)"
"""What an item of a list has before it that is put there anyway; a dash may be one of dialogue."""


def pieces_of_text(text: str) -> list[Piece]:
    """The blocks of a text in order, told as `article_from_text` tells them."""
    return [_piece(line.text) for line in lines(clean(text))]


def _piece(line: str) -> Piece:
    if QUOTE.match(line):
        return Piece("quote", QUOTE.sub("", line))
    bullet = re.match(_BULLET, line)
    return Piece("item", line[bullet.end() :]) if bullet else Piece("paragraph", line)
