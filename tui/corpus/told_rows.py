"""Rows of a corpus's tables -> statements and persons; what they hold is cleaned once more."""

from collections.abc import Callable, Sequence
from typing import Any

from tui.analysis.model import Quote
from tui.article.cleaning import clean, clean_line
from tui.article.model import Span
from tui.corpus.corpus_folder import Parts
from tui.corpus.linked_people import LinkedPeople
from tui.corpus.question import Person, Statement
from tui.corpus.selection import PART_OF_FILE

Ask = Callable[..., list[tuple[Any, ...]]]
"""Asks in SQL, with values by name, and gives the rows."""


def statements_at(
    ask: Ask, linked: LinkedPeople, parts: Parts, page: Sequence[tuple[Any, ...]]
) -> tuple[Statement, ...]:
    """The statements at some places, in the order of these: rows of part, row and closeness."""
    if not page:
        return ()
    numbers = sorted({part for part, _, _ in page})
    tables = {name: parts.files(name, numbers) for name in ("quotes", "articles", "speakers")}
    places = [f"{part}/{row}" for part, row, _ in page]
    quotes = ask(
        f"SELECT {PART_OF_FILE} || '/' || file_row_number, article, quote, kind, spans, text,"
        " cue, mention, speaker, confidence, reason, chain"
        " FROM read_parquet($quotes, filename = true, file_row_number = true)"
        f" WHERE {PART_OF_FILE} || '/' || file_row_number IN (SELECT unnest($places))",
        quotes=tables["quotes"], places=places,
    )  # fmt: skip
    keys = sorted({row[1] for row in quotes})
    articles = {
        row[0]: row[1:]
        for row in ask(
            "SELECT article, title, date, published, source, text FROM read_parquet($articles)"
            " WHERE article IN (SELECT unnest($keys))",
            articles=tables["articles"], keys=keys,
        )
    }  # fmt: skip
    voices = {
        row[:2]: row[2:]
        for row in ask(
            "SELECT article, speaker, name, kind, role FROM read_parquet($speakers)"
            " WHERE article IN (SELECT unnest($keys))",
            speakers=tables["speakers"], keys=keys,
        )
    }  # fmt: skip
    people = _people_in(ask, linked, keys)
    by_place = {row[0]: row[1:] for row in quotes}
    found = list[Statement]()
    for place, (_, _, closeness) in zip(places, page, strict=True):
        row = by_place.get(place)
        if row is None or row[0] not in articles:
            continue
        quote = _quote_of(row[1:])
        title, told, published, source, text = articles[row[0]]
        name, kind, role = voices.get((row[0], quote.speaker), (None, None, None))
        person, full = people.get((row[0], quote.speaker), (None, name))
        cue = clean_line(text[slice(*quote.cue)]) if quote.cue else ""
        title, told, source, name, role, full = map(_line, (title, told, source, name, role, full))
        found.append(
            Statement(
                row[0], title, told, published, source or "", quote, cue, name, kind, role,
                person, full, closeness,
            )
        )  # fmt: skip
    return tuple(found)


def _people_in(
    ask: Ask, linked: LinkedPeople, keys: Sequence[str]
) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """The id and name of the persons that the speakers of some articles are."""
    if not linked.is_whole:
        return {}
    rows = ask(
        "SELECT article, speaker, person, name FROM read_parquet($voices)"
        " JOIN (SELECT person, name FROM read_parquet($people)) USING (person)"
        " WHERE article IN (SELECT unnest($keys))",
        voices=linked.file("voices"), people=linked.file("people"), keys=keys,
    )  # fmt: skip
    return {row[:2]: row[2:] for row in rows}


def _quote_of(row: Sequence[Any]) -> Quote:
    """A quote: its columns from `quote` on, with `cue`, `mention` and `speaker` before its
    `confidence`, `reason` and `chain`.
    """
    key, kind, spans, text, cue, mention, speaker, confidence, reason, chain = row
    return Quote(
        key, kind, _spans(spans), clean(text), _span(cue), _span(mention), speaker, confidence,
        reason, _spans(chain),
    )  # fmt: skip


def _spans(spans: Sequence[dict[str, int]] | None) -> tuple[Span, ...]:
    return tuple(Span(span["start"], span["end"]) for span in spans or ())


def _span(span: dict[str, int] | None) -> Span | None:
    return Span(span["start"], span["end"]) if span else None


def person_of(row: Sequence[Any]) -> Person:
    """Somebody who speaks: the columns of `people`, in their order."""
    key, name, aliases, kind, roles, *rest = row
    also, known_as = (tuple(map(clean_line, told or ())) for told in (aliases, roles))
    return Person(key, clean_line(name), also, kind, known_as, *rest)


def _line(told: str | None) -> str | None:
    """What tables hold comes from outside, whoever wrote them."""
    return None if told is None else clean_line(told)
