"""The article of the page: its text to the letter, in blocks, with what is said marked in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise
from typing import Final

from tui.analysis.model import Analysis, Quote, QuoteKind
from tui.article.model import Article, Block, BlockKind, Span
from tui.export.html_looks import Looks, tag

_MARK: Final = "&gt; "
"""What stands before a block quotation, and need not be seen where it is set as one."""
_ELEMENTS: Final[Mapping[BlockKind, str]] = {"title": "h1", "heading": "h2", "item": "li"}
# Runs of space that a browser would make one, or none
_SPACED: Final = re.compile(r"\s\s|^\s|\s$")
# What stays on one row with the number beside it; a longer word may have to be broken.
_FIRST_WORD: Final = re.compile(r"\s*\S{0,20}")
_BARS: Final[Mapping[QuoteKind, str]] = {"direct": "", "mixed": " part", "indirect": " told"}
_TOLD: Final[Mapping[QuoteKind, str]] = {
    "direct": "",
    "mixed": ", partly in other words",
    "indirect": ", in other words",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text over which the same quotes run; `quotes` has the innermost last.

    Offsets are code points of the article's text.
    """

    span: Span
    quotes: tuple[Quote, ...]


def article_html(analysis: Analysis, looks: Looks) -> str:
    """The `article` element. Its text is the article's, with all that stands between the blocks.

    The voices' numbers stand in attributes, which are no text. A quote's own id is the anchor at
    its first word; in further blocks its number stands again.
    """
    article = analysis.article
    numbers = {quote.id: n for n, quote in enumerate(analysis.quotes, 1)}
    writer = _Writer(article.text, looks, numbers)
    parts = list[str]()
    end = 0
    stretches = _by_block(analysis)
    blocks = zip(article.blocks, stretches, strict=True)
    for is_list, group in groupby(blocks, key=lambda b: b[0].kind == "item"):
        made = list[str]()
        start = end
        for block, own in group:
            between, end = article.text[end : block.span.start], block.span.end
            if made:
                made.append(escape(between))
            else:
                parts.append(escape(article.text[start : block.span.start]))
            made.append(_block(article, block, writer.written(own)))
        parts.append(tag("ul", "".join(made)) if is_list else "".join(made))
    parts.append(escape(article.text[end:]))
    return tag("article", "".join(parts), id="article")


def _block(article: Article, block: Block, content: str) -> str:
    """A block's element; from which side it is written, its letters tell."""
    element = _ELEMENTS.get(block.kind, "p")
    if block.kind == "title" and block != article.blocks[0]:
        element = "h2"
    if block.kind == "quote" and content.startswith(_MARK):
        content = f"<span hidden>{_MARK}</span>{content.removeprefix(_MARK)}"
    kind = block.kind if block.kind in ("byline", "turn") else ""
    spaced = "spaced" if _SPACED.search(article.text[slice(*block.span)]) else ""
    made = tag(element, content, class_=f"{kind} {spaced}".strip(), dir="auto")
    return tag("blockquote", made) if block.kind == "quote" else made


class _Writer:
    """Writes stretches one after another, and knows which quotes have begun."""

    def __init__(self, text: str, looks: Looks, numbers: Mapping[str, int]) -> None:
        self._text, self._looks, self._numbers = text, looks, numbers
        self._begun = set[str]()

    def written(self, stretches: Sequence[Stretch]) -> str:
        """The stretches of one block."""
        signed = set[str]()
        parts = list[str]()
        for stretch in stretches:
            beginning = [quote for quote in stretch.quotes if quote.id not in signed]
            signed |= {quote.id for quote in beginning}
            parts.append(self._words(stretch, "".join(map(self._sign, beginning))))
        return "".join(parts)

    def _words(self, stretch: Stretch, signs: str) -> str:
        """The text of a stretch; its signs are tied to its first word, so that they stand beside
        the row that this is on.
        """
        words = self._text[slice(*stretch.span)]
        if not stretch.quotes:
            return escape(words, quote=False)
        quote = stretch.quotes[-1]
        look = self._looks.of(quote)
        found = _FIRST_WORD.match(words) if signs else None
        first = found[0] if found else ""
        start = tag("span", signs + escape(first, quote=False), class_="start") if signs else ""
        return tag(
            "span",
            start + escape(words[len(first) :], quote=False),
            class_=f"said {quote.kind} {look.colour}",
            data_quotes=" ".join(q.id for q in stretch.quotes),
            title=f"{look.name}{_guess(quote)}",
        )

    def _sign(self, quote: Quote) -> str:
        look = self._looks.of(quote)
        sign = f"{look.number}?" if quote.is_guess else look.sign
        classes = f"sign {look.colour}{_BARS[quote.kind]}"
        if quote.id in self._begun:
            return tag("span", class_=classes, data_sign=sign, data_quotes=quote.id)
        self._begun.add(quote.id)
        number = f"Statement {self._numbers[quote.id]}"
        return tag(
            "a",
            class_=classes,
            id=quote.id,
            href=f"#{look.anchor}",
            data_sign=sign,
            data_quotes=quote.id,
            data_name=f"{look.name}{_guess(quote)}{_TOLD[quote.kind]}",
            aria_label=f"{number}: {look.name}{_guess(quote)}{_TOLD[quote.kind]}",
            title=quote.reason,
        )


def _guess(quote: Quote) -> str:
    return ", a guess" if quote.is_guess else ""


def _by_block(analysis: Analysis) -> Iterator[list[Stretch]]:
    """The stretches of each block, which are its whole text. Linear but for the sorting."""
    marks = sorted(
        ((span, quote) for quote in analysis.quotes for span in quote.spans),
        key=lambda mark: (mark[0].start, -mark[0].end),
    )
    at = 0
    running: list[tuple[Span, Quote]] = []
    for block in analysis.article.blocks:
        start, end = block.span
        first = at
        while at < len(marks) and marks[at][0].start < end:
            at += 1
        running = [mark for mark in running + marks[first:at] if mark[0].end > start]
        cuts = {start, end}
        for span, _ in running:
            cuts |= {min(max(edge, start), end) for edge in span}
        yield list(_stretches(sorted(cuts), running))


def _stretches(cuts: Sequence[int], marks: Sequence[tuple[Span, Quote]]) -> Iterator[Stretch]:
    waiting = 0
    open_now: list[tuple[Span, Quote]] = []
    for start, end in pairwise(cuts):
        while waiting < len(marks) and marks[waiting][0].start <= start:
            open_now.append(marks[waiting])
            waiting += 1
        open_now = [mark for mark in open_now if mark[0].end > start]
        quotes = dict.fromkeys(quote.id for _, quote in open_now)
        by_id = {quote.id: quote for _, quote in open_now}
        yield Stretch(Span(start, end), tuple(by_id[quote_id] for quote_id in quotes))
