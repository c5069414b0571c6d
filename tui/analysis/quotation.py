"""Quotation marks -> quoted spans: which words of an article stand inside quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.article.model import Article, Block, Span

# Each way to open a quotation, with the marks that close it. Two apostrophes (or two grave accents)
# stand for a double mark in text that comes from old wires.
CLOSERS = {
    "“": ("”",),
    "„": ("“", "”"),
    "‚": ("‘", "’"),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "‘": ("’", "'"),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''",),
    "'": ("'", "’"),
}
SINGLE = frozenset("‘'‚")
DOUBLE = frozenset('"“')
DOUBLE_MARKS = re.compile(r"''|``|[“”„«»‹›\"‚‘’']")
# What an apostrophe at the head of a word stands for: letters or a century left out.
ELISION = re.compile(
    r"(?:em|tis|twas|til|till|cause|cos|n|un|ere|bout|round|nother|tude|s|d|ll|re|ve|m|t)\b"
    r"|\d0s\b|\d\d\b(?!\s*(?:per|years))",
    re.IGNORECASE,
)
CLIPPED = re.compile(r"\b(?:an|o|th|ol|wi|mo)$", re.IGNORECASE)
# `goin’` goes on, and `rain’` ends a quotation unless a later mark does.
DROPPED_G = re.compile(r"\w{2,}in$", re.IGNORECASE)
# A single mark that closes for sure, and one that opens.
STRONG = re.compile(r"[.,!?…][’'](?!\w)")
OPENS = re.compile(r"[\s(][‘'](?=\w)")
MAX_UNCLOSED = 4000


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside one pair of quotation marks, the marks included.

    A quotation that runs over paragraphs has a span for each of them. `closed` is False where the
    closing mark is missing: its last span then ends with its block, or with a sentence of it where
    the same mark opens again.
    """

    spans: tuple[Span, ...]
    mark: str
    closed: bool = True

    def words(self, text: str) -> str:
        """Its words in an article's text, without its marks."""
        return " ".join(text[slice(*part)] for part in self.inner)

    @property
    def inner(self) -> tuple[Span, ...]:
        """Its spans without the marks that open and close it."""
        width, last = len(self.mark), len(self.spans) - 1
        return tuple(
            Span(s.start + width, s.end - (width if self.closed and i == last else 0))
            for i, s in enumerate(self.spans)
        )

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """The offset after its last mark."""
        return self.spans[-1].end


def quotations(article: Article) -> tuple[Quotation, ...]:
    """The outermost quotations of an article in order; offsets are code points of its text.

    Nested quotations belong to the one around them. A quotation left open goes on where the next
    block opens with the same mark again, as newspapers set it; otherwise it ends with its block.
    """
    found: list[Quotation] = []
    running: list[Span] = []
    running_mark = ""
    reversed_guillemets = _guillemets_reversed(article)
    for i, block in enumerate(article.blocks):
        text = article.text
        position = block.span.start
        if running:
            opening = _opens(text, position, block.span.end)
            if block.kind in ("paragraph", "item") and opening == running_mark:
                end = _closing(text, position + len(opening), block, opening)
                if end is None:
                    running.append(block.span)
                    continue
                running.append(Span(position, end))
                closed = _is_closed(text, running[-1], opening)
                found.append(Quotation(tuple(running), running_mark, closed))
                position, running = end, []
            else:
                found.append(Quotation(tuple(running), running_mark, closed=False))
                running = []
        if block.kind == "turn" and text[position] in DOUBLE:
            position += 1  # a transcript in quotation marks: they open each turn and say no more
        unclosed: set[str] = set()
        for mark in _openings(text, position, block, reversed_guillemets):
            if mark.start < position:
                continue
            kind = text[mark.start : mark.end]
            # what closes none of a block's marks closes no later one
            end = None if kind in unclosed else _closing(text, mark.end, block, kind)
            if end is None and kind in SINGLE:
                unclosed.add(kind)
            if end is not None:
                span = Span(mark.start, end)
                found.append(Quotation((span,), kind, _is_closed(text, span, kind)))
                position = end
            elif (
                kind not in SINGLE
                or mark.start == block.span.start
                or (kind == "‘" and _next_opens(article, i, kind))
                # a straight mark may be an apostrophe, unless something introduces it
                or (kind == "'" and _introduced(text, mark.start) and _next_opens(article, i, kind))
            ):
                running, running_mark = [Span(mark.start, block.span.end)], kind
                break
    if running:
        found.append(Quotation(tuple(running), running_mark, closed=False))
    return tuple(
        _plausible(q, article.text)
        for q in found
        if _has_words(q, article.text)
        # an apostrophe that looked like an opening mark
        and (q.closed or q.mark not in SINGLE or len(q.spans) > 1)
    )


def inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies inside one of some ordered, disjoint spans."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low < len(spans) and spans[low].start <= offset


def _guillemets_reversed(article: Article) -> bool:
    """Whether the article sets »so« (as in German books) and not «so»."""
    if not article.blocks:
        return False
    whole = article.blocks[0].span.start, article.blocks[-1].span.end
    left, right = article.text.find("«", *whole), article.text.find("»", *whole)
    return right >= 0 and (left < 0 or right < left)


def _next_opens(article: Article, block: int, mark: str) -> bool:
    """Whether the block behind one begins with a mark: the quotation runs on."""
    following = article.blocks[block + 1 : block + 2]
    return any(article.text.startswith(mark, b.span.start) for b in following)


def _introduced(text: str, mark: int) -> bool:
    """Whether a comma or a colon stands before a mark: `told them: 'We ...`."""
    return text[max(0, mark - 2) : mark] in (", ", ": ")


def _openings(text: str, start: int, block: Block, reversed_guillemets: bool) -> list[Span]:
    """The places in a block at which a quotation may open."""
    places = []
    strong = max((m.start() for m in STRONG.finditer(text, start, block.span.end)), default=-1)
    for match in DOUBLE_MARKS.finditer(text, start, block.span.end):
        mark = match[0]
        if mark in ("«", "‹") and reversed_guillemets:
            continue
        if mark in ("»", "›") and not reversed_guillemets:
            continue
        if mark in CLOSERS and _may_open(text, match.start(), match.end(), block, mark, strong):
            places.append(Span(match.start(), match.end()))
    return places


def _opens(text: str, start: int, end: int) -> str:
    match = DOUBLE_MARKS.match(text, start, end)
    return match[0] if match and match[0] in CLOSERS else ""


def _may_open(text: str, start: int, end: int, block: Block, mark: str, strong: int) -> bool:
    """Whether a mark may open a quotation; `strong` is where the last sure closing mark stands."""
    before = text[start - 1] if start > block.span.start else " "
    after = text[end] if end < block.span.end else " "
    if mark in ("“", "„", "«", "»", "‹", "›", "‚", "``"):
        return True
    if after.isspace():
        return False
    if mark in SINGLE:
        if before.isalnum() or before in ".,!?…" or ELISION.match(text, end):
            # a word that starts with an apostrophe opens nothing, unless a quotation does so
            return bool(
                not before.isalnum() and before not in ".,!?…" and mark == "‘" and end <= strong
            )
        return True
    return not before.isalnum() and (before not in ".,!?…" or after.isalnum())


def _closing(text: str, start: int, block: Block, mark: str) -> int | None:
    """Where a quotation opened before `start` ends: after the mark that closes it, or after a
    sentence where the same mark opens again; None: with its block.
    """
    if mark in SINGLE:
        return _single_closing(text, start, block, mark)
    depth, straight = 0, False
    for match in DOUBLE_MARKS.finditer(text, start, block.span.end):
        found = match[0]
        if mark == "“" and found == '"' and depth == 0:
            # a straight mark that opened nothing closes a curly one: `“We go," she said. "Now.”`
            if straight or _only_opens(text, match.start(), match.end(), block):
                straight = not straight
            elif not text[match.start() - 1].isdigit():
                return match.end()
        elif found in CLOSERS[mark] and mark not in ('"', "''"):
            if depth == 0:
                return match.end()
            depth -= 1
        elif found == mark and mark in ("“", "„", "«"):
            # the same mark again: either nesting, or the first was never closed
            if _next(text, match.end(), block, CLOSERS[mark]) is None:
                return None
            depth += 1
            if depth > 1 or not _nests(text, match.start(), block, CLOSERS[mark]):
                return _sentence_end_before(text, start, match.start())
        elif found in CLOSERS[mark] and not _only_opens(text, match.start(), match.end(), block):
            return match.end()
    return None


def _is_closed(text: str, span: Span, mark: str) -> bool:
    """Whether a quotation's last span ends with a mark that closes it."""
    closers = (*CLOSERS[mark], '"') if mark == "“" else CLOSERS[mark]
    return text.endswith(closers, span.start + len(mark), span.end)


def _next(text: str, start: int, block: Block, closers: Sequence[str]) -> int | None:
    places = [p for c in closers if (p := text.find(c, start, block.span.end)) >= 0]
    return min(places) if places else None


def _nests(text: str, start: int, block: Block, closers: Sequence[str]) -> bool:
    """Whether two closing marks follow an inner opening mark, as nesting would have it."""
    first = _next(text, start + 1, block, closers)
    if first is None:
        return False
    second = _next(text, first + 1, block, closers)
    third = text.find(text[start], start + 1, block.span.end)
    return second is not None and (third < 0 or second < third)


def _sentence_end_before(text: str, start: int, end: int) -> int | None:
    """Where a quotation that was never closed most likely ended: at its first full sentence."""
    match = re.compile(r"[.,!?…](?=\s)").search(text, start, end)
    return match.end() if match else None


def _only_opens(text: str, start: int, end: int, block: Block) -> bool:
    """Whether a mark that looks the same on both sides can only be an opening one."""
    before = text[start - 1] if start > block.span.start else " "
    after = text[end] if end < block.span.end else " "
    return (before.isspace() or before in "([") and after.isalnum()


def _single_closing(text: str, start: int, block: Block, mark: str) -> int | None:
    """The end of a quotation in single marks, told from apostrophes."""
    weak: int | None = None
    opens = block.span.end  # the first mark behind the weak one that opens another quotation
    for match in re.compile("[’'‘]" if mark == "‚" else "[’']").finditer(
        text, start, block.span.end
    ):
        place = match.start()
        if weak is not None and place > opens:
            return weak
        before = text[place - 1]
        after = text[place + 1] if place + 1 < block.span.end else " "
        if after.isalnum() or before.isspace():
            continue
        if before in '.,!?…—–-)”"':
            return match.end()
        stretch = max(start, place - 24), place
        if CLIPPED.search(text, *stretch) and after == " ":
            continue
        possessive = before in "sSzx" and text[place + 2 : place + 3].islower()
        if after == " " and (possessive or DROPPED_G.search(text, *stretch)):
            if weak is None:
                weak = match.end()
                another = OPENS.search(text, weak, block.span.end)
                opens = another.end() if another else opens
            continue
        return match.end()
    return weak


def _plausible(quotation: Quotation, text: str) -> Quotation:
    """Cut an unclosed quotation where it would swallow more than a paragraph's worth of words."""
    if quotation.closed or quotation.end - quotation.start <= MAX_UNCLOSED:
        return quotation
    first = quotation.spans[0]
    limit = min(first.end, first.start + MAX_UNCLOSED)
    cut = text.find(". ", first.start, limit)
    end = cut + 1 if cut > 0 else limit
    return Quotation((Span(first.start, end),), quotation.mark, closed=False)


def _has_words(quotation: Quotation, text: str) -> bool:
    return any(c.isalnum() for s in quotation.spans for c in text[s.start : s.end])
