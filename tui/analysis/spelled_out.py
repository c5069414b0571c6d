"""Names that an acronym in parentheses tells the extent of: `Safety at Sea Agency (SSA)`."""

import re
from collections.abc import Iterator, Sequence

from tui.analysis.frames import PREPOSITIONS
from tui.analysis.tokens import Token, tokens
from tui.article.model import Span

ACRONYM = re.compile(r"\((?P<letters>[A-Z][A-Za-z&]{1,7})\)")
SMALL = PREPOSITIONS | frozenset("the and & de la des der und y e".split())
# So many characters a word of a name takes at most, with what is between.
WIDTH = 24


def spelled_out(text: str) -> Iterator[Span]:
    """The names right before an acronym that their initials make, in order.

    Small words (`of`, `the`) may have an initial in it or not. As in Schwartz and Hearst (2003),
    but by initials alone. Linear in the text.
    """
    for found in ACRONYM.finditer(text):
        letters = [letter.lower() for letter in found["letters"] if letter.isupper()]
        end = found.start()
        begin = max(0, end - WIDTH * (len(letters) + 2), text.rfind("\n", 0, end) + 1)
        words = [t for t in tokens(text, begin, end) if t.is_word or t.text == "&"]
        first = _first_of(words, letters)
        if len(letters) > 1 and first is not None:
            yield Span(words[first].start, words[-1].bare_end)


def _first_of(words: Sequence[Token], letters: Sequence[str]) -> int | None:
    """Which word a name begins with whose initials are these letters; None where there is none."""
    left = len(letters)
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if not word.is_capital and word.low not in SMALL:
            return None
        initials = [part[0] for part in word.low.split("-") if part]
        if initials == [*letters[left - len(initials) : left]] and len(initials) <= left:
            left -= len(initials)
        elif letters[left - 1] == word.low[0]:
            left -= 1
        elif word.low not in SMALL:
            return None
        if left == 0:
            return i if word.is_capital else None
    return None
