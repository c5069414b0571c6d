"""Questions to a corpus: DuckDB over its Parquet files."""

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tui.article.cleaning import clean_line
from tui.article.formats import missing
from tui.article.loading import article_from_text
from tui.article.model import Article
from tui.corpus.cancelling import Cancellation, Cancelled
from tui.corpus.corpus_folder import (
    INDEX,
    CorpusError,
    Parts,
    engine_of,
    whole_parts,
)
from tui.corpus.found_places import cut
from tui.corpus.linked_people import LinkedPeople
from tui.corpus.question import (
    UNKNOWN,
    Answer,
    Contents,
    Count,
    CountedBy,
    Month,
    People,
    Person,
    PersonOrder,
    Question,
)
from tui.corpus.selection import (
    HAS_NAME,
    LEAST_LIKENESS,
    LIKENESS,
    NAMED_SO,
    ORDERS,
    PERSON,
    PERSON_ORDERS,
    Hits,
    counting,
    selection,
    timelines,
    voices_of,
)
from tui.corpus.told_rows import Ask, person_of, statements_at
from tui.corpus.word_patterns import name_pattern, name_words, same_name_pattern

if TYPE_CHECKING:
    from tui.corpus.meaning import Meaning

Told = Callable[[int, int], None]

_MEMORY: Final = "1GB"
_CTRL_C: Final = "Query interrupted"
"""What DuckDB makes of ctrl+c while it reads."""
_KEPT: Final = 8
"""So many questions are kept with the places of what answers them: another page is then quick."""


class Corpus:
    """A corpus that can be asked, from any thread, also while articles are added to it.

    Every question sees the parts that are there whole when it is asked. Methods raise CorpusError
    where the tables cannot be read, and Cancelled where the question is taken back by its
    `cancellation` meanwhile. Nothing is written but, for what does not fit in memory, into the
    corpus's folder `index`; a gigabyte is the most that is taken.
    """

    def __init__(self, folder: Path) -> None:
        """Open it. Raises CorpusError: also where what reads the tables is not installed."""
        try:
            import duckdb
        except ModuleNotFoundError:
            raise CorpusError(missing("corpus", "questions to a corpus")) from None
        self.folder = folder
        self.engine = engine_of(folder)
        self._linked = LinkedPeople(folder)
        spilled = str(folder / INDEX / "spilled") if os.access(folder, os.W_OK) else ""
        self._database = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": _MEMORY,
                "temp_directory": spilled,
                "preserve_insertion_order": "false",
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            },
        )
        self._error = duckdb.Error
        self._interrupted = duckdb.InterruptException
        self._hits: dict[tuple[Question, Parts], Hits] = {}
        self._numbers = count()
        self._index: Meaning | None = None
        self._indexing = threading.Lock()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of all that it holds."""
        self._database.close()

    def __enter__(self) -> "Corpus":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def contents(self, cancellation: Cancellation | None = None) -> Contents:
        """How much the corpus holds now."""
        with self._asking(cancellation) as ask:
            parts = whole_parts(self.folder)
            articles, dated, first, last = ask(
                "SELECT count(*), count(published), min(published), max(published)"
                " FROM read_parquet($articles)",
                articles=parts.files("articles"),
            )[0]
            quotes = ask("SELECT count(*) FROM read_parquet($quotes)", quotes=parts.files("quotes"))
            source, values = self._linked.people(parts)
            people = ask(f"SELECT count(*) FROM ({source})", **values)
        return Contents(articles, quotes[0][0], people[0][0], dated, self.engine, first, last)

    def ask(
        self,
        question: Question,
        cancellation: Cancellation | None = None,
        told: Told | None = None,
    ) -> Answer:
        """The statements that a question wishes for, one page of them, and the counts of all.

        Of those that mean the like, the three hundred closest are all, unless fewer are near. The
        first time that a meaning is asked for, and when articles were added, the index is made,
        which takes a while: `told` is told how many statements are in it, and of how many.
        """
        with self._asking(cancellation) as ask:
            parts = whole_parts(self.folder)
            hits = self._found(ask, question, parts, _told(told, cancellation))
            order = ORDERS[question.order]
            page = ask(
                f"SELECT part, row, closeness FROM {hits.table} ORDER BY {order}"
                " LIMIT $limit OFFSET $offset",
                limit=question.limit,
                offset=question.offset,
            )
            return Answer(
                statements_at(ask, self._linked, parts, page),
                hits.total,
                hits.months,
                hits.undated,
                hits.left_out,
                hits.hidden,
                hits.compared,
            )

    def counts(
        self,
        question: Question,
        by: CountedBy,
        limit: int = 50,
        cancellation: Cancellation | None = None,
    ) -> Sequence[Count]:
        """How many of the statements that a question wishes for there are of each speaker, thing
        spoken of, month, year, source or kind: the most first, but months and years in order.

        A statement speaks of a thing if it stands in its words. A source is the host of an address,
        the file that holds several articles, or else the folder.
        """
        with self._asking(cancellation) as ask:
            parts = whole_parts(self.folder)
            hits = self._found(ask, question, parts, _told(None, cancellation))
            tables = {name: parts.files(name) for name in ("quotes", "articles", "entities")}
            people, values = self._linked.people(parts)
            voices, more = self._linked.voices(parts)
            sql, named = counting(by, hits.table, voices=voices, people=people)
            given = {**tables, **values, **more}
            rows = ask(sql, **{name: given[name] for name in named}, limit=limit)
        return tuple(
            Count(str(key), clean_line(label) or UNKNOWN, said, told)
            for key, label, said, told in rows
        )

    def people(
        self,
        named: str = "",
        order: PersonOrder = "quotes",
        limit: int = 50,
        offset: int = 0,
        cancellation: Cancellation | None = None,
    ) -> People:
        """Those who speak; with `named` those of whose names or aliases one has these words, in
        that order, the last of which may be unfinished. Case and accents are ignored.
        """
        with self._asking(cancellation) as ask:
            source, values = self._linked.people(whole_parts(self.folder))
            if pattern := name_pattern(named, unfinished=True):
                source = f"SELECT * FROM ({source}) WHERE {HAS_NAME}"
                values["pattern"] = pattern
            total = ask(f"SELECT count(*) FROM ({source})", **values)[0][0]
            rows = ask(
                f"SELECT {PERSON} FROM ({source}) ORDER BY {PERSON_ORDERS[order]}"
                " LIMIT $limit OFFSET $offset",
                **values, limit=limit, offset=offset,
            )  # fmt: skip
        return People(tuple(map(person_of, rows)), total)

    def timelines(
        self, persons: Sequence[str], cancellation: Cancellation | None = None
    ) -> Mapping[str, Sequence[Month]]:
        """How much some people, by their ids, say in each month, in order; nothing is left out."""
        with self._asking(cancellation) as ask:
            parts = whole_parts(self.folder)
            voices, values = self._linked.voices(parts)
            sql, named = timelines(voices)
            given = {**{name: parts.files(name) for name in ("speakers", "articles")}, **values}
            rows = ask(sql, **{name: given[name] for name in named}, persons=list(persons))
        found: dict[str, list[Month]] = {person: [] for person in persons}
        for person, first, statements in rows:
            found[person].append(Month(first, statements))
        return found

    def person(self, key: str, cancellation: Cancellation | None = None) -> Person | None:
        """Somebody by their id."""
        with self._asking(cancellation) as ask:
            source, values = self._linked.people(whole_parts(self.folder))
            rows = ask(f"SELECT {PERSON} FROM ({source}) WHERE person = $key", **values, key=key)
        return person_of(rows[0]) if rows else None

    def called(
        self, name: str, most: int = 12, cancellation: Cancellation | None = None
    ) -> tuple[Person, ...]:
        """Who may be meant by a name: only one, where just one has it in full or has that id, or
        else is the only person who has these words in the name; pairs and bodies come last, and
        then who says most first.
        """
        if known := self.person(name, cancellation):
            return (known,)
        pattern = name_pattern(name)
        if not pattern:
            return ()
        found = self._marked(
            NAMED_SO, HAS_NAME, cancellation,
            pattern=pattern, unparted=name_pattern(name, parted=False),
            whole=same_name_pattern(name), limit=max(most, 2),
        )  # fmt: skip
        in_full, or_person = ([one for one, mark in found if mark >= least] for least in (2, 1))
        for only in (in_full, or_person):
            if len(only) == 1:
                return tuple(only)
        return tuple(person for person, _ in found[:most])

    def named_like(
        self, name: str, most: int = 5, cancellation: Cancellation | None = None
    ) -> tuple[Person, ...]:
        """Who has a name that is written much like this one, the most like it first."""
        words = name_words(name)
        if not words:
            return ()
        near = f"mark >= {LEAST_LIKENESS}"
        found = self._marked(LIKENESS, near, cancellation, words=words, limit=most)
        return tuple(person for person, _ in found)

    def spoken_of_like(
        self, name: str, most: int = 5, cancellation: Cancellation | None = None
    ) -> tuple[str, ...]:
        """What is spoken of under names that are written much like this one, the most like it
        first; none where something has just these words in its name.
        """
        pattern, words = name_pattern(name), name_words(name)
        if not pattern:
            return ()
        with self._asking(cancellation) as ask:
            files = whole_parts(self.folder).files("entities")
            rows = ask(
                f"SELECT name, {LIKENESS} AS mark, regexp_matches(name, $pattern) AS same FROM"
                " (SELECT DISTINCT name, NULL::VARCHAR[] AS aliases FROM read_parquet($entities))"
                f" WHERE mark >= {LEAST_LIKENESS} ORDER BY same DESC, mark DESC, name LIMIT $limit",
                entities=files, words=words, pattern=pattern, limit=most,
            )  # fmt: skip
        return () if any(same for *_, same in rows) else tuple(clean_line(row[0]) for row in rows)

    def _marked(
        self, mark: str, where: str, cancellation: Cancellation | None, **values: object
    ) -> list[tuple[Person, Any]]:
        """At most $limit people to whom a condition applies, each with a `mark`: the highest first,
        and of those who have the same, who says most.
        """
        with self._asking(cancellation) as ask:
            source, known = self._linked.people(whole_parts(self.folder))
            rows = ask(
                f"SELECT {PERSON}, {mark} AS mark FROM ({source}) WHERE {where}"
                f" ORDER BY mark DESC, {PERSON_ORDERS['quotes']} LIMIT $limit",
                **known, **values,
            )  # fmt: skip
        return [(person_of(row[:-1]), row[-1]) for row in rows]

    def article(self, key: str, cancellation: Cancellation | None = None) -> Article | None:
        """An article by its key, as it stands in the corpus."""
        with self._asking(cancellation) as ask:
            rows = ask(
                "SELECT text, source FROM read_parquet($articles) WHERE article = $key LIMIT 1",
                articles=whole_parts(self.folder).files("articles"), key=key,
            )  # fmt: skip
        return article_from_text(*rows[0]) if rows else None

    def _found(self, ask: Ask, question: Question, parts: Parts, told: Told) -> Hits:
        """Where the statements stand that a question wishes for, as a table."""
        key = (replace(question, limit=0, offset=0, order="newest"), parts)
        with self._lock:
            if hits := self._hits.pop(key, None):
                self._hits[key] = hits  # what was asked for latest is kept longest
                return hits
        table = f"hits_{next(self._numbers)}"
        voices, values = self._linked.voices(parts)
        if question.person:
            voices, values = voices_of(voices), {**values, "person": question.person}
        sql, more = selection(question, parts, table, voices)
        ask(sql, **more, **(values if question.person else {}))
        try:
            index = partial(self._up_to_date, parts, told) if question.meaning else None
            hits = cut(ask, table, parts, question, index)
        except BaseException:
            self._drop(table)
            raise
        with self._lock:
            self._hits[key] = hits
            for old in list(self._hits)[:-_KEPT]:
                self._drop(self._hits.pop(old).table)
        return hits

    def _up_to_date(self, parts: Parts, told: Told) -> "Meaning":
        """The index by meaning, with all that there is."""
        from tui.corpus.meaning import Meaning

        with self._indexing:
            index = self._index = self._index or Meaning(self.folder)
            index.update(parts, told)
        return index

    def _drop(self, table: str) -> None:
        with self._database.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {table}")

    @contextmanager
    def _asking(self, cancellation: Cancellation | None) -> Iterator[Ask]:
        """Lend a connection to ask with. Raises CorpusError and Cancelled in place of DuckDB's."""
        from glob import escape

        cancellation = cancellation or Cancellation()
        cancellation.check()
        cursor = self._database.cursor()

        def ask(sql: str, **values: object) -> list[tuple[Any, ...]]:
            given = {
                # what is named so is a list of files
                name: [escape(str(file)) for file in value] if name in _FILES else value  # type: ignore[attr-defined]
                for name, value in values.items()
            }
            with cancellation.over(cursor):
                rows: list[tuple[Any, ...]] = cursor.execute(sql, given or None).fetchall()
            cancellation.check()
            return rows

        try:
            yield ask
        except self._interrupted:
            raise Cancelled from None
        except RuntimeError as error:
            if str(error) != _CTRL_C:
                raise
            if cancellation.is_cancelled:  # which it calls by the same name, now and then
                raise Cancelled from None
            raise KeyboardInterrupt from None
        except self._error as error:
            first = str(error).partition("\n")[0]
            raise CorpusError(f"the tables of {self.folder} cannot be read: {first}") from error
        finally:
            cursor.close()


_FILES: Final = frozenset(("articles", "quotes", "speakers", "entities", "people", "voices"))
"""Names of values that are files: a sign in their names that DuckDB reads as a pattern is none."""


def _told(told: Told | None, cancellation: Cancellation | None) -> Told:
    """Tells how far the index is, and stops it where the question is taken back."""

    def both(done: int, total: int) -> None:
        if cancellation is not None:
            cancellation.check()
        if told is not None:
            told(done, total)

    return both
