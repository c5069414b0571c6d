"""Clean text -> lines, one a block: hard-wrapped paragraphs are rejoined, all else stays apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.article.hard_wrap import Measure, continues, may_be_wrapped, measure_of, own_measure
from tui.article.line_forms import QUOTE, speaking_labels
from tui.article.word_breaks import WordBreaks

SPACES = re.compile(r" {2,}")
# Lines without their indentation are looked at again until nothing changes, so that loading an
# article's own text gives the same blocks; in real articles the second look changes nothing.
MOST_PASSES = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A block's text, and whether an empty line stands before it."""

    text: str
    parted: bool


def lines(text: str) -> list[Line]:
    """The blocks of a clean text in order, each on one line, without space at its ends.

    Hard wrapping is told from the text as a whole: its paragraphs' lines end where one more word
    would have passed the measure. Lists, headings, verse and turns of a conversation are never
    joined. Linear in the text's length.
    """
    groups = _groups(text)
    rejoined: list[list[str]] | None = _rejoined(groups) or [
        [line.strip() for line in group] for group in groups
    ]
    for _ in range(MOST_PASSES):
        if rejoined is None:
            break
        groups = rejoined
        rejoined = _rejoined(groups)
    return [Line(line, parted=i == 0) for group in groups for i, line in enumerate(group)]


def _groups(text: str) -> list[list[str]]:
    """The lines of the text, grouped between empty lines; space at their beginning is kept."""
    groups: list[list[str]] = []
    current: list[str] = []
    for raw in text.split("\n"):
        line = raw.rstrip()
        if line and line.strip() != ">":
            current.append(line)
        elif current:
            groups.append(current)
            current = []
    if current:
        groups.append(current)
    return groups


def _rejoined(groups: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The groups with the lines of each paragraph made one; None where nothing is to be joined."""
    if not may_be_wrapped(groups):
        return None
    labels = speaking_labels(line.strip() for group in groups for line in group)
    measure = measure_of(groups, labels)
    if measure is None:
        return None
    breaks = WordBreaks(line for group in groups for line in group)
    rejoined: list[list[str]] = []
    changed = False
    for group in groups:
        parts = _parts(group, own_measure(group, measure, labels), labels)
        changed = changed or len(parts) < len(group)
        rejoined.append([_joined(part, breaks) for part in parts])
    return rejoined if changed else None


def _parts(
    group: Sequence[str], measure: Measure | None, labels: frozenset[str]
) -> list[list[str]]:
    """A group of lines cut where a new block begins; what is left together is one paragraph."""
    parts: list[list[str]] = []
    for i, line in enumerate(group):
        if i and continues(group[i - 1], line, measure, labels, first=parts[-1][0]):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _joined(part: Sequence[str], breaks: WordBreaks) -> str:
    """Lines of one paragraph as one line; a word broken at a line end is made whole."""
    if len(part) == 1:
        return part[0].strip()
    joined = [SPACES.sub(" ", part[0].strip())]
    is_quote = bool(QUOTE.match(joined[0]))
    for line in part[1:]:
        following = SPACES.sub(" ", line.strip())
        if is_quote:
            following = QUOTE.sub("", following, count=1).lstrip()
        joined[-1], gap = breaks.mended(joined[-1], following)
        joined += [gap, following]
    return "".join(joined)
