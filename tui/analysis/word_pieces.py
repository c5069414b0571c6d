"""An article -> the word pieces that the encoder reads, and the windows that it reads them in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tui.analysis.quotation import Quotation
from tui.article.model import Article, Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# A window holds this many pieces, the mark of its beginning not counted, of which so many at most
# are context from before its own.
LONGEST_WINDOW = 254
MOST_CONTEXT = 64
# A block is given to the tokenizer in parts of so many characters.
PART = 8_000
LOWER, CAPITALISED, CAPITALS, MIXED = range(4)
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


def word_pieces(article: Article, quoted: Sequence[Quotation], tokenizer: Tokenizer) -> Pieces:
    """The word pieces of an article, block by block.

    Quotation marks that open or close a quotation are the same to the encoder whatever they look
    like, and so are all others. `tokenizer` is a `tokenizers.Tokenizer` of lower-case word pieces.
    Linear in the article's length.
    """
    base = article.blocks[0].span.start if article.blocks else 0
    end_of_all = article.blocks[-1].span.end if article.blocks else 0
    text = canonical(article.text, quoted, Span(base, end_of_all))
    separator = piece_id(tokenizer, "[SEP]")
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    case: list[int] = []
    words: list[int] = []
    word = 0
    for block in article.blocks:
        for part in _parts(text, Span(block.span.start - base, block.span.end - base)):
            encoded = tokenizer.encode(text[part.start : part.end], add_special_tokens=False)
            begin = base + part.start
            ids += encoded.ids
            last: int | None = None
            how = LOWER
            offsets = encoded.offsets
            numbers = encoded.word_ids
            for at, (number, (start, end)) in enumerate(zip(numbers, offsets, strict=True)):
                if number != last:
                    word += 1
                    last = number
                    stop = at
                    while stop + 1 < len(numbers) and numbers[stop + 1] == number:
                        stop += 1
                    whole = text[part.start + start : part.start + offsets[stop][1]]
                    how = LOWER if whole.islower() else _case(whole)
                starts.append(begin + start)
                ends.append(begin + end)
                case.append(how)
                words.append(word)
        word += 1
        ids.append(separator)
        starts.append(block.span.end)
        ends.append(block.span.end)
        case.append(LOWER)
        words.append(word)
    places = np.array(starts, np.int64)
    return Pieces(
        np.array(ids, np.int64),
        places,
        np.array(ends, np.int64),
        np.array(case, np.int64),
        _inside(places, [span for q in quoted for span in q.spans]),
        np.array(words, np.int64),
        _stops(ids, case, tokenizer),
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


def piece_id(tokenizer: Tokenizer, piece: str) -> int:
    """The number of a piece; ValueError where the vocabulary lacks it."""
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ValueError(f"no word piece {piece!r}")
    return number


def _parts(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > PART:
        cut = text.rfind(" ", start + 1, start + PART)
        end = cut if cut > 0 else start + PART
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _case(word: str) -> int:
    if word.isupper():
        return CAPITALS if len(word) > 1 else CAPITALISED
    if word[0].isupper() and word[1:].islower():
        return CAPITALISED
    return MIXED if word.lower() != word else LOWER


def _inside(places: Ints, spans: Sequence[Span]) -> Ints:
    if not spans:
        return np.zeros(len(places), np.int64)
    begins = np.array([s.start for s in spans])
    closes = np.array([s.end for s in spans])
    at = np.searchsorted(begins, places, side="right") - 1
    return ((at >= 0) & (places < closes[np.maximum(at, 0)])).astype(np.int64)


def _stops(ids: Sequence[int], case: Sequence[int], tokenizer: Tokenizer) -> NDArray[np.bool_]:
    """Stops and closing marks before a capital letter or an opening mark."""
    stops, closing, opening = (
        np.isin(ids, [piece_id(tokenizer, mark) for mark in marks]) for marks in (".!?", "”", "“")
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
