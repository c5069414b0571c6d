"""The places of what a question finds: cut to what was asked for and is near, and counted."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from tui.corpus.corpus_folder import Parts
from tui.corpus.question import CLOSEST, Month, Question
from tui.corpus.selection import PART_OF_FILE, Hits
from tui.corpus.told_rows import Ask
from tui.corpus.word_patterns import Phrase, phrase_patterns

if TYPE_CHECKING:
    from tui.corpus.meaning import Meaning, Place

_DIGITS: Final = 4
"""What comes behind these hangs on the order in which a processor adds."""
LEAST_CLOSENESS: Final = 0.3
"""What is less close than this is not near: by chance one statement in a hundred is as close."""
_TELLING: Final = 3
"""By so many words of a question statements are looked for that share them."""
_QUOTES: Final = (
    f"SELECT {PART_OF_FILE} AS part, file_row_number AS row, text"
    " FROM read_parquet($quotes, filename = true, file_row_number = true)"
)


def cut(
    ask: Ask,
    table: str,
    parts: Parts,
    question: Question,
    index: "Callable[[], Meaning] | None",
) -> Hits:
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
        _keep_closest(ask, table, parts, question.meaning, index(), compared)
    dateless, total = ask(f"SELECT count(*) FILTER (published IS NULL), count(*) FROM {table}")[0]
    months = ask(
        "SELECT date_trunc('month', published)::DATE AS first, count(*)"
        f" FROM {table} WHERE published IS NOT NULL GROUP BY first ORDER BY first"
    )
    told = tuple(Month(*row) for row in months)
    return Hits(table, total, told, dateless, left_out, hidden, compared)


def _keep_closest(
    ask: Ask, table: str, parts: Parts, meaning: str, index: "Meaning", there: int
) -> None:
    """Leave in a table of so many only what is closest to a meaning, and how close it is.

    What is closest as a whole and what shares the rarest words with the question are then compared
    word by word.
    """
    from tui.corpus.meaning import EXACTLY, Place

    among: Sequence[tuple[int, int]] | None = None
    most = CLOSEST
    if there <= EXACTLY:
        among = ask(f"SELECT part, row FROM {table}")
    else:
        most = min(EXACTLY, int(2 * CLOSEST * index.size / there))
    found = index.closest(meaning, most, among)
    sharing = _sharing_words(ask, table, parts, meaning, there) if there > CLOSEST else []
    found += index.closest(meaning, len(sharing), sharing) if sharing else []
    _set_closeness(ask, table, found)
    quotes = parts.files("quotes")
    rows = ask(
        f"SELECT part, row, closeness, text FROM ({_QUOTES}) JOIN (SELECT part, row, closeness"
        f" FROM {table} LEFT JOIN (SELECT unnest($parts) AS part, unnest($rows) AS row, true AS"
        " shared) USING (part, row) WHERE closeness IS NOT NULL"
        f" ORDER BY shared NULLS LAST, closeness DESC, part, row LIMIT {CLOSEST})"
        " USING (part, row) ORDER BY part, row",
        quotes=quotes, parts=[part for part, _ in sharing], rows=[row for _, row in sharing],
    )  # fmt: skip
    places = [Place(*row[:3]) for row in rows]
    ask(f"UPDATE {table} SET closeness = NULL")
    _set_closeness(ask, table, index.refined(meaning, places, [row[3] for row in rows]))
    ask(f"DELETE FROM {table} WHERE closeness IS NULL OR closeness < {LEAST_CLOSENESS}")


def _sharing_words(
    ask: Ask, table: str, parts: Parts, meaning: str, there: int
) -> Sequence[tuple[int, int]]:
    """Where statements stand that have the rarest words of a question in any form: those with
    more of them and with rarer ones first (inverse document frequency, Spärck Jones, 1972).
    """
    from tui.corpus.late_interaction import telling_words

    words = telling_words(meaning, _TELLING)
    if not words:
        return []
    values = dict[str, object]()
    for number, word in enumerate(words):
        phrase = Phrase(word, exact=False)
        values[f"part_{number}"], values[f"whole_{number}"] = phrase_patterns(phrase)
    has = [
        f"regexp_matches(text, $part_{n}) AND regexp_matches(text, $whole_{n})"
        for n in range(len(words))
    ]
    told = ", ".join(f"{one} AS has_{n}" for n, one in enumerate(has))
    weight = " + ".join(
        f"has_{n}::INTEGER * ln(1 + $there / (1 + (SELECT count(*) FROM sharing WHERE has_{n})))"
        for n in range(len(words))
    )
    return ask(
        f"WITH sharing AS MATERIALIZED (SELECT part, row, len(text) AS length, {told}"
        f" FROM ({_QUOTES}) SEMI JOIN {table} USING (part, row) WHERE {' OR '.join(has)})"
        f" SELECT part, row FROM sharing ORDER BY {weight} DESC, length, part, row"
        f" LIMIT {CLOSEST // 2}",
        quotes=parts.files("quotes"), there=there, **values,
    )  # fmt: skip


def _set_closeness(ask: Ask, table: str, found: "Sequence[Place]") -> None:
    ask(
        f"UPDATE {table} SET closeness = near.closeness FROM (SELECT unnest($parts) AS part,"
        " unnest($rows) AS row, unnest($closeness) AS closeness) near"
        f" WHERE {table}.part = near.part AND {table}.row = near.row",
        parts=[place.part for place in found],
        rows=[place.row for place in found],
        closeness=[round(place.closeness, _DIGITS) for place in found],
    )
