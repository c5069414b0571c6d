"""A piece of HTML without a page around it -> its blocks: what an entry of a feed says."""

import re
from html import unescape
from typing import Final

from lxml.html import defs

from tui.article.html_blocks import blocks_of
from tui.article.html_furniture import NEVER_TEXT
from tui.article.html_source import tree_of
from tui.article.manuscript import Piece
from tui.article.text_pieces import pieces_of_text

_TAG: Final = r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>"


def pieces_of_html(text: str) -> list[Piece]:
    """The blocks of a piece of HTML in order; where it has no tags, those of a plain text."""
    if not _is_html(text):
        return pieces_of_text(unescape(text))
    try:
        root = tree_of(text.encode("utf-8", "replace"))
    except ValueError:  # there is nothing in it, or far too much
        return []
    for element in list(root.iter(*NEVER_TEXT)):
        element.drop_tree()
    return [Piece(block.kind, block.text) for block in blocks_of(root.find("body")) if block.text]


def words_in(text: str) -> int:
    """About how many words a text has, its tags left out."""
    return len(re.sub(_TAG, " ", text).split())


def _is_html(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return any(match[1].lower() in defs.tags for match in re.finditer(_TAG, text))
