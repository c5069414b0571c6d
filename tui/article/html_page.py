"""A web page, saved or fetched -> the article in it, without all that is around it."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from tui.article.cleaning import clean
from tui.article.html_blocks import PageBlock, blocks_of, is_data
from tui.article.html_body import article_of, is_prose, only_links
from tui.article.html_facts import Facts, facts_of, letters
from tui.article.html_furniture import NEVER_TEXT, prune
from tui.article.html_source import EMPTY, tree_of
from tui.article.manuscript import Manuscript, Piece
from tui.article.paragraphs import lines

_MUCH_MORE: Final = 2
_HARDLY_ANY: Final = 0.15
_LAID_OUT: Final = ("div", "section", "article", "main", "header", "ul")
_FEW: Final = 2
"""So many named parts, or blocks that are links, has a text that is not of a site."""
_OF_A_SITE: Final = ("button", "form", "iframe", "nav", "script", "aside", "footer")
_MARKUP: Final = r"<(?:p|br|div)\b[^>]*>"


def read(data: bytes) -> Manuscript:
    """The article of a web page, or of a piece of one: its text, title, authors and date.

    A page that is nothing but its text is given whole. Raises ValueError where there is no text in
    it, or where it is too large or too deep.
    """
    root = tree_of(data)
    facts = facts_of(root)
    if _is_document(root, facts):
        pieces = _whole(root)
    else:
        all_prose = _letters_of(blocks_of(root.find("body")))
        pieces = _chosen(root, facts)
        if _length(pieces) < _HARDLY_ANY * all_prose:  # it has a name that others give their menus
            again = tree_of(data)
            pieces = max(pieces, _chosen(again, facts_of(again), lightly=True), key=_length)
        if len(letters(facts.body)) > _MUCH_MORE * len(letters("".join(p.text for p in pieces))):
            pieces = _told(facts.body)
        if not pieces:  # a picture with a few words, say
            again = tree_of(data)
            pieces = _chosen(again, facts_of(again), captions=True) or _whole(tree_of(data))
    if not pieces:
        raise ValueError(EMPTY)
    return Manuscript(pieces, title=facts.title, byline=facts.byline, date=facts.date)


def _chosen(
    root: HtmlElement, facts: Facts, *, captions: bool = False, lightly: bool = False
) -> list[Piece]:
    """The article on a page, and nothing else."""
    prune(root, facts.heading, live=facts.live, captions=captions, lightly=lightly)
    return _pieces(article_of(blocks_of(root.find("body")), root, facts))


def _letters_of(blocks: Sequence[PageBlock]) -> int:
    """How long the sentences are that lead nowhere, and stand in blocks of their own."""
    return sum(len(block.text) for block in blocks if is_prose(block))


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _is_document(root: HtmlElement, facts: Facts) -> bool:
    """Whether a page is a text that a writing program or a hand saved, and not of a site."""
    if facts.written:
        return True
    body = root.find("body")
    if next(body.iter(*_OF_A_SITE), None) is not None:
        return False
    named = sum(
        bool(element.get("class") or element.get("id") or element.get("role"))
        for element in body.iter(*_LAID_OUT)
    )
    if named > _FEW or not all(map(is_data, body.iter("table"))):
        return False
    return sum(map(only_links, blocks_of(body))) <= _FEW


def _whole(root: HtmlElement) -> list[Piece]:
    """All that a page shows, but for what a writing program prints on every sheet of paper."""
    for element in list(root.iter(*NEVER_TEXT)):
        element.drop_tree()
    for element in root.xpath("//div[@title='header' or @title='footer']"):
        element.drop_tree()
    return _pieces(blocks_of(root.find("body")))


def _told(body: str) -> list[Piece]:
    """An article's text as a page tells it to machines: plain, or with tags of its own."""
    if re.search(_MARKUP, body):
        return _whole(tree_of(body.encode("utf-8", "replace")))
    return [Piece("paragraph", line.text) for line in lines(clean(body))]


def _pieces(blocks: Sequence[PageBlock]) -> list[Piece]:
    return [Piece(block.kind, block.text) for block in blocks if block.text]
