"""A sentence taken out of a quotation has no mark whose pair stands elsewhere."""

import re
from dataclasses import replace

from tui.analysis.model import SummarySentence
from tui.analysis.quotation import CLOSERS
from tui.article.model import Span

OPENING = re.compile(r"(''|``|[“„«»‹›\"‘‚])\s*")
# A single mark after a letter may be an apostrophe.
CLOSING = re.compile(r"\s*(''|[”“«»‹›\"]|(?<=[.,!?…])’)$")


def paired(sentence: SummarySentence) -> SummarySentence:
    """A sentence without the quotation mark at its beginning or end whose pair is not in it."""
    text = sentence.text
    first, last = 0, len(text)
    opening, closing = OPENING.match(text), CLOSING.search(text)
    if opening and not any(c in text[opening.end() :] for c in CLOSERS[opening[1]]):
        first = opening.end()
    elif closing:
        openers = [mark for mark, closers in CLOSERS.items() if closing[1] in closers]
        if not any(mark in text[: closing.start()] for mark in openers):
            last = closing.start()
    if not text[first:last]:
        return sentence  # nothing but a mark was said
    start = sentence.span.start
    return replace(sentence, span=Span(start + first, start + last), text=text[first:last])
