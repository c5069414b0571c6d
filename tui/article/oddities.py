"""What an article is that is read as news and is none, in words for its reader."""

import re
from typing import Final

from tui.article.model import Article
from tui.article.web_pages import NOTICE, is_page_source

VERSE: Final = "this looks like a poem: what is found in it may be nobody’s statement"
_FEWEST_LINES, _MOST_LINES = 6, 400
_LONGEST: Final = 64
_SENTENCE_END = re.compile(r"[.!?…]['\"’”)]*$")


def oddity(article: Article) -> str | None:
    """What is odd about an article, in words that can follow a colon; None for an article."""
    if article.note:
        return article.note
    if is_page_source(article.text):
        return NOTICE
    return VERSE if is_verse(article) else None


def is_verse(article: Article) -> bool:
    """Whether a text is in short lines of small words, most of which end within a sentence.

    Only its beginning is looked at. A table or a list of names has lines like that, too, but of
    numbers and capitals.
    """
    lines = [
        article.text[block.span.start : block.span.end]
        for block in article.blocks[:_MOST_LINES]
        if block.kind not in ("title", "byline")
    ]
    if len(lines) < _FEWEST_LINES:
        return False
    short = sum(len(line) <= _LONGEST for line in lines)
    broken = sum(not _SENTENCE_END.search(line) for line in lines)
    words = [word for line in lines for word in line.split()]
    small = sum(word[:1].islower() for word in words)
    return short >= 0.9 * len(lines) and broken >= 0.5 * len(lines) and small >= 0.6 * len(words)
