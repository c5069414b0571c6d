"""A glance at somebody in a corpus: how much over time, what they spoke of, what they said last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from tui.article.cleaning import clean_line
from tui.corpus.question import Answer, Count, Month, Person
from tui.export.report_words import counted
from tui.reader.cell_fitting import fitted
from tui.reader.row_painting import DIRECT_BAR, INDIRECT_BAR
from tui.reader.time_plot import Unit, day_told, plot
from tui.reader.voices_rows import bar

_COLUMNS_FROM: Final = 70
"""From so many cells on, a low pane has two columns."""
_HIGH: Final = 18
_PLOT_ROWS: Final = (3, 7)
_MOST_SUBJECTS: Final = 10
_MOST_ROWS: Final = 4
"""So many rows of a statement are shown."""
_BAR: Final = 8
_GAP: Final = 4
_NARROWEST, _WIDEST = 24, 90


@dataclass(frozen=True, slots=True)
class Told:
    """What a pane tells: the counts of each `unit`, the subjects, and an answer's first page."""

    answer: Answer
    counts: Sequence[Month] = ()
    unit: Unit = "year"
    subjects: Sequence[Count] = ()


class PersonPane(Widget, can_focus=False, inherit_bindings=False):
    """As much as there is room for; what is cut ends in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self._told: Told | None = None

    def show(self, person: Person | None, told: Told | None = None) -> None:
        """Show somebody, and what is known of what they said; None shows nothing."""
        self._person, self._told = person, told
        self.refresh()

    @property
    def plot_width(self) -> int:
        """How many cells there are for a plot."""
        width, height = self._room
        return max(_NARROWEST, (width - _GAP) // 2 if self._has_columns(width, height) else width)

    @property
    def _room(self) -> tuple[int, int]:
        return min(_WIDEST, self.content_size.width), self.content_size.height

    @staticmethod
    def _has_columns(width: int, height: int) -> bool:
        return width >= _COLUMNS_FROM and height < _HIGH

    def render(self) -> Content:
        """All rows, cut to the room that there is."""
        width, height = self._room
        if self._person is None or width < 2 or not height:
            return Content()
        if self._has_columns(width, height):
            half = (width - _GAP) // 2
            left = _head(self._person, half, short=True)
            left += self._plot(half, height - len(left), short=True)
            right = [*self._subjects(half, (height - 1) // 2), Content(), *self._latest(half)]
            rows = [
                (one.pad_right(half + _GAP - one.cell_length) + other)
                for one, other in zip(_cut(left, height), _cut(right, height), strict=True)
            ]
        else:
            hidden = self._told.answer.hidden if self._told is not None else 0
            rows = [*_head(self._person, width, hidden, short=False), Content()]
            rows += [*self._plot(width, height, short=False), Content()]
            rows += [*self._subjects(width, _MOST_SUBJECTS), Content(), *self._latest(width)]
        return Content("\n").join(_cut(rows, height))

    def _plot(self, width: int, height: int, *, short: bool) -> list[Content]:
        if self._told is None or not self._told.counts:
            undated = self._told is not None and self._told.answer.total
            return [Content.styled("None of it has a date.", "$quiet")] if undated else []
        room = max(1, min(_PLOT_ROWS[1], height - 3)) if short else _PLOT_ROWS[height >= 24]
        made = plot(self._told.counts, self._told.unit, width, room)
        per, most = f"BY {made.per.upper()}", f"  {made.most:,} at most"
        if undated := self._told.answer.undated:
            most += f", {undated:,} without a date"
            if cell_len(per + most) > width:
                most = f"  {made.most:,} at most, {undated:,} undated"
        label = fitted(per + most, width)
        rows = [Content(label).stylize("$quiet").stylize("bold", 0, len(per))]
        rows += map(Content, made.rows)
        return [*rows, Content.styled(made.axis, "$quiet")]

    def _subjects(self, width: int, most: int) -> list[Content]:
        if self._told is None or not self._told.subjects:
            return []
        rows = [Content.styled("SPOKE OF", "bold $quiet")]
        subjects = self._told.subjects[: max(1, most - 1)]
        highest = subjects[0].statements
        digits = cell_len(f"{highest:,}")
        for subject in subjects:
            name = fitted(clean_line(subject.label), width - _BAR - digits - 2)
            blocks = bar(subject.statements / highest, _BAR)
            count = f"{subject.statements:,}".rjust(digits)
            rows.append(Content.assemble((f"{blocks} {count}", "$quiet"), " ", name))
        return rows

    def _latest(self, width: int) -> list[Content]:
        if self._told is None or not self._told.answer.statements:
            return []
        rows = [Content.styled("LATEST", "bold $quiet")]
        for said in self._told.answer.statements:
            sign = INDIRECT_BAR if said.quote.kind == "indirect" else DIRECT_BAR
            words = f"{said.told_by} {clean_line(said.quote.text)}".strip()
            lines = [row.plain.rstrip() for row in Content(words).wrap(max(8, width - 2))]
            if len(lines) > _MOST_ROWS:
                lines = [*lines[: _MOST_ROWS - 1], f"{lines[_MOST_ROWS - 1]} …"]
            rows += [Content(f"{sign} {fitted(line, width - 2)}") for line in lines]
            when = day_told(said.published) if said.published else clean_line(said.date_told or "")
            where = " · ".join(filter(None, (clean_line(said.title or ""), when)))
            rows += [Content.styled(fitted(f"  {where}", width), "$quiet"), Content()]
        return rows[:-1]


def _head(person: Person, width: int, hidden: int = 0, *, short: bool) -> list[Content]:
    name, roles = clean_line(person.name), ", ".join(map(clean_line, person.roles))
    kind = "" if person.kind in ("person", "unknown") else clean_line(person.kind)
    as_whom = " · ".join(filter(None, (roles, kind)))
    doubtful = f", {hidden:,} doubtful," if hidden else ""
    statements, articles = counted(person.quotes), counted(person.articles, "article")
    counts = f"{statements}{doubtful} in {articles}"
    if short:
        known = f"{name}, {as_whom}" if as_whom else name
        row = Content(fitted(known, width))
        return [row.stylize("bold", 0, len(name)).stylize("$quiet", len(name))]
    rows = [row.rstrip() for row in Content.styled(name, "bold").wrap(width)]
    if as_whom:
        rows.append(Content.styled(fitted(as_whom, width), "$quiet"))
    rows.append(Content.styled(fitted(counts, width), "$quiet"))
    if person.first and person.last:
        days = dict.fromkeys(map(day_told, (person.first, person.last)))
        rows.append(Content.styled(fitted(" – ".join(days), width), "$quiet"))
    return rows


def _cut(rows: Iterable[Content], height: int) -> list[Content]:
    """Just so many rows; the last one says if there were more."""
    made = [*rows]
    if len(made) > height:
        made = made[:height]
        if made[-1].plain and not made[-1].plain.endswith("…"):
            made[-1] = Content(f"{made[-1].plain} …")
    return made + [Content()] * (height - len(made))
