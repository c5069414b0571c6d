"""What the head of an article says: title, byline, dateline, date; and what kind each block is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.article.model import BlockKind
from tui.article.paragraphs import ITEM, QUOTE, STAMP, is_turn, turn_labels

BYLINE = re.compile(r"(?:(?:Words\s+)?[Bb]y|BY|From|Text:|With)\s+[^\W\d_]")
NAMED = re.compile(
    r"(?:[A-Z][\w.’'-]+\s+){1,3}[A-Z][\w.’'-]+"
    r"(?:,\s+(?:at|in)\s+(?:the\s+)?[A-Z].{2,60}|,\s+[A-Z][\w &’'-]*"
    r"(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|Wire|Staff|News|Press)[\w &’',-]*"
    r"|\s+(?:at|in)\s+(?:the\s+)?[A-Z][\w ’'-]{2,40})?$"
)
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.’' -]{2,40}(?:,\s[\w. ]{2,30}?)?"
    r"(?:,\s\w{3,9}\.?\s\d{1,2}|,\s\d{1,2}\s\w{3,9})?"
    r"(?:\s\([\w ]{2,30}\))?)\s(?:—|–|--|-)\s(?=\S)"
)
DATE = re.compile(
    r"\b(?:\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{4})?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?"
    r"|\d{4}-\d{2}-\d{2})\b"
)
LONGEST_TITLE = 200
LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of an article tell, and the kind of each of its blocks."""

    kinds: tuple[BlockKind, ...]
    title: str | None
    byline: str | None
    dateline: str | None
    date: str | None


def read_head(lines: Sequence[str]) -> Head:
    """Tell what each line of an article is. The lines are clean and hold no line end."""
    kinds: list[BlockKind] = []
    title = byline = dateline = date = None
    labels = turn_labels(lines)
    for i, line in enumerate(lines):
        kind = _kind(line, labels)
        if i == 0 and kind == "paragraph" and _is_title(line, lines):
            kind, title = "title", line
        elif byline is None and i <= 4 and kind != "turn" and _is_byline(line, i):
            kind, byline = "byline", re.sub(r"^(?:By|BY|by|From|Text:)\s+", "", line)
        elif kind == "paragraph":
            if dateline is None and i <= 6 and (match := DATELINE.match(line)):
                dateline = match["place"]
                found = DATE.search(dateline)
                date = date or (found[0] if found else None)
            elif i <= 5 and len(line) < 90 and (found := DATE.search(line)):
                date = date or found[0]
            if i > 0 and _is_heading(line, lines, i):
                kind = "heading"
        kinds.append(kind)
    return Head(tuple(kinds), title, byline, dateline, date)


def _kind(line: str, labels: frozenset[str]) -> BlockKind:
    if QUOTE.match(line):
        return "quote"
    if is_turn(line, labels):
        return "turn"
    if ITEM.match(line):
        return "item"
    return "paragraph"


def _is_title(line: str, lines: Sequence[str]) -> bool:
    """A short first line, unless it is just an ordinary sentence among others."""
    if len(lines) == 1 or len(line) > LONGEST_TITLE:
        return False
    if DATELINE.match(line):
        return False
    if not line.rstrip("”\"’'»)").endswith((".", ";", ",")):
        return True
    following = max((len(other) for other in lines[1:6]), default=0)
    return len(line) < 110 and following > 1.5 * len(line) and line.count(". ") == 0


def _is_byline(line: str, i: int) -> bool:
    if i == 0 or len(line) > 120 or line.endswith((":", "?", "!", "”")):
        return False
    if BYLINE.match(line):
        return len(line.split()) < 18 and not line.endswith((".", "."))
    return bool(NAMED.match(line)) and i <= 2 and not line.isupper()


def _is_heading(line: str, lines: Sequence[str], i: int) -> bool:
    """A short line without a stop, between paragraphs."""
    if STAMP.match(line):
        return True
    if len(line) > LONGEST_HEADING or line[-1] in ".,;:?!”\"’'»)…—":
        return False
    if i + 1 >= len(lines) or len(line.split()) > 14:
        return False
    return not line[0].islower()
