"""The places of what a question finds: cut to what was asked for and is near, and counted."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from tui.corpus.question import CLOSEST, Month, Question
from tui.corpus.selection import Hits
from tui.corpus.told_rows import Ask

if TYPE_CHECKING:
    from tui.corpus.meaning import Meaning

_DIGITS: Final = 4
"""What comes behind these hangs on the order in which a processor adds."""
LEAST_CLOSENESS: Final = 0.1
"""What is less close than this is not near: of statements by chance one in ten is as close."""


def cut(ask: Ask, table: str, question: Question, index: "Callable[[], Meaning] | None") -> Hits:
    """Leave in a table what a question wishes for, and give the counts over it.

    It still has what is doubtful and what has no date; with an `index` only what is nearest stays.
    """

    def dropped(where: str) -> int:
        return int(ask(f"DELETE FROM {table} WHERE {where}")[0][0])

    left_out = hidden = 0
    within_days = bool(question.since or question.until)
    if not question.doubtful:
        if within_days:
            dropped("doubtful AND published IS NULL")
        hidden = dropped("doubtful")
    if within_days:
        left_out = dropped("published IS NULL")
    compared = None
    if index is not None:
        hidden = 0  # how many of those are near is not known
        compared = ask(f"SELECT count(*) FROM {table}")[0][0]
        _keep_closest(ask, table, question.meaning, index(), compared)
    dateless, total = ask(f"SELECT count(*) FILTER (published IS NULL), count(*) FROM {table}")[0]
    months = ask(
        "SELECT date_trunc('month', published)::DATE AS first, count(*)"
        f" FROM {table} WHERE published IS NOT NULL GROUP BY first ORDER BY first"
    )
    told = tuple(Month(*row) for row in months)
    return Hits(table, total, told, dateless, left_out, hidden, compared)


def _keep_closest(ask: Ask, table: str, meaning: str, index: "Meaning", there: int) -> None:
    """Leave in a table of so many only what is closest to a meaning, and how close it is."""
    from tui.corpus.meaning import EXACTLY

    among: Sequence[tuple[int, int]] | None = None
    most = CLOSEST
    if there <= EXACTLY:
        among = ask(f"SELECT part, row FROM {table}")
    else:
        most = min(EXACTLY, int(2 * CLOSEST * index.size / there))
    found = index.closest(meaning, most, among)
    ask(
        f"UPDATE {table} SET closeness = near.closeness FROM (SELECT unnest($parts) AS part,"
        " unnest($rows) AS row, unnest($closeness) AS closeness) near"
        f" WHERE {table}.part = near.part AND {table}.row = near.row",
        parts=[place.part for place in found],
        rows=[place.row for place in found],
        closeness=[round(place.closeness, _DIGITS) for place in found],
    )
    ask(
        f"DELETE FROM {table} WHERE closeness IS NULL OR closeness < {LEAST_CLOSENESS}"
        f" OR (part, row) NOT IN (SELECT (part, row) FROM {table}"
        f" ORDER BY closeness DESC NULLS LAST, part, row LIMIT {CLOSEST})"
    )
