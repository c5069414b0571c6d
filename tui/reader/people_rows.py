"""Those who speak in a corpus, a row each: name, role, how much over time, how much in all."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from rich.cells import cell_len, set_cell_size

from tui.article.cleaning import clean_line
from tui.corpus.question import Month, Person
from tui.reader.cell_fitting import fitted
from tui.reader.paged_list import ListItem
from tui.reader.time_plot import sparkline
from tui.reader.voices_rows import Part

_ROOM_FOR_ROLES: Final = 50
_LEAST_ROLE: Final = 8
UNKNOWN: Final = ListItem(((Part("…", "dim"),),))
"""Of one of which nothing is known yet."""


def person_item(
    person: Person | None,
    months: Sequence[Month] | None,
    span: tuple[date, date] | None,
    width: int,
) -> ListItem:
    """Somebody's row; `span` is the first and the last day of the corpus, None where it has none.

    None for what is not known yet.
    """
    if person is None:
        return UNKNOWN
    roomy = width >= _ROOM_FOR_ROLES
    cells = max(6, min(24, width // 4)) if roomy else 8
    over_time = " " * cells
    if months is not None and span is not None:
        over_time = sparkline(months, *span, cells)
    count = f"{person.quotes:,}".rjust(9 if roomy else 6)
    room = width - cells - cell_len(count) - 2
    name = fitted(clean_line(person.name), room)
    role = ""
    if roomy and person.roles and (left := room - cell_len(name) - 2) >= _LEAST_ROLE:
        role = fitted(f", {clean_line(person.roles[0])}", left + 2)
    role = set_cell_size(role, room - cell_len(name) + 2)
    return ListItem(((Part(name), Part(role, "dim"), Part(over_time, "dim"), Part(count)),))
