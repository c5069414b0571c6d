"""Where words stand in a text, however their accents, quotes, dashes and spaces are written."""

import re
from array import array
from asyncio import sleep
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final
from unicodedata import combining, normalize

from tui.article.model import Span

_SLICE: Final = 16_384
"""Characters of a slice of work: a millisecond or so, which no key notices."""

# What a letter has after it, and what parts two words, at most. Articles have no more marks; with
# bounds, the work for a query grows with the text alone.
_MOST_MARKS: Final = 8
_MOST_SPACES: Final = 64

_MARK: Final = "\u0301"
"""Stands for every accent that is a character of its own."""
_ALIKE: Final = str.maketrans(
    "‘’‚‛‹›′`´“”„‟«»″‐‑‒–—―−" + "ØøĐđŁłĦħŦŧı",
    "'" * 9 + '"' * 7 + "-" * 7 + "OoDdLlHhTti",
)
# The lowest combining classes are no accents: they make other letters of Indic and Japanese ones.
_LOWEST_ACCENT: Final = 10


class _Folds(dict[int, str]):
    """For `str.translate`: one character for each, so that no offset moves."""

    def __init__(self, *, exact: bool) -> None:
        super().__init__()
        self._exact = exact

    def __missing__(self, code: int) -> str:
        folded = _plain(chr(code))
        if not self._exact:
            forms = folded.casefold(), folded.lower(), folded
            folded = next(form for form in forms if len(form) == 1)
        self[code] = folded
        return folded


def _plain(character: str) -> str:
    """A character without its accents, or the one that stands for all like it."""
    if character.isspace():
        return " "
    letter, *marks = list(normalize("NFD", character))
    if combining(letter) >= _LOWEST_ACCENT:
        return _MARK
    if all(combining(mark) >= _LOWEST_ACCENT for mark in marks):
        character = letter
    return character.translate(_ALIKE)


_FOLDS: Final = {exact: _Folds(exact=exact) for exact in (False, True)}


def folded(text: str, *, exact: bool = False) -> str:
    """A text without what a search does not count: case if not `exact`, accents, kinds of marks."""
    return text.translate(_FOLDS[exact]).replace(_MARK, "")


class Matches:
    """Stretches of a text, in order, none within another. Offsets count code points."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts, self._ends = array("Q"), array("Q")
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Add one that comes after all others."""
        self._starts.append(start)
        self._ends.append(end)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self._starts[index], self._ends[index])

    def within(self, start: int, end: int) -> range:
        """The indices of those that have a character from `start` to `end` (exclusive)."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def first_from(self, offset: int) -> int:
        """The index of the first that begins at an offset or after it; their number if none."""
        return bisect_left(self._starts, offset)


class TextSearch:
    """Finds words in one text.

    The text is folded once for each way of taking case, when it is first needed, and kept.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._slices: dict[bool, list[str]] = {False: [], True: []}
        self._folded: dict[bool, str] = {}

    async def find(self, query: str) -> Matches:
        """All matches of a query, none overlapping the one before; none of an empty query.

        A query with a capital is taken exactly, any other whatever the case. Accents count in
        neither, white space matches any white space, each kind of quotation mark or dash any of
        its kind. A match has its last letter's accents in it. Time is linear in the text. The
        work is done in slices between which others have their turn: cancel it to stop it.
        """
        exact = query != query.lower()
        pattern = re.sub(" +", " ", folded(query, exact=exact))
        if not pattern.strip():
            return Matches()
        return await _found(await self._fold(exact), pattern)

    async def _fold(self, exact: bool) -> str:
        if exact not in self._folded:
            slices, folds = self._slices[exact], _FOLDS[exact]
            # What was stopped goes on where it was.
            for start in range(len(slices) * _SLICE, len(self._text), _SLICE):
                slices.append(self._text[start : start + _SLICE].translate(folds))
                await sleep(0)
            self._folded[exact] = "".join(slices)
            slices.clear()
        return self._folded[exact]


async def _found(folded: str, words: str) -> Matches:
    marks = f"{_MARK}{{0,{_MOST_MARKS}}}" if _MARK in folded else ""
    pattern = re.compile(
        "".join(f" {{1,{_MOST_SPACES}}}" if c == " " else re.escape(c) + marks for c in words)
    )
    longest = sum(_MOST_SPACES if c == " " else 1 + _MOST_MARKS for c in words)
    matches, at = Matches(), 0
    while at < len(folded):
        stop = at + _SLICE
        for match in pattern.finditer(folded, at, stop + longest):
            start, end = match.span()
            if start >= stop:
                break
            matches.add(start, end)
            at = end
        at = max(at, stop)
        await sleep(0)
    return matches
