"""A piece of HTML without a page around it -> its blocks: what an entry of a feed says."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, defs, fragment_fromstring

from tui.article.cleaning import clean
from tui.article.manuscript import Piece, PieceKind
from tui.article.text_pieces import pieces_of_text

_TAG: Final = r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>"
_KINDS: Final[dict[str, PieceKind]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "blockquote": "quote",
    "li": "item",
}
_BLOCKS: Final = frozenset(_KINDS) | frozenset(
    """address article aside body center dd details div dl dt figure footer header hr html main ol
    p pre section summary table tbody td th thead tr ul""".split()
)
_UNSEEN: Final = frozenset(
    """audio button canvas figcaption form head iframe input noscript object script select style svg
    template textarea title video""".split()
)


def words_in(text: str) -> int:
    """About how many words a text has, its tags left out."""
    return len(re.sub(_TAG, " ", text).split())


def pieces_of_html(text: str) -> list[Piece]:
    """The blocks of a piece of HTML in order; where it has no tags, those of a plain text."""
    if not _is_html(text):
        return pieces_of_text(unescape(text))
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = fragment_fromstring(
            clean(text).encode("utf-8", "replace"), create_parent="div", parser=parser
        )
    except etree.LxmlError:
        return []
    return list(_blocks(root))


def _is_html(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return any(match[1].lower() in defs.tags for match in re.finditer(_TAG, text))


def _blocks(root: HtmlElement) -> Iterator[Piece]:
    run: list[str] = []
    kinds: list[PieceKind] = ["paragraph"]
    is_set = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if tag in _BLOCKS:
            yield from _made(run, kinds[-1])
            run = []
        if event == "end":
            if tag in _BLOCKS:
                kinds.pop()
            is_set -= tag == "pre"
            run.append("”" if tag == "q" else "")
            run.append(_spaced(element.tail, is_set))
        elif tag in _UNSEEN:
            walk.skip_subtree()
        else:
            if tag in _BLOCKS:
                kinds.append(_KINDS.get(tag, kinds[-1]))
            is_set += tag == "pre"
            run.append({"br": "\n", "q": "“"}.get(tag, ""))
            run.append(_spaced(element.text, is_set))
    yield from _made(run, "paragraph")


def _spaced(text: str | None, is_set: int) -> str:
    """A text as it is shown: runs of space are one, but where they are `is_set` as they stand."""
    return text or "" if is_set else re.sub(r"[ \t\r\n\f]+", " ", text or "")


def _made(run: list[str], kind: PieceKind) -> list[Piece]:
    """The blocks that a run of text makes; lines broken within it are several."""
    text = "\n".join(line.strip() for line in "".join(run).split("\n"))
    if kind == "paragraph":
        return pieces_of_text(text)
    return [Piece(kind, text)] if text.strip() else []
