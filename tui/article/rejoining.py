"""Hard-wrapped lines -> paragraphs: the lines of each are made one."""

import re
from collections.abc import Sequence

from tui.article.hard_wrap import Measure, continues, measure_of, own_measure
from tui.article.line_forms import QUOTE, speaking_labels
from tui.article.word_breaks import WordBreaks

SPACES = re.compile(r" {2,}")


def rejoined(groups: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The groups with the lines of each paragraph made one; None where nothing is to be joined."""
    labels = speaking_labels(line.strip() for group in groups for line in group)
    measure = measure_of(groups, labels)
    if measure is None:
        return None
    breaks = WordBreaks(line for group in groups for line in group)
    made: list[list[str]] = []
    changed = False
    for group in groups:
        parts = _parts(group, own_measure(group, measure, labels), labels)
        changed = changed or len(parts) < len(group)
        made.append([_joined(part, breaks) for part in parts])
    return made if changed else None


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
            following = QUOTE.sub("", following).lstrip()
        joined[-1], gap = breaks.mended(joined[-1], following)
        joined += [gap, following]
    return "".join(joined)
