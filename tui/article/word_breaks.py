"""Words broken at a line's end by a hyphen: whole again, or compounds that keep theirs."""

import re
from collections.abc import Iterable
from itertools import islice

BROKEN = re.compile(r"(?P<head>[^\W_]+)[-\u2010]$")
TAIL = re.compile(r"[^\W_]+")
WORDS = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
# Suspended hyphens: "two- and three-year terms".
SUSPENDED = frozenset("and or to but nor through".split())
# First and last parts that English ties with a hyphen far more often than it breaks words there.
COMPOUND_HEADS = frozenset(
    """all best better close cross double eight eighty ex far fast fifty first five former forty
    four full good half hard high home ill late left little long low mid middle near new nine
    ninety old once one open part pro quasi right second self seven seventy short single six
    sixty slow small so soft ten then third thirty three time top triple twenty two vice well
    wide world year""".split()
)
COMPOUND_TAILS = frozenset(
    """aged backed based born bound class day dominated driven easterly educated elect faced fifth
    fired foot funded general haired half hand handed hour kilometer kilometre known law led level
    lived long looking made making mannered meaning meter metre mile minded minute month old owned
    paid party person point proof quality quarter range related round running scale sized
    speaking spoken standing storey story stricken style term third tonne week westerly wide winning
    year""".split()
)
DAYS = frozenset("yester mon tues wednes thurs fri satur sun birth holi to".split())
# How the first so many lines write a word is how the article does.
ENOUGH_LINES = 20_000
LONGEST_WORD = 60


def breaks_word(before: str, following: str) -> bool:
    """Whether a line ends within a word that the next line goes on with."""
    tail = TAIL.match(following[:LONGEST_WORD])
    return (
        tail is not None
        and tail[0] not in SUSPENDED
        and BROKEN.search(before[-LONGEST_WORD:]) is not None
    )


class WordBreaks:
    """Tells how to join lines over a broken word, by how the article writes that word elsewhere."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the article's lines, so far as any word in them is broken."""
        self._lines = list(islice(lines, ENOUGH_LINES))
        self._known: frozenset[str] | None = None

    def mended(self, before: str, following: str) -> tuple[str, str]:
        """The end of one line as it is to stand before the next, and what goes between the two."""
        broken = BROKEN.search(before[-LONGEST_WORD:])
        tail = TAIL.match(following[:LONGEST_WORD])
        if broken is None or tail is None or tail[0] in SUSPENDED:
            return before, " "
        head, rest = broken["head"], tail[0]
        if not (head.isalpha() and rest[0].islower()):
            return before, ""  # 25-year-old, Anglo-Saxon
        # `Kim-Castellan` is no chain: a name goes on with no small letter
        is_chained = head.islower() and before[: len(before) - len(head) - 1].endswith(
            ("-", "\u2010")
        )
        keeps = self._keeps_hyphen(head.lower(), rest.lower(), is_chained)
        return (before if keeps else before[:-1]), ""

    def _keeps_hyphen(self, head: str, tail: str, is_chained: bool) -> bool:
        known = self._words()
        if f"{head}{tail}" in known or (tail == "day" and head in DAYS):
            return False
        if f"{head}-{tail}" in known or is_chained:
            return True
        if head in COMPOUND_HEADS or tail in COMPOUND_TAILS:
            return True
        # both are words of this article by themselves
        return len(head) > 3 and len(tail) > 3 and head in known and tail in known

    def _words(self) -> frozenset[str]:
        """The words and compounds of the article in lower case, but for those that are broken."""
        if self._known is None:
            found: set[str] = set()
            after_break = False
            for line in self._lines:
                words = [word.lower().replace("\u2010", "-") for word in WORDS.findall(line)]
                ends_broken = line.endswith(("-", "\u2010"))
                found.update(words[int(after_break) : len(words) - int(ends_broken)])
                after_break = ends_broken
            self._known = frozenset(found)
        return self._known
