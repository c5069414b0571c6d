"""People and voices -> rows of the tables; rows of speakers and entities -> voices."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from tui.corpus.people_model import Membership, Voice
from tui.corpus.question import Person

# A row as pyarrow's `to_pylist` makes it.
Row = Mapping[str, Any]


def person_row(person: Person) -> Row:
    """A row of the table `people`."""
    return {
        "person": person.id,
        "name": person.name,
        "aliases": [*person.aliases],
        "kind": person.kind,
        "roles": [*person.roles],
        "articles": person.articles,
        "quotes": person.quotes,
        "words": person.words,
        "first": person.first,
        "last": person.last,
    }


def membership_row(membership: Membership) -> Row:
    """A row of the table `voices`."""
    return {
        "article": membership.article,
        "speaker": membership.speaker,
        "person": membership.person,
        "score": membership.score,
    }


def voices_from(
    speakers: Iterable[Row], entities: Iterable[Row], published: Mapping[str, date | None]
) -> Iterator[Voice]:
    """The voices of some articles from the rows of `speakers` and `entities`.

    `published` has the date of each article by its key. Both tables have an article's rows side by
    side; those of `entities` have the most salient first.
    """
    by_article = itemgetter("article")
    named = {
        article: tuple(row["name"] for row in rows)
        for article, rows in groupby(entities, key=by_article)
    }
    for row in speakers:
        yield Voice(
            article=row["article"],
            speaker=row["speaker"],
            name=row["name"],
            aliases=tuple(row["aliases"]),
            kind=row["kind"],
            role=row["role"],
            entities=named.get(row["article"], ()),
            published=published.get(row["article"]),
            quotes=len(row["quotes"]),
            words=row["words"],
        )
