"""What the head of an article says: title, byline, dateline, date; and what kind each block is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.article.dates import date_in, is_date_line
from tui.article.line_forms import (
    ITEM,
    QUOTE,
    RULE,
    is_stamp,
    is_turn,
    label_of,
    speaking_labels,
)
from tui.article.model import BlockKind
from tui.article.paragraphs import Line

# `re` compiles each pattern when it is first used, and keeps it: most articles need few of them.
CREDIT = (
    r"(?:(?:Words|Text|Story|Reporting|Written|Reported|(?:(?:A|An|The)\s+)?(?:[Aa]nalysis|[Ii]nterview|"
    r"[Rr]eport|[Cc]olumn|[Ee]ssay|[Cc]omment|[Cc]ommentary|[Oo]pinion|[Rr]eview|[Pp]rofile|"
    r"[Dd]ispatch|[Ll]etter))\s+)?"
    r"(?:[Bb]y|BY)(?::\s*|\s+)(?=(?:(?:our|a|an|staff)\b|[^\W\d_a-z]))"
    r"|(?:From|FROM)\s+(?=[Oo]ur\b|[^\W\d_a-z][\w.’'-]*\s[^\W\d_a-z])"
    r"|(?:Text|Words|Interview|Reporting|Report):\s+(?=[^\W\d_a-z])|As told to\s+(?=[^\W\d_a-z])"
)
WITH = r"With\s(?:[^\W\d_a-z][\w.’'-]*\s){2,3}(?:in|at|on|and)\s"
NAME_PART = r"(?:[^\W\d_a-z](?:[\w’'-]*[\w]|\.)|Ó)"
NAMED = (
    rf"(?P<name>(?:{NAME_PART}\s+){{1,3}}{NAME_PART}(?:\s(?:and|&)\s(?:{NAME_PART}\s+){{1,3}}"
    rf"{NAME_PART})?)"
    r"(?P<more>,\s+(?:at|in)\s+(?:the\s+)?[^\W\d_a-z].{2,60}"
    r"|(?:,|\s[|–—-])\s+[^\W\d_][\w &’'-]*"
    r"(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Cc]ritic|Wire|Staff|News|"
    r"Press|Agency|Service)[\w &’',-]*"
    r"|\s+(?:at|in)\s+(?:the\s+)?[^\W\d_a-z][\w ’'-]{2,40})?$"
)
# What a reporter is, on a line of its own under the name.
POST = (
    r"(?:[^\W\d_][\w&’'-]*,?\s){0,6}"
    r"(?i:correspondent|editor|reporter|writer|columnist|critic|staff|press|agency)$"
)
# Words that stand in headings of two or three capitalised words and in nobody's name.
HEADING_WORDS = frozenset(
    """a about abstract an analysis and at background breaking city club common conclusion
    country council county day days election executive fact facts findings first for fourth full
    further history in interview introduction key last latest letter letters life live main market
    match media methods more news next note notes of old on opinion our party people points
    politics press question questions reaction related report results review scene second section
    sense sport state story summary table text the third timeline to town united update what
    where who why work world your""".split()
)
UPPER = r"[^\W\d_a-z]"
DATELINE = (
    rf"(?P<place>{UPPER}(?:{UPPER}|[.’' /-]){{2,40}}(?:,\s[\w. ]{{2,30}}?)?"
    r"(?:,\s\w{3,9}\.?\s\d{1,2}|,\s\d{1,2}\s\w{3,9})?(?:,?\s\d{4})?"
    r"(?:\s\([\w ]{2,30}\))?)(?:\s?(?:—|–|--)\s?|\s-\s)(?=\S)"
)
# In mixed case only an agency or a date tells a dateline from an aside between dashes.
MIXED_DATELINE = (
    rf"(?P<place>(?:{UPPER}[\w.’'-]+\s?){{1,3}}(?:,\s[\w. ]{{2,30}}?)?"
    r"(?:,\s\w{3,9}\.?\s\d{1,2}|,\s\d{1,2}\s\w{3,9}|\s\([A-Z][\w ]{1,20}\))+)"
    r"(?:\s?(?:—|–|--)\s?|\s-\s)(?=\S)"
)
OWN_LINE = rf"(?P<place>{UPPER}(?:{UPPER}|[.’' -]){{2,40}}),\s(?=[^,]*\d)"
COLON_DATELINE = rf"(?P<place>{UPPER}(?:{UPPER}|[.’' -]){{2,30}}):\s(?=\S)"
LONGEST_TITLE = 200
LONGEST_SENTENCE_TITLE = 130
LONGEST_HEADING = 80
LONGEST_BYLINE = 160
HEAD_LINES, MOST_LINES = 6, 20
DASHES = "—–-"
OPENING_MARKS = "“\"'‘«„‹"
SENTENCE_END = r"[a-z]{3,}[.!?]”?\s+[A-Z]"


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of an article tell, and the kind of each of its blocks."""

    kinds: tuple[BlockKind, ...]
    title: str | None
    byline: str | None
    dateline: str | None
    date: str | None


def read_head(lines: Sequence[Line]) -> Head:
    """Tell what each line of an article is. The lines are clean and hold no line end."""
    texts = [line.text for line in lines]
    labels = speaking_labels(texts)
    kinds = [_kind(text, labels) for text in texts]
    title = byline = dateline = date = None
    # what a list before the story sums up is no part of its head
    first = [i for i, kind in enumerate(kinds[:MOST_LINES]) if kind != "item"][:HEAD_LINES]
    for i, text in ((i, texts[i]) for i in first):
        if i == 0 and _is_title(texts, kinds):
            kinds[0], title = "title", text
            continue
        if kinds[i] != "paragraph":
            continue
        place = dateline_of(text) or _colon_dateline(text)
        if place is not None:
            dateline = dateline or place
            date = date or date_in(place)
        elif i > 0 and byline is None and _is_byline(texts, i):
            kinds[i], byline = "byline", _credited(text)
            date = date or date_in(text)
        elif is_date_line(text):
            kinds[i] = "byline" if i > 0 else kinds[i]
            date = date or date_in(text)
        elif i > 0 and kinds[i - 1] == "byline" and re.match(POST, text):
            kinds[i] = "byline"
        elif len(text) < LONGEST_HEADING and not text.endswith("."):
            date = date or date_in(text)
            own = re.match(OWN_LINE, text)
            dateline = dateline or (own["place"] if own and date else None)
    for i in range(len(lines)):
        if kinds[i] == "paragraph" and _is_heading(lines, kinds, i):
            kinds[i] = "heading"
    return Head(tuple(kinds), title, byline, dateline, date)


def dateline_of(text: str) -> str | None:
    """The place (with agency and date, if given) that a paragraph opens with, or None."""
    start = text[:160]
    if not any(dash in start for dash in DASHES):
        return None
    match = re.match(DATELINE, start) or re.match(MIXED_DATELINE, start)
    return match["place"].strip() if match else None


def _colon_dateline(text: str) -> str | None:
    """`NEW DELHI: The government ...`, where no such labels open turns."""
    match = re.match(COLON_DATELINE, text)
    if match is None or len(text) < LONGEST_HEADING or label_of(text) is None:
        return None
    return match["place"]


def _kind(text: str, labels: frozenset[str]) -> BlockKind:
    if QUOTE.match(text):
        return "quote"
    if is_turn(text, labels):
        return "turn"
    if ITEM.match(text) and not RULE.match(text):
        return "item"
    return "paragraph"


def _is_title(texts: Sequence[str], kinds: Sequence[BlockKind]) -> bool:
    """Whether the first line is a headline, not just an ordinary sentence among others."""
    text = texts[0]
    if len(texts) == 1 or len(text) > LONGEST_TITLE or dateline_of(text) or is_date_line(text):
        return False
    if kinds[0] == "turn":  # "Sand: we were right" over an article that has such turns
        label = label_of(text) or ""
        return not label.isupper() and not label.startswith("@") and kinds[1] != "turn"
    if kinds[0] != "paragraph":
        return False
    if not text.rstrip("”\"’'»)").endswith((".", ",")):
        return not re.search(SENTENCE_END, text) or len(text) <= LONGEST_SENTENCE_TITLE
    if any(_is_byline(texts, i) for i in range(1, min(3, len(texts)))):
        return len(text) <= LONGEST_SENTENCE_TITLE
    following = max(len(other) for other in texts[1:HEAD_LINES])
    is_short = len(text) < 110 and following > 1.5 * len(text)
    return is_short and (_is_title_case(text) or not re.search(SENTENCE_END, text))


def _is_title_case(text: str) -> bool:
    words = [word.strip("“”\"‘’'(") for word in text.split()]
    long = [word for word in words if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _is_byline(texts: Sequence[str], i: int) -> bool:
    text = texts[i]
    if (
        len(text) > LONGEST_BYLINE
        or text.endswith((":", "?", "!", "”", "“", '"'))
        or text.count(".") > 4
    ):
        return False
    if re.match(CREDIT, text) or (re.match(WITH, text) and i <= 3):
        return not text.endswith(".") and len(text.split()) < 24
    match = re.match(NAMED, text)
    if match is None or i > 2 or text.isupper():
        return False
    if any(word.casefold() in HEADING_WORDS for word in match["name"].split() if word != "and"):
        return False
    return match["more"] is not None or len(texts) > i + 1


def _credited(text: str) -> str:
    """Who is credited: the byline without its `By` and without a date behind a bar."""
    parts = re.split(r"\s[|·•]\s", re.sub(rf"\A(?:{CREDIT})", "", text))
    return next((part for part in parts if not is_date_line(part)), text).strip()


def _is_heading(lines: Sequence[Line], kinds: Sequence[BlockKind], i: int) -> bool:
    """A short line without a stop between paragraphs, a time stamp or a rule."""
    text = lines[i].text
    if is_stamp(text) or (i > 0 and RULE.match(text)):
        return True
    if i == 0 or i + 1 >= len(lines) or not _looks_like_heading(text):
        return False
    if text[0] in OPENING_MARKS and any(mark in text[1:] for mark in "”“\"’'»"):
        return False
    # short lines without a gap are verse, an address or a table
    above, below = lines[i - 1], lines[i + 1]
    if not lines[i].parted and _looks_like_heading(above.text):
        return False
    return below.parted or len(below.text) > LONGEST_HEADING or kinds[i + 1] != "paragraph"


def _looks_like_heading(text: str) -> bool:
    if len(text) > LONGEST_HEADING or text[-1] in ".,;:?!”“\"’'»)…—":
        return False
    return len(text.split()) <= 14 and not text[0].islower() and not is_stamp(text)
