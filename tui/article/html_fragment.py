"""A piece of HTML without a page around it -> its blocks: what an entry of a feed says."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from lxml.html import defs

from tui.article.html_blocks import PageBlock, blocks_of
from tui.article.html_furniture import NEVER_TEXT, prune
from tui.article.html_source import tree_of
from tui.article.manuscript import Piece
from tui.article.text_pieces import pieces_of_text

_TAG: Final = r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>"

_APPEARED: Final = r"(?is)the post .{1,400} (?:first appeared|appeared first) on .{1,120}"
_SHARING: Final = r"(?i)(?:share|like)(?: this)?(?: \w+)?(?: on| via)?:"
_LONGEST_SHARED: Final = 40
_STOPPED: Final = r"(?s).*[.!?…][\"'”’»)\]]*\s*$"
_MOSTLY: Final = 0.8
"""A block is nothing but links where so much of it leads elsewhere."""
_ENDING: Final = 12


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
    shown = [block for block in blocks_of(root.find("body")) if block.text]
    prune(root, None, live=False)
    blocks = [block for block in blocks_of(root.find("body")) if block.text]
    return [Piece(block.kind, block.text) for block in _without_ending(blocks or shown)]


def _without_ending(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks without what a site puts below each entry: its name, comments, ways to share."""
    kept = list(blocks)
    while len(kept) > 1 and _is_of_the_site(kept[-1]):
        kept.pop()
    for i in range(max(1, len(kept) - _ENDING), len(kept)):
        if re.fullmatch(_SHARING, kept[i].text) and all(map(_is_short, kept[i + 1 :])):
            return kept[:i]
    return kept


def _is_of_the_site(block: PageBlock) -> bool:
    if re.fullmatch(_APPEARED, block.text):
        return True
    is_linked = block.linked >= _MOSTLY * len(block.text)
    return block.kind == "paragraph" and is_linked and not re.match(_STOPPED, block.text)


def _is_short(block: PageBlock) -> bool:
    return len(block.text) <= _LONGEST_SHARED and not re.match(_STOPPED, block.text)


def words_in(text: str) -> int:
    """About how many words a text has, its tags left out."""
    return len(re.sub(_TAG, " ", text).split())


def _is_html(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return any(match[1].lower() in defs.tags for match in re.finditer(_TAG, text))
