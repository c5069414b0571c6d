"""Where capitals tell nothing of names: headlines and titles in title case."""

from collections.abc import Iterator, Sequence
from itertools import chain

from tui.analysis.quotation import Quotation
from tui.analysis.tokens import tokens
from tui.analysis.unspoken import in_title_case
from tui.article.model import Article, Span

# A title of fewer words may be a name.
LEAST = 3
# Longer words that begin with a small letter, in a title, are fewer.
MOST_SMALL = 0.2
LONG = 4


def title_cased(article: Article, quoted: Sequence[Quotation]) -> list[Span]:
    """The headlines in title case, and the titles in quotation marks, in order of their starts."""
    return sorted(chain(_headlines(article), _titles(article.text, quoted)))


def _headlines(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        if block.kind in ("title", "heading"):
            longer = [
                t for t in tokens(article.text, *block.span) if t.is_word and t.length >= LONG
            ]
            small = sum(not (t.is_capital or t.text[0].isdigit()) for t in longer)
            if len(longer) >= LEAST and small <= MOST_SMALL * len(longer):
                yield block.span


def _titles(text: str, quoted: Sequence[Quotation]) -> Iterator[Span]:
    for quotation in quoted:
        for span in quotation.spans:
            words = text[span.start : span.end]
            if len(words.split()) >= LEAST and in_title_case(words):
                yield span
