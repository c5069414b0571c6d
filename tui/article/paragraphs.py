"""Clean text -> lines, one a block: hard-wrapped paragraphs are rejoined, all else stays apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.article.line_forms import WIDEST

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


def _may_be_wrapped(groups: Sequence[Sequence[str]]) -> bool:
    """Whether hardly any line is longer than the widest column that text is wrapped at."""
    count = sum(len(group) for group in groups)
    longer = sum(len(line) > WIDEST and " " in line.strip() for group in groups for line in group)
    return longer <= max(1, count // 20)


def _rejoined(groups: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The groups with the lines of each paragraph made one; None where nothing is to be joined."""
    if not _may_be_wrapped(groups):
        return None
    from tui.article.rejoining import rejoined  # most articles have a line for each paragraph

    return rejoined(groups)
