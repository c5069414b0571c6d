"""A question as SQL: the statements that it wishes for, and what they are counted by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.corpus.corpus_folder import Parts
from tui.corpus.question import (
    DOUBTFUL_BELOW,
    UNKNOWN,
    CountedBy,
    Month,
    Order,
    PersonOrder,
    Question,
)
from tui.corpus.word_patterns import name_pattern, phrase_patterns, phrases

PART_OF_FILE: Final = r"regexp_extract(filename, 'part-(\d+)\.parquet$', 1)::INTEGER"
_SPOKEN_OF: Final = (
    'len(list_filter(q.spans, lambda s: mention.start < s.end AND mention."end" > s.start)) > 0'
)
_TIMES: Final[Mapping[CountedBy, str]] = {"week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
_SOURCE: Final = r"""
    CASE WHEN regexp_matches(source, '(?i)^https?://')
         THEN regexp_replace(regexp_extract(lower(source), '^https?://([^/?#]+)', 1), '^www\.', '')
         WHEN contains(source, '#') THEN regexp_extract(source, '^(.*)#', 1)
         WHEN regexp_matches(source, '[/\\]') THEN regexp_extract(source, '^(.*)[/\\]', 1)
         ELSE source END"""

ORDERS: Final[Mapping[Order, str]] = {
    "newest": "published DESC NULLS LAST, part, row",
    "oldest": "published ASC NULLS LAST, part, row",
    "surest": "confidence DESC, part, row",
    "input": "part, row",
    "closest": "closeness DESC NULLS LAST, part, row",
}
PERSON_ORDERS: Final[Mapping[PersonOrder, str]] = {
    "quotes": "quotes DESC, name, person",
    "articles": "articles DESC, name, person",
    "words": "words DESC, name, person",
    "latest": "last DESC NULLS LAST, name, person",
    "name": "lower(strip_accents(name)), name, person",
}
PERSON: Final = "person, name, aliases, kind, roles, articles, quotes, words, first, last"
HAS_NAME: Final = (
    "regexp_matches(array_to_string(list_prepend(name, coalesce(aliases, [])), chr(10)), $pattern)"
)
NAMED_SO: Final = r"""
    CASE WHEN regexp_matches(name, $whole) THEN 2
         WHEN kind = 'person' AND regexp_matches(name, $unparted) AND NOT regexp_matches(name,
              '(?i)^(?:an?|one|some|the|his|her|its|their|our|my)\s|\b(?:and|of|for|by|from)\b|&|[''’]s\b')
         THEN 1 ELSE 0 END"""
"""2 for who has just these words for a name, 1 for a single person who has them in the name, 0 for
a pair, a body, and whoever is only told of by them.
"""
LIKENESS: Final = r"""
    list_avg(list_transform($words, lambda word: list_max(list_transform(
        string_split_regex(lower(strip_accents(array_to_string(
            list_prepend(name, coalesce(aliases, [])), ' '))), '[^\pL\pN''’]+'),
        lambda part: jaro_winkler_similarity(word, part)))))"""
"""How like each of $words is, on average, to what comes closest in a person's names, in [0, 1]."""
LEAST_LIKENESS: Final = 0.9


@dataclass(frozen=True, slots=True)
class Hits:
    """A table of the places of what a question wishes for, and the counts over it.

    Its columns are `part` (a part's number), `row` (in the part's file of quotes, from 0),
    `published`, `confidence`, `doubtful` and `closeness`.
    """

    table: str
    total: int
    months: tuple[Month, ...]
    undated: int
    left_out: int
    hidden: int
    compared: int | None = None


def voices_of(voices: str) -> str:
    """The speakers of articles that are the person $person."""
    return f"SELECT article, speaker FROM ({voices}) WHERE person = $person"


def selection(
    question: Question, parts: Parts, table: str, voices: str
) -> tuple[str, Mapping[str, object]]:
    """The SQL that makes a table of what a question wishes for, and its values.

    `voices` gives the speakers who are asked for, if a person is. What has no date stays in it,
    and so does what is doubtful.
    """
    wanted, values = list[str](), dict[str, object]()
    values["quotes"] = parts.files("quotes")
    values["articles"] = parts.files("articles")
    for number, phrase in enumerate(phrases(question.words, unfinished=question.unfinished)):
        values[f"part_{number}"], values[f"whole_{number}"] = phrase_patterns(phrase)
        wanted.append(f"regexp_matches(q.text, $part_{number})")
        wanted.append(f"regexp_matches(q.text, $whole_{number})")
    if question.words and not values.keys() - {"quotes", "articles"}:
        wanted.append("false")  # signs alone are in no statement's words
    if question.kinds:
        wanted.append("q.kind IN (SELECT unnest($kinds))")
        values["kinds"] = list(question.kinds)
    if question.article:
        wanted.append("q.article = $article")
        values["article"] = question.article
    if question.person:
        wanted.append(f"(q.article, q.speaker) IN ({voices})")
    if question.speaker == UNKNOWN:
        wanted.append("q.speaker IS NULL")
    elif question.speaker:
        values["speakers"] = parts.files("speakers")
        values["speaker"] = name_pattern(question.speaker)
        wanted.append(
            "(q.article, q.speaker) IN (SELECT (article, speaker) FROM read_parquet($speakers)"
            " WHERE regexp_matches(array_to_string(list_prepend(name, aliases), chr(10)),"
            " $speaker))"
        )
    if question.entity:
        values["entities"] = parts.files("entities")
        values["entity"] = name_pattern(question.entity)
        wanted.append(
            "q.article IN (SELECT article FROM read_parquet($entities)"
            " WHERE regexp_matches(name, $entity))"
        )
        wanted.append(
            "EXISTS (SELECT 1 FROM (SELECT article, unnest(mentions) AS mention"
            " FROM read_parquet($entities) WHERE regexp_matches(name, $entity)) e"
            f" WHERE e.article = q.article AND {_SPOKEN_OF})"
        )
    told = _about_articles(question, values)
    sql = (
        f"CREATE TABLE {table} AS SELECT {PART_OF_FILE} AS part, file_row_number AS row,"
        " a.published, confidence::FLOAT AS confidence, NULL::FLOAT AS closeness,"
        f" q.kind = 'indirect' AND q.confidence < {DOUBTFUL_BELOW} AS doubtful"
        " FROM read_parquet($quotes, filename = true, file_row_number = true) q"
        f" JOIN (SELECT article, published FROM read_parquet($articles){_where(told)}) a"
        f" ON a.article = q.article{_where(wanted)}"
    )
    return sql, values


def _about_articles(question: Question, values: dict[str, object]) -> list[str]:
    told = list[str]()
    if question.since:
        told.append("(published IS NULL OR published >= $since)")
        values["since"] = question.since
    if question.until:
        told.append("(published IS NULL OR published <= $until)")
        values["until"] = question.until
    if question.source:
        told.append("contains(lower(source), lower($source))")
        values["source"] = question.source
    return told


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def counting(by: CountedBy, table: str, *, voices: str, people: str) -> tuple[str, set[str]]:
    """The SQL that counts what a table holds, and the names of the files that it reads.

    It gives rows of key, label, statements, articles, and takes $limit.
    """
    quotes = (
        f"SELECT q.* FROM (SELECT *, {PART_OF_FILE} AS part, file_row_number AS row FROM"
        " read_parquet($quotes, filename = true, file_row_number = true)) q"
        f" SEMI JOIN {table} h ON q.part = h.part AND q.row = h.row"
    )
    total = "count(*) AS statements, count(DISTINCT article) AS articles"
    most = "ORDER BY statements DESC, 2, 1 LIMIT $limit"
    if by in _TIMES:
        form = _TIMES[by]
        return (
            f"SELECT coalesce(date_trunc('{by}', published)::DATE::VARCHAR, '') AS key,"
            f" coalesce(strftime(any_value(published), '{form}'), '') AS label, {total}"
            f" FROM ({quotes}) JOIN (SELECT article, published FROM read_parquet($articles))"
            " USING (article) GROUP BY key ORDER BY key = '', key LIMIT $limit",
            {"quotes", "articles"},
        )
    if by == "kind":
        return f"SELECT kind, kind, {total} FROM ({quotes}) GROUP BY kind {most}", {"quotes"}
    if by == "source":
        return (
            f"SELECT key, key AS label, {total} FROM ({quotes})"
            f" JOIN (SELECT article, {_SOURCE} AS key FROM read_parquet($articles)) USING (article)"
            f" GROUP BY key {most}",
            {"quotes", "articles"},
        )
    if by == "entity":
        return (
            "SELECT lower(strip_accents(name)) || ' (' || type || ')' AS key, mode(name) AS label,"
            " count(DISTINCT (article, quote)) AS statements, count(DISTINCT article) AS articles"
            " FROM (SELECT q.article, q.quote, e.name, e.type"
            f" FROM (SELECT article, quote, spans FROM ({quotes})) q"
            " JOIN (SELECT article, name, type, unnest(mentions) AS mention"
            " FROM read_parquet($entities)) e ON e.article = q.article"
            f" WHERE {_SPOKEN_OF}) GROUP BY key {most}",
            {"quotes", "entities"},
        )
    linked = {"voices", "people"} if "$voices" in voices else {"speakers", "articles"}
    return (
        "SELECT coalesce(person, '') AS key, coalesce(any_value(p.name), '') AS label,"
        f" {total} FROM ({quotes}) q LEFT JOIN ({voices}) v USING (article, speaker)"
        f" LEFT JOIN (SELECT person, name FROM ({people})) p USING (person)"
        f" GROUP BY key {most}",
        {"quotes", *linked},
    )


def timelines(voices: str) -> tuple[str, set[str]]:
    """The SQL that counts by month what $persons say, and the names of the files that it reads.

    It gives rows of person, month, statements, in order.
    """
    return (
        "SELECT person, date_trunc('month', published)::DATE AS first,"
        " sum(len(quotes))::INTEGER AS statements"
        f" FROM (SELECT * FROM ({voices}) WHERE person IN (SELECT unnest($persons))) v"
        " JOIN (SELECT article, speaker, quotes FROM read_parquet($speakers)) s"
        " ON s.article = v.article AND s.speaker = v.speaker"
        " JOIN (SELECT article, published FROM read_parquet($articles)) a ON a.article = v.article"
        " WHERE published IS NOT NULL GROUP BY person, first ORDER BY person, first",
        {"speakers", "articles"} | ({"voices"} if "$voices" in voices else set()),
    )
