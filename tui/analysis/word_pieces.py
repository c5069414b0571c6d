"""An article -> the word pieces that the encoder reads, and the windows that it reads them in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.analysis.piece_vocabulary import LOWER, PieceVocabulary
from tui.analysis.quotation import Quotation
from tui.article.model import Article, Span

# A window holds this many pieces, the mark of its beginning not counted, of which so many at most
# are context from before its own.
LONGEST_WINDOW = 254
MOST_CONTEXT = 64
STRETCH = re.compile(r"\S+")
# How the encoder's vocabulary calls the marks of a window's beginning and a block's end.
BEGINNING, SEPARATOR = "[CLS]", "[SEP]"
# Marks that open and close nothing are all one to the encoder.
PLAIN_MARKS = str.maketrans("“”„«»‹›‘’‚`", "\"\"\"\"\"''''''")
INNER_MARKS = str.maketrans('“”„«»‹›‘’‚`"', "''''''''''''")

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """An article as word pieces; each array has one entry a piece.

    `starts` and `ends` are code points of the article's text; the piece that closes a block is
    empty and stands at the block's end. `case` is how the piece's word is written, `quoted` is 1
    inside quotation marks. `words` numbers the words that the pieces belong to, `stops` is where a
    sentence may end.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    case: Ints
    quoted: Ints
    words: Ints
    stops: NDArray[np.bool_]
    separator: int

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of pieces read at once: `context` up to `own` was read before, `own` to `end` not.

    Indices of pieces, the end exclusive.
    """

    context: int
    own: int
    end: int


def word_pieces(
    article: Article, quoted: Sequence[Quotation], vocabulary: PieceVocabulary
) -> Pieces:
    """The word pieces of an article, block by block.

    Quotation marks that open or close a quotation are the same to the encoder whatever they look
    like, and so are all others. Linear in the article's length.
    """
    base = article.blocks[0].span.start if article.blocks else 0
    end_of_all = article.blocks[-1].span.end if article.blocks else 0
    text = canonical(article.text, quoted, Span(base, end_of_all))
    separator = vocabulary.number(SEPARATOR)
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    case: list[int] = []
    words: list[int] = []
    word = 0
    cut_of = vocabulary.cut
    for block in article.blocks:
        first, last = block.span.start - base, block.span.end - base
        for stretch in STRETCH.finditer(text, first, last):
            cut = cut_of(stretch[0])
            begin = base + stretch.start()
            ids += cut.ids
            case += cut.case
            if len(cut.ids) == 1:
                starts.append(begin + cut.starts[0])
                ends.append(begin + cut.ends[0])
                words.append(word)
                word += 1
            elif cut.ids:
                starts += [begin + start for start in cut.starts]
                ends += [begin + end for end in cut.ends]
                words += [word + number for number in cut.words]
                word = words[-1] + 1
        ids.append(separator)
        starts.append(block.span.end)
        ends.append(block.span.end)
        case.append(LOWER)
        words.append(word)
        word += 1
    places = np.array(starts, np.int64)
    return Pieces(
        np.array(ids, np.int64),
        places,
        np.array(ends, np.int64),
        np.array(case, np.int64),
        _inside(places, [span for q in quoted for span in q.spans]),
        np.array(words, np.int64),
        _stops(ids, case, vocabulary),
        separator,
    )


def windows(
    pieces: Pieces, own: int = 0, longest: int = LONGEST_WINDOW, first: int = 0
) -> Iterator[Window]:
    """The windows in which pieces are read, in order: from `own` on each owns every piece once.

    A window ends with a block where it can, else with a sentence, else with a word; it begins with
    up to `MOST_CONTEXT` pieces of what stands before its own, from the beginning of a block if
    there is one. The first window may be given another length (`first`), so that training meets
    the same text in other windows.
    """
    breaks = np.flatnonzero(pieces.ids == pieces.separator) + 1
    room = first or longest
    while own < len(pieces):
        context = _context(breaks, own)
        limit = own + max(room - (own - context), 1)
        room = longest
        end = len(pieces) if limit >= len(pieces) else _last_break(pieces, breaks, own, limit)
        yield Window(context, own, end)
        own = end


def canonical(text: str, quoted: Sequence[Quotation], stretch: Span) -> str:
    """A stretch of the text with its quotation marks made one kind each: `“` opens, `”` closes.

    Marks inside a quotation become apostrophes, all others straight; every character keeps its
    place. `quoted` are the quotations of that stretch.
    """
    parts: list[str] = []
    at = stretch.start
    for quotation in quoted:
        for i, span in enumerate(quotation.spans):
            if span.start < at:
                continue
            parts.append(text[at : span.start].translate(PLAIN_MARKS))
            width = len(quotation.mark)
            inner = span.end
            closing = ""
            if i == len(quotation.spans) - 1 and quotation.closed:
                inner -= width
                closing = "”".rjust(width)
            parts.append("“".ljust(width))
            parts.append(text[span.start + width : inner].translate(INNER_MARKS))
            parts.append(closing)
            at = span.end
    parts.append(text[at : stretch.end].translate(PLAIN_MARKS))
    return "".join(parts)


def _inside(places: Ints, spans: Sequence[Span]) -> Ints:
    if not spans:
        return np.zeros(len(places), np.int64)
    begins = np.array([s.start for s in spans])
    closes = np.array([s.end for s in spans])
    at = np.searchsorted(begins, places, side="right") - 1
    return ((at >= 0) & (places < closes[np.maximum(at, 0)])).astype(np.int64)


def _stops(
    ids: Sequence[int], case: Sequence[int], vocabulary: PieceVocabulary
) -> NDArray[np.bool_]:
    """Stops and closing marks before a capital letter or an opening mark."""
    stops, closing, opening = (
        np.isin(ids, [vocabulary.number(mark) for mark in marks]) for marks in (".!?", "”", "“")
    )
    begins = np.concatenate([(np.array(case) != LOWER) | opening, [True]])[1:]
    behind = np.concatenate([[False], stops])[:-1] & closing
    ended: NDArray[np.bool_] = (stops | behind) & begins
    return ended


def _context(breaks: Ints, own: int) -> int:
    earliest = max(own - MOST_CONTEXT, 0)
    at = int(np.searchsorted(breaks, earliest))
    if earliest == 0:
        return 0
    return int(breaks[at]) if at < len(breaks) and breaks[at] < own else earliest


def _last_break(pieces: Pieces, breaks: Ints, own: int, limit: int) -> int:
    at = int(np.searchsorted(breaks, limit, side="right")) - 1
    if at >= 0 and breaks[at] > own:
        return int(breaks[at])
    # one block fills the window: it is cut behind a sentence, if not too much is left
    half = own + (limit - own) // 2
    ended = np.flatnonzero(pieces.stops[half : limit - 1])
    if len(ended):
        return half + int(ended[-1]) + 1
    end = limit
    while end > own + 1 and pieces.words[end] == pieces.words[end - 1]:
        end -= 1
    return end if end > own + 1 else limit
