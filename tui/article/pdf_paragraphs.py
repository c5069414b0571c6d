"""The columns of a PDF file's pages -> its paragraphs, each over as many of them as it runs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tui.article.hard_wrap import BYLINE, CLOSERS, DATELINE, STOPS
from tui.article.line_forms import ITEM, is_turn, names_nobody, speaking_labels
from tui.article.pdf_columns import CELL, LONE_SPEAKER, Column
from tui.article.pdf_letters import Run
from tui.article.word_breaks import WordBreaks, breaks_word

BULLET: Final = re.compile(r"[-*•‣◦▪·●○■□➢✓\ufffd\uf0b7\uf0a7]\s+(?=\S)")
LEADERS: Final = re.compile(r"(?:\. ?){4,}\s*\w{1,5}$")
"""The dots before a page's number in a table of contents."""
_FAR: Final = 5.0
OPENERS: Final = '“‘"«„'
_SAME_SIZE: Final = 0.06
_LARGER: Final = 1.12
_INDENT: Final = 0.6
_SLACK: Final = 0.75
"""Ems by which a word must have fitted on the line before, for that line to end a paragraph."""
_GAP: Final = 1.17
_WIDE_GAP: Final = 1.6
_OWN_EDGE: Final = 4
_BESIDE: Final = 8.0
_NARROWEST: Final = 14.0
_MOST_BETWEEN: Final = 4
_SOFT: Final = "\xad"
_HYPHEN: Final = "\u2010"
_DASHED: Final = re.compile(r"[^\s—–][—–]$")
_DASHED_ON: Final = re.compile(r"[—–][^\s—–]")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Run] = field(default_factory=list)

    @property
    def size(self) -> float:
        """How large its letters are, in points."""
        return self.lines[0].size

    @property
    def is_bold(self) -> bool:
        """Whether all of its lines are bold."""
        return all(line.is_bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line and the column it stands in."""

    run: Run
    left: float  # where lines of its column begin
    right: float  # and where they end, at most
    is_first: bool

    @property
    def indent(self) -> float:
        return (self.run.x0 - self.left) / max(self.run.size, 1)


class Setting:
    """How the text of a file is set, as its lines tell."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        sizes = Counter[float]()
        for column in columns:
            for line in column.lines:
                sizes[line.size] += len(line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        bold = sum(len(r.text) for c in columns for r in c.lines if r.is_bold and self.is_body(r))
        whole = sum(len(r.text) for c in columns for r in c.lines if self.is_body(r))
        self.is_bold = 2 * bold > whole
        steps = Counter(
            round(2 * (above.base - below.base)) / 2
            for column in columns
            for above, below in pairwise(column.lines)
            if self.is_body(above) and self.is_body(below) and above.base > below.base
        )
        self.leading = _leading(steps, self.size)
        self.placed = list(self._place())
        indents = Counter(
            round(b.indent, 1) for a, b in pairwise(self.placed) if _is_indented(a, b)
        )
        self.indent = indents.most_common(1)[0][0] if indents else None
        lone = Counter(r.text for c in columns for r in c.lines if LONE_SPEAKER.match(r.text))
        self.lone_labels = {
            text for text, count in lone.items() if count > 1 and not names_nobody(text[:-1])
        }
        self.labels = speaking_labels(line.text for column in columns for line in column.lines)

    @property
    def indents(self) -> bool:
        """Whether the first lines of paragraphs are indented."""
        return self.indent is not None

    def is_indented(self, placed: _Placed) -> bool:
        """Whether a line is indented as the first ones of paragraphs are."""
        return self.indent is not None and abs(placed.indent - self.indent) < 0.15

    def is_body(self, run: Run) -> bool:
        """Whether a line is set as most of the text is."""
        return _same(run.size, self.size)

    def _place(self) -> Iterator[_Placed]:
        for column in self.columns:
            alike = self._alike(column)
            for i, run in enumerate(column.lines):
                # others may stand beside it, where the page has no clear gutter
                near = [r for r in alike if abs(r.x0 - run.x0) < _BESIDE * self.size]
                left, right = _edges(near) if len(near) >= _OWN_EDGE else (0.0, 0.0)
                if right - left < _NARROWEST * self.size:
                    left, right = _edges(alike)
                else:
                    left, right = _edges([r for r in alike if r.x0 < right and r.x1 > left])
                yield _Placed(run, left, right, i == 0)

    def _alike(self, column: Column) -> list[Run]:
        """The lines that tell where those of a column begin and end."""
        page = column.lines[0].page
        lines = [
            run
            for other in self.columns
            if other.lines[0].page == page
            and abs(other.left - column.left) + abs(other.right - column.right) < 2 * self.size
            for run in other.lines
            if self.is_body(run)
        ]
        if len(lines) < _OWN_EDGE:
            lines += [run for run in column.lines if run not in lines]
        return lines


def paragraphs(setting: Setting) -> list[Paragraph]:
    """The paragraphs in order; what stands within one (a note, a caption) comes behind it."""
    made = list[Paragraph]()
    suspended: _Suspended | None = None
    before: _Placed | None = None
    for placed in setting.placed:
        begins = before is None or _begins(before, placed, made[-1], setting)
        if not begins:
            made[-1].lines.append(placed.run)
        elif suspended is not None and suspended.is_resumed(placed, setting):
            suspended.paragraph.lines.append(placed.run)
            made.remove(suspended.paragraph)
            made.append(suspended.paragraph)
            suspended = None
        else:
            if before is not None and setting.is_body(before.run) and _runs_on(before):
                suspended = None
                if placed.is_first or not _is_set_alike(before.run, placed.run):
                    suspended = _Suspended(made[-1], before)
            elif suspended is not None and setting.is_body(placed.run):
                suspended.between += 1
                if suspended.between > _MOST_BETWEEN:
                    suspended = None
            made.append(Paragraph([placed.run]))
        if suspended is not None and placed.run.size >= setting.size:
            suspended.is_noted = False
        before = placed
    return made


@dataclass(slots=True)
class _Suspended:
    """A paragraph that ends within a sentence, where something else interrupts it."""

    paragraph: Paragraph
    last: _Placed
    is_noted: bool = True  # what came since is smaller than the text: a note, a caption
    between: int = 0  # paragraphs that came since and are set as the text

    def is_resumed(self, placed: _Placed, setting: Setting) -> bool:
        """Whether a line goes on with it."""
        may_go_on = placed.run.text[:1].islower() or (
            self.between == 0 and (placed.is_first or self.is_noted)
        )
        return may_go_on and setting.is_body(placed.run) and _goes_on(self.last, placed, setting)


class Joining:
    """Makes the lines of paragraphs one text each."""

    def __init__(self, lines: Sequence[Run]) -> None:
        texts = [re.sub(f"{_SOFT}$", _HYPHEN, line.text) for line in lines]
        self._breaks = WordBreaks(texts)
        # A hyphen that stands at the ends of lines alone is the one that breaks words: others stay.
        self._is_sure = any(text.endswith(_HYPHEN) for text in texts) and not any(
            _HYPHEN in text[:-1] for text in texts
        )

    def text(self, paragraph: Paragraph) -> str:
        """The text of a paragraph, words that were broken at the ends of lines whole again."""
        made = paragraph.lines[0].text
        for line in paragraph.lines[1:]:
            following = line.text
            if made.endswith(_SOFT) or (self._is_sure and made.endswith(_HYPHEN)):
                made = made[:-1] + following
            elif (
                (self._is_sure and breaks_word(made, following))
                or _DASHED.search(made[-2:])
                or _DASHED_ON.match(following)
            ):
                made += following
            else:
                made, gap = self._breaks.mended(made, following)
                made += gap + following
        return made.replace(_SOFT, "").replace(CELL, " ")


def _leading(steps: Counter[float], size: float) -> float:
    """The distance of two lines of text."""
    near = {step: count for step, count in steps.items() if 0.8 * size < step < 2.5 * size}
    if not near:
        return 1.2 * size
    most = max(near.values())
    return min(step for step, count in near.items() if count >= most / 2)


def _edges(lines: Sequence[Run]) -> tuple[float, float]:
    """Where lines begin, and where they end at most."""
    begins = Counter(round(run.x0) for run in lines)
    most = max(begins.values())
    left = min(x for x, count in begins.items() if count > 1 or count == most)
    return float(left), max(run.x1 for run in lines)


def _same(size: float, other: float) -> bool:
    return abs(size - other) <= _SAME_SIZE * max(size, other)


def _is_set_alike(run: Run, other: Run) -> bool:
    return _same(run.size, other.size) and run.is_bold == other.is_bold


def _is_indented(before: _Placed, placed: _Placed) -> bool:
    """Whether a line's beginning shows that it begins a paragraph."""
    return (
        not placed.is_first
        and _same(before.run.size, placed.run.size)
        and _INDENT < placed.indent < 5
        and abs(before.indent) < _INDENT
    )


def _stopped(text: str) -> bool:
    return text.rstrip(CLOSERS).endswith(STOPS)


def _runs_on(placed: _Placed) -> bool:
    """Whether a line ends within a sentence, and as far to the right as a line may."""
    is_full = placed.run.x1 > placed.right - 4 * placed.run.size
    return is_full and not _stopped(placed.run.text)


def _had_room(before: _Placed, placed: _Placed) -> bool:
    """Whether the first word of a line would have fitted on the one before."""
    run, previous = placed.run, before.run
    word = run.text.split(" ", 1)[0]
    width = (run.x1 - run.x0) * len(word) / len(run.text)
    return previous.x1 + 0.25 * run.size + width < before.right - _SLACK * run.size


def _begins(before: _Placed, placed: _Placed, current: Paragraph, setting: Setting) -> bool:
    """Whether a line begins a paragraph of its own."""
    run, previous = placed.run, before.run
    if not _same(run.size, previous.size):
        return True
    if BULLET.match(run.text) or CELL in run.text or CELL in previous.text:
        return True
    if LEADERS.search(previous.text) or (
        _stopped(previous.text) and is_turn(run.text, setting.labels)
    ):
        return True
    if BYLINE.match(current.lines[0].text) and DATELINE.match(run.text):
        return True
    if placed.is_first:
        return not _goes_on(before, placed, setting)
    step = previous.base - run.base
    is_larger = run.size > _LARGER * setting.size
    if previous.text in setting.lone_labels and 0 < step < _WIDE_GAP * setting.leading:
        return run.text in setting.lone_labels
    leading = setting.leading if setting.is_body(run) else 1.3 * run.size
    runs_on = not _stopped(previous.text) and run.text[:1].islower()
    if step > _WIDE_GAP * leading or (step > _GAP * leading + 0.5 and not runs_on):
        return True
    if is_larger:
        return False
    if run.is_bold != previous.is_bold and (run.size != previous.size or _had_room(before, placed)):
        return True
    if breaks_word(previous.text, run.text) and run.text[:1].islower():
        return False
    is_item = BULLET.match(current.lines[0].text) or ITEM.match(current.lines[0].text)
    if is_item and ITEM.match(run.text):
        return True
    deeper = (run.x0 - previous.x0) / run.size
    if _hangs(placed, current, setting) and not _had_room(before, placed):
        return False
    if deeper > _INDENT and placed.indent > _INDENT and not (is_item and len(current.lines) == 1):
        return True
    is_begun = len(current.lines) == 1 and setting.is_indented(before)
    if is_begun and setting.is_indented(placed) and _stopped(previous.text):
        return True
    if deeper < -_INDENT and len(current.lines) > 1:
        return not runs_on
    return _had_room(before, placed) and not runs_on


def _hangs(placed: _Placed, current: Paragraph, setting: Setting) -> bool:
    """Whether a line is the second one of a turn, below its words and not below its label."""
    (first, *more) = current.lines
    if more or not is_turn(first.text, setting.labels):
        return False
    return not (_stopped(first.text) and setting.is_indented(placed))


def _goes_on(before: _Placed, placed: _Placed, setting: Setting) -> bool:
    """Whether the first line of a column goes on with the paragraph that another ended with."""
    run, previous = placed.run, before.run
    if not _is_set_alike(run, previous):
        return False
    if run.text[:1].islower() and not _stopped(previous.text):
        return True
    if run.size > _LARGER * setting.size or BULLET.match(run.text):
        return False
    if breaks_word(previous.text, run.text):
        return True
    if (
        _had_room(before, placed)
        or before.indent > _FAR
        or (setting.indents and placed.indent > _INDENT)
    ):
        return False
    return not (_stopped(previous.text) and not setting.indents and run.text[:1] in OPENERS)
