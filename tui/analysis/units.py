"""Sentences as attribution sees them: narrative words, with each quotation folded into one item."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.analysis.quotation import Quotation
from tui.analysis.tokens import Token, tokens
from tui.article.model import Article, BlockKind, Span

# A unit with more quotations, each over the end of a sentence, ends with one of them.
MOST_QUOTATIONS = 40
# A byline stands among so many first sentences.
HEAD = 12
# Fewer words than these tell nothing.
SENTENCE = 8
# Whom a letter to an editor addresses.
SALUTATION = re.compile(r"(?:Dear )?(?:Sirs?|Madam|Editor)(?: or Madam)?[,:—–-]+\s+(?=\S)")
DASH = re.compile(r"\s*(?:—|–|--|-|:)\s*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence that does not break inside a quotation. `span` is in code points of the text.

    `tokens` are those of its narrative, a quotation being the one token `“”`; `quoted` are the
    quotations that it holds, whole or in part, each by the number of its token; `narrative` the
    words outside them.
    """

    block: int
    kind: BlockKind
    span: Span
    tokens: tuple[Token, ...]
    quoted: Mapping[int, Quotation]
    narrative: tuple[Token, ...]

    @property
    def quotations(self) -> list[Quotation]:
        """The quotations that it holds, in order."""
        return list(self.quoted.values())


def lead_of(units: Sequence[Unit]) -> Unit | None:
    """The first sentence of the first paragraph that tells something: below a byline, if there is
    one, and past a line that only says where it was written.
    """
    head = units[:HEAD]
    byline = max((i for i, u in enumerate(head) if u.kind == "byline"), default=-1)
    paragraphs = (u for u in units[byline + 1 :] if u.kind == "paragraph")
    return next((u for u in paragraphs if len(u.tokens) >= SENTENCE), None)


def units(
    article: Article, sentences: Sequence[Span], quoted: Sequence[Quotation]
) -> tuple[Unit, ...]:
    """Fold the quotations of an article into its sentences. Linear in the article's length."""
    pieces = [(span, q) for q in quoted for span in q.spans]
    starts = [span.start for span, _ in pieces]
    result: list[Unit] = []
    by_block = _by_block(article, sentences)
    for index, block in enumerate(article.blocks):
        spans: list[Span] = []
        begin: int | None = None
        for sentence in by_block[index]:
            if begin is None:
                begin = behind_dateline(article, sentence)
            at = bisect_right(starts, sentence.end - 1) - 1
            if at < 0 or not pieces[at][0].start < sentence.end < pieces[at][0].end:
                spans.append(Span(begin, sentence.end))
                begin = None
            elif at - bisect_right(starts, begin) > MOST_QUOTATIONS:
                spans.append(Span(begin, pieces[at][0].end))
                begin = pieces[at][0].end
            # else the sentence ends inside a quotation: the unit goes on
        if begin is not None:
            spans.append(Span(begin, block.span.end))
        for span in spans:
            if span.start < span.end:
                folded, held = _folded(article.text, span, pieces, starts)
                words = tuple(token for token in folded if token.is_word)
                result.append(Unit(index, block.kind, span, folded, held, words))
    return tuple(result)


def behind_dateline(article: Article, sentence: Span) -> int:
    """Where a stretch's own words begin: `OSTRAND — The harbour` begins with the harbour, and so
    does a letter's `Sir, The harbour`. What is no more than a part of the dateline has none, and
    begins where it ends.
    """
    address = SALUTATION.match(article.text, *sentence)
    if address is not None:
        return address.end()
    dateline = article.dateline
    if dateline is None or not article.text.startswith(dateline, sentence.start):
        return sentence.start
    behind = sentence.start + len(dateline)
    if sentence.end <= behind:
        return sentence.end
    match = DASH.match(article.text, behind, sentence.end)
    return match.end() if match else sentence.start


def _by_block(article: Article, sentences: Sequence[Span]) -> list[list[Span]]:
    grouped: list[list[Span]] = [[] for _ in article.blocks]
    ends = [block.span.end for block in article.blocks]
    for sentence in sentences:
        grouped[min(bisect_right(ends, sentence.start), len(ends) - 1)].append(sentence)
    return grouped


def _folded(
    text: str, span: Span, pieces: Sequence[tuple[Span, Quotation]], starts: Sequence[int]
) -> tuple[tuple[Token, ...], dict[int, Quotation]]:
    """The tokens of a stretch, one for each quotation in it; and these by their tokens' numbers."""
    found: list[Token] = []
    quoted: dict[int, Quotation] = {}
    position = span.start
    at = bisect_right(starts, span.start - 1)
    while at < len(pieces) and pieces[at][0].start < span.end:
        piece, quotation = pieces[at]
        found += tokens(text, position, piece.start)
        quoted[len(found)] = quotation
        found.append(Token(piece.start, piece.end - piece.start, "“”", "“”"))
        position = piece.end
        at += 1
    found += tokens(text, min(position, span.end), span.end)
    return tuple(found), quoted
