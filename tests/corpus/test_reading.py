"""What a process makes of a part: tables that match the JSON of single articles exactly."""

import json
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.conftest import SAMPLES
from tests.corpus.stories import rows, story
from tui.analysis import analyse, to_json
from tui.article.loading import load
from tui.corpus import reading
from tui.corpus.engine_name import engine_name
from tui.corpus.parts import Duplicate, Item, Part, joined, write
from tui.corpus.reading import OtherEngineError, read_part
from tui.corpus.records import Head, Problem, Record
from tui.corpus.rows import document_of
from tui.corpus.schema import COLUMNS, arrow_schema

NAMES = ("ministers_meeting.txt", "interview.txt", "broadsheet.txt")


def of_file(path: Path) -> Record:
    return Record(str(path), str(path), path.read_bytes(), name=path.name)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of some articles and of what is none, in two parts."""
    folder = tmp_path_factory.mktemp("corpus")
    items: list[Item] = [of_file(SAMPLES / name) for name in NAMES]
    told = Record("7", "7", story(7).encode(), "text", head=Head("A dam", date="3 May 2021"))
    empty = Record("empty.txt", "8", b"  \n")
    other: list[Item] = [
        Problem("a.pdf", "it is locked", "a.pdf"),
        empty,
        Duplicate("copy.txt", of_file(SAMPLES / NAMES[0]).key),
        told,
    ]
    for number, part in enumerate((items, other)):
        write(folder, number, read_part(Part(number, part), engine_name()).tables)
    return folder


def test_the_rows_hold_the_documents_of_single_articles(corpus: Path) -> None:
    told = rows(corpus, "articles")
    assert [row["source"] for row in told] == [*(str(SAMPLES / name) for name in NAMES), "7"]
    for row in told[:-1]:
        found = (
            [r for r in rows(corpus, table) if r["article"] == row["article"]]
            for table in ("quotes", "speakers", "entities")
        )
        single = json.loads(json.dumps(to_json(analyse(load(row["source"])))))
        assert document_of(row, *found) == single
    assert str(told[-1]["published"]) == "2021-05-03"


def test_what_is_wrong_with_an_article_is_a_row(corpus: Path) -> None:
    (empty,) = (row["article"] for row in rows(corpus, "errors")[1:])
    assert rows(corpus, "errors") == [
        {"source": "a.pdf", "article": None, "error": "it is locked"},
        {"source": "empty.txt", "article": empty, "error": "there is no text in it"},
    ]
    first = rows(corpus, "articles")[0]["article"]
    assert rows(corpus, "duplicates") == [{"source": "copy.txt", "article": first}]


def test_pandas_polars_and_duckdb_read_the_same(corpus: Path) -> None:
    told = rows(corpus, "quotes")
    files = str(corpus / "quotes" / "*.parquet")
    frame = pd.concat(map(pd.read_parquet, sorted((corpus / "quotes").iterdir())))
    assert frame["text"].tolist() == [row["text"] for row in told]
    assert [list(spans) for spans in frame["spans"]] == [row["spans"] for row in told]
    assert pl.read_parquet(files).to_dicts() == told
    with duckdb.connect() as database:
        found = database.execute(
            f"SELECT name, spans[1].start, cue.end FROM '{files}'"
            " ORDER BY filename, file_row_number"
        ).fetchall()
    assert found == [
        (row["name"], row["spans"][0]["start"], (row["cue"] or {}).get("end")) for row in told
    ]


def test_every_file_says_its_version_and_engine(corpus: Path) -> None:
    for table, columns in COLUMNS.items():
        for path in (corpus / table).iterdir():
            told = pq.read_schema(path)
            assert json.loads(told.metadata[b"pullquote"]) == {
                "schema": 1, "engine": engine_name(),
            }  # fmt: skip
            assert told.names == [*columns]
            assert told.equals(arrow_schema(table, engine_name()), check_metadata=False)
            assert path.stat().st_mode & 0o077 == 0


def test_an_engine_that_fails_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: object) -> None:
        raise RuntimeError("no \x1b[31msuch\x1b[0m thing")

    monkeypatch.setattr(reading, "_analysed", fail)
    part = Part(0, [Record("a.txt", "a.txt", story(1).encode())])
    found = read_part(part, engine_name())
    assert (found.articles, found.errors, found.words) == (0, 1, 0)
    (row,) = pq.read_table(pa.BufferReader(found.tables["errors"])).to_pylist()
    assert row["error"] == "the engine failed (RuntimeError: no such thing)"


def test_a_part_that_is_read_piece_by_piece_is_the_same() -> None:
    items: list[Item] = [
        Record("a.txt", "a.txt", story(1).encode()),
        Problem("a.pdf", "it is locked", "a.pdf"),
        Record("b.txt", "b.txt", story(2).encode()),
    ]
    whole = read_part(Part(0, items), engine_name())
    pieces = joined([read_part(Part(0, [item]), engine_name()) for item in items], engine_name())
    assert pieces == whole
    assert pieces.errors == 1


def test_another_engine_is_refused() -> None:
    with pytest.raises(OtherEngineError, match=r"0\.1\.0"):
        read_part(Part(0, []), "0.0.1+other")
