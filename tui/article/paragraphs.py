"""Clean text -> lines, one a block: hard-wrapped paragraphs are rejoined, all else stays apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

ITEM = re.compile(r"(?:[-*•‣◦–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
QUOTE = re.compile(r">\s?")
TURN = re.compile(
    r"(?:@[\w.]{2,40}:\s|[QA][.:]\s+\S|[A-Z][A-Z.’' -]{1,40}(?:\s*\([^()]{1,60}\))?:\s"
    r"|(?:[A-Z][\w.’'-]+\s){0,3}[A-Z][\w.’'-]+:\s)"
)
LABEL = re.compile(r"(@[\w.]{2,40}|[QA]|[A-Z][\w.’' -]{0,40}?)(?:\s*\([^()]{1,60}\))?(?=[:.]\s)")
STAMP = re.compile(r"\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s*\|.*)?$")
RULE = re.compile(r"[-*_=~·•\s]{3,}$")
BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
SHORTEST_MEASURE = 40
LONGEST_MEASURE = 100
MARGIN = 18


@dataclass(frozen=True, slots=True)
class Line:
    """A block's text, and whether an empty line stands before it."""

    text: str
    parted: bool


def lines(text: str) -> list[Line]:
    """The blocks of a clean text in order, each on one line, without space at its ends.

    Hard wrapping is told from the text as a whole: its paragraphs' lines end where one more word
    would have passed the measure. Lists, block quotations, headings, verse and turns of a
    conversation are never joined. Linear in the text's length.
    """
    groups = _groups(text)
    measure = _measure(groups)
    recurring = _recurring_labels(groups)
    joined_elsewhere = _words_of(text)
    result: list[Line] = []
    for group in groups:
        first = True
        for part in _parts(group, measure, recurring):
            joined = _join(part, joined_elsewhere) if len(part) > 1 else part[0]
            result.append(Line(joined.strip(), parted=first))
            first = False
    return result


def _groups(text: str) -> list[list[str]]:
    """The lines of the text, grouped between empty lines."""
    groups: list[list[str]] = []
    current: list[str] = []
    for raw in text.split("\n"):
        line = raw.rstrip()
        if line.strip() and line.strip() != ">":
            current.append(line)
        elif current:
            groups.append(current)
            current = []
    if current:
        groups.append(current)
    return groups


def _measure(groups: Sequence[Sequence[str]]) -> int | None:
    """The number of columns at which the text is wrapped; None where it is not hard-wrapped."""
    full: list[int] = []
    breaks = short = 0
    for group in groups:
        for line, following in pairwise(group):
            if _stands_alone(line.strip()) or _stands_alone(following.strip()):
                continue
            breaks += 1
            full.append(len(line.strip()))
            if len(line.strip()) < SHORTEST_MEASURE:
                short += 1
    if not full:
        return None
    longest = max(len(line) for group in groups for line in group)
    if longest > LONGEST_MEASURE or longest < SHORTEST_MEASURE:
        return None
    # a line break is a wrap where the next word would not have fitted any more
    fitting = sum(length > longest - MARGIN for length in full)
    return longest if fitting >= 0.7 * breaks and short <= 0.3 * breaks else None


def _stands_alone(line: str) -> bool:
    """Whether a line begins something of its own, whatever stands before it."""
    return bool(
        ITEM.match(line)
        or QUOTE.match(line)
        or STAMP.match(line)
        or RULE.match(line)
        or line.startswith("@")
    )


def _recurring_labels(groups: Sequence[Sequence[str]]) -> frozenset[str]:
    """Labels (`SAND`, `Q`) that open two or more lines: then those lines are turns."""
    seen: dict[str, int] = {}
    for group in groups:
        for line in group:
            if TURN.match(line.strip()) and (match := LABEL.match(line.strip())):
                seen[match[1]] = seen.get(match[1], 0) + 1
    several = sum(count for label, count in seen.items() if label.isupper()) > 2
    return frozenset(
        label
        for label, count in seen.items()
        if count > 1 or (several and label.isupper()) or label.startswith("@")
    )


def is_turn(line: str, recurring: frozenset[str]) -> bool:
    """Whether a line opens with the label of one who speaks in this text."""
    if not TURN.match(line):
        return False
    match = LABEL.match(line)
    return match is not None and match[1] in recurring


def turn_labels(text_lines: Sequence[str]) -> frozenset[str]:
    """The labels of turns among some lines."""
    return _recurring_labels([text_lines])


def _parts(group: Sequence[str], measure: int | None, recurring: frozenset[str]) -> list[list[str]]:
    """A group of lines cut where a new block begins; what is left together is one paragraph."""
    parts: list[list[str]] = []
    for i, line in enumerate(group):
        stripped = line.strip()
        previous = group[i - 1] if i else None
        wrapped = (
            measure is not None
            and previous is not None
            and not _begins(stripped, recurring)
            and not STAMP.match(previous.strip())
            and _was_full(previous, stripped, measure)
        )
        if wrapped and not (line[0].isspace() and not group[0][0].isspace() and i > 1):
            parts[-1].append(stripped)
        else:
            parts.append([stripped])
    return parts


def _begins(line: str, recurring: frozenset[str]) -> bool:
    return _stands_alone(line) or is_turn(line, recurring)


def _was_full(previous: str, line: str, measure: int) -> bool:
    """Whether the next line's first word would not have fitted behind the previous line."""
    first = line.split(" ", 1)[0]
    return len(previous.rstrip()) + 1 + len(first) > measure - 6


def _words_of(text: str) -> frozenset[str]:
    """The words of the text that are not broken at a line end, in lower case."""
    return frozenset(m[0].lower() for m in re.finditer(r"\w+(?:-\w+)*(?!-\n)", text[:2_000_000]))


def _join(part: Sequence[str], known: frozenset[str]) -> str:
    """Lines of one paragraph as one line; a word broken at a line end is made whole."""
    joined = [re.sub(r" {2,}", " ", part[0])]
    for line in part[1:]:
        before, following = joined[-1], re.sub(r" {2,}", " ", line)
        match = BROKEN.search(before)
        tail = re.match(r"[^\W\d_]+", following)
        if match and tail and tail[0][0].islower():
            hyphened = f"{match[1]}-{tail[0]}".lower()
            whole = f"{match[1]}{tail[0]}".lower()
            if whole in known or hyphened not in known:
                joined[-1] = before[:-1]
        else:
            joined.append(" ")
        joined.append(following)
    return "".join(joined)
