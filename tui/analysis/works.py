"""Papers and works by their titles in quotation marks: `its report, “Dry Wells,”`."""

import re
from collections.abc import Iterator, Sequence

from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.names import Name
from tui.analysis.quotation import Quotation
from tui.analysis.role_nouns import is_paper
from tui.analysis.tokens import tokens
from tui.analysis.unspoken import WORKS, in_title_case
from tui.article.model import Span

TITLED = re.compile(r"\b(?:entitled|titled|headlined)[, ]*$", re.IGNORECASE)
# What has words of its own, but is no work.
NO_WORKS = frozenset(
    "banner headline inscription motto nickname byname note placard sign slogan title".split()
)
CLAUSE_END = re.compile(r"[.;:!?“”\"\n]")
NEAR = 160
LONGEST_TITLE = 14
# Between a determiner and its noun stand at most so many words.
LONGEST_PHRASE = 4


def works(text: str, quoted: Sequence[Quotation]) -> Iterator[Name]:
    """The works that an article calls by their titles, as names without the marks, in order.

    A title stands behind what bears it, in capitals: `the memoir “Both Hands”`; or behind
    `titled`, whatever it is that bears it.
    """
    for quotation in quoted:
        start, end = quotation.inner[0]
        words = text[start:end].rstrip(",. ")
        if len(quotation.spans) > 1 or not 0 < len(words.split()) <= LONGEST_TITLE:
            continue
        titled = TITLED.search(text, max(0, quotation.start - NEAR), quotation.start)
        if titled is None and not in_title_case(words):
            continue
        before = titled.start() if titled else quotation.start
        noun = _noun_before(text, before, titled=titled is not None)
        if noun is not None:
            yield Name(Span(start, start + len(words)), "other", work=noun)


def _noun_before(text: str, end: int, *, titled: bool) -> str | None:
    """The noun of the phrase that ends before a title: `a slide from its meeting, titled`."""
    begin = max(0, end - NEAR)
    breaks = [m.end() for m in CLAUSE_END.finditer(text, begin, end)]
    words = tokens(text, breaks[-1] if breaks else begin, end)
    while words and words[-1].text == ",":
        words = words[:-1]
    for i, word in enumerate(words):
        ends = i + 1 == len(words) or words[i + 1].low in PREPOSITIONS or words[i + 1].text == ","
        before = [w.low for w in words[max(0, i - LONGEST_PHRASE) : i]]
        begun = not DETERMINERS.isdisjoint(before) or any(w.endswith(("’s", "'s")) for w in before)
        whole = titled or all(w.text != "," for w in words[i:])
        if ends and begun and whole and (is_paper(word.low) or word.low in WORKS or titled):
            return None if word.low in NO_WORKS else word.low
    if not words and titled:
        # `Titled “Dry Wells,” it`: what was spoken of before
        earlier = [t.low for t in tokens(text, begin, end) if is_paper(t.low)]
        return earlier[-1] if earlier else None
    return None
