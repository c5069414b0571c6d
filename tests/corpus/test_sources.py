"""What sources of every kind give: each article once, in order, and what is wrong as a sentence."""

import csv
import gzip
import hashlib
import io
import json
import mailbox
import os
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.conftest import ROOT
from tests.corpus.stories import story, written
from tui.corpus.reading import article_of
from tui.corpus.records import Problem, Record
from tui.corpus.sources import records

FILES = ROOT / "tests" / "article" / "files"
ROWS: list[dict[str, Any]] = [
    {"headline": "Ferry late", "BODY": story(1), "author": "Bo Rask", "published": "2021-05-03"},
    {"text": story(2), "url": "https://paper.example/2", "title": None},
    {"content": "<p>“We go,” said Ada Falk.</p><p>It rained.</p>", "id": 7},
]


def met(*sources: str | Path) -> list[Record | Problem]:
    return [*records([str(source) for source in sources])]


def only(found: list[Record | Problem]) -> list[Record]:
    assert [item for item in found if isinstance(item, Problem)] == []
    return [item for item in found if isinstance(item, Record)]


def errors(found: list[Record | Problem]) -> list[str]:
    return [item.error for item in found if isinstance(item, Problem)]


def test_a_folder_is_read_with_all_that_is_in_it(tmp_path: Path) -> None:
    written(tmp_path / "news", [2, 1])
    written(tmp_path / "news" / "2020", [3])
    written(tmp_path / "news" / ".git", [4])
    (tmp_path / "news" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "news" / "0001.quotes.txt").write_text("exported", encoding="utf-8")
    corpus = written(tmp_path / "news" / "tables", [5])
    (corpus / "corpus.json").write_text("{}", encoding="utf-8")
    found = only(met(tmp_path / "news"))
    assert [Path(item.source).name for item in found] == ["0001.txt", "0002.txt", "0003.txt"]
    assert [article_of(item).text + "\n" for item in found] == [story(n) for n in (1, 2, 3)]


def test_what_tells_of_a_folder_is_read_only_where_it_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path / "news", [1])
    for name in ("README.md", "LICENSE.txt", "Changelog.md"):
        (folder / name).write_text(story(2), encoding="utf-8")
    assert [Path(item.source).name for item in only(met(folder))] == ["0001.txt"]
    assert len(only(met(folder / "README.md"))) == 1
    assert len(only(met(folder / "*.md"))) == 2


def test_patterns_files_and_parts(tmp_path: Path) -> None:
    written(tmp_path, [1, 2])
    assert len(only(met(tmp_path / "*.txt"))) == 2
    assert len(only(met(tmp_path / "0001.txt", FILES / "ferry_book.epub"))) > 2
    part = only(met(f"{FILES / 'ministers_meeting.mbox'}#1"))
    assert len(part) == 1


def test_what_holds_several_articles_gives_each(tmp_path: Path) -> None:
    box = mailbox.mbox(str(tmp_path / "letters.mbox"))
    for number in (1, 2):
        message = EmailMessage()
        message["From"], message["Subject"] = "Bo Rask <bo@paper.example>", f"Letter {number}"
        message["Date"], message["Message-ID"] = "Mon, 3 May 2021 10:00:00 +0000", f"<{number}@x>"
        message.set_content(story(number))
        box.add(message)
    box.close()
    found = only(met(tmp_path / "letters.mbox"))
    articles = [article_of(item) for item in found]
    assert [article.title for article in articles] == ["Letter 1", "Letter 2"]
    assert all(item.source.startswith(str(tmp_path / "letters.mbox#")) for item in found)
    assert len({item.key for item in found}) == 2


@pytest.mark.parametrize(
    "name",
    [path.name for path in sorted(FILES.iterdir()) if path.stem == "ministers_meeting"],
)
def test_all_that_the_reader_opens_is_read(name: str) -> None:
    found = [item for item in met(FILES / name) if isinstance(item, Record)]
    assert any("Kivimaa" in article_of(item).text for item in found)


def test_the_key_of_a_file_is_its_digest(tmp_path: Path) -> None:
    written(tmp_path, [1])
    (found,) = only(met(tmp_path))
    assert found.key == hashlib.sha256((tmp_path / "0001.txt").read_bytes()).hexdigest()[:32]


def json_lines(path: Path) -> None:
    text = "\n".join(json.dumps(row) for row in ROWS) + "\n\n"
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())


def separated(path: Path) -> None:
    names = ["headline", "text", "author", "published", "url", "content", "id", "BODY"]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter="\t" if path.suffix == ".tsv" else ";")
        writer.writeheader()
        writer.writerows({k: v for k, v in row.items() if k in names} for row in ROWS)


def parquet(path: Path) -> None:
    told = [{**row, "id": str(row.get("id", "")) or None} for row in ROWS]
    names = sorted({name for row in told for name in row})
    columns: dict[str, list[Any]] = {name: [row.get(name) for row in told] for name in names}
    columns["published"] = [date(2021, 5, 3), None, None]
    pq.write_table(pa.table(columns), path, row_group_size=2)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.jsonl", json_lines), ("a.ndjson.gz", json_lines), ("a.csv", separated),
        ("a.tsv", separated), ("a.parquet", parquet),
    ],
)  # fmt: skip
def test_an_article_a_row(tmp_path: Path, name: str, write: object) -> None:
    assert callable(write)
    write(tmp_path / name)
    found = only(met(tmp_path))
    first, second, third = map(article_of, found)
    assert (first.title, first.byline, first.date) == ("Ferry late", "Bo Rask", "2021-05-03")
    assert first.text.startswith("Ferry late\n\nBy Bo Rask\n\n")
    assert first.source == f"{tmp_path / name}#1"
    assert (second.source, second.text) == ("https://paper.example/2", story(2).strip())
    assert (third.source, third.text) == ("7", "“We go,” said Ada Falk.\n\nIt rained.")
    assert sum(item.size for item in found) in (0, *range(50, (tmp_path / name).stat().st_size + 1))


def test_rows_that_are_no_articles_are_told_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        '{"text": "It rains."}', "{half", "[1]", '{"text": ""}', '{"txt": "a", "n": 2}',
        '{"txt": "b"}', '{"text": 5}',
    ]  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    found = met(path)
    assert [item.source for item in found if isinstance(item, Record)] == [f"{path}#1", f"{path}#7"]
    assert errors(found) == [
        "the line is no JSON",
        "the line is no JSON object",
        "there is no text in it",
        "no column text, body, content or article; there are: txt, n",
        "1 more rows have no text either",
    ]


@pytest.mark.parametrize("depth", [100, 400, 3000])
def test_a_row_that_is_nested_deeply_is_told_and_the_others_read(
    tmp_path: Path, depth: int
) -> None:
    path = tmp_path / "a.jsonl"
    deep = f'{{"text": {"[" * depth}"x"{"]" * depth}}}'
    path.write_text(f'{{"text": "It rains."}}\n{deep}\n{{"text": "It rained."}}\n')
    found = met(path)
    assert [item.source for item in found if isinstance(item, Record)] == [f"{path}#1", f"{path}#3"]
    assert errors(found) == ["the line is no JSON" if depth == 3000 else "there is no text in it"]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_table_without_texts_says_what_it_has(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix == ".csv":
        path.write_text("name,\x1b[31mage\nAda,40\n", encoding="utf-8")
    else:
        pq.write_table(pa.table({"name": ["Ada"], "\x1b[31mage": [40]}), path)
    assert errors(met(path)) == ["no column text, body, content or article; there are: name, age"]


def test_old_letters_and_long_fields_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    long = "word " * 60_000
    path.write_bytes(f'title,text\nCaf\xe9,"{long}"\n'.encode("cp1252"))
    (found,) = only(met(path))
    assert article_of(found).title == "Café"
    assert len(found.data) > 250_000


def test_pages_of_a_web_archive(tmp_path: Path) -> None:
    page = "<html><body><article><h1>Ferry late</h1>" + "".join(
        f"<p>{line}</p>" for line in story(1).split("\n\n")[1:]
    )
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for uri, status, kind in (
            ("https://paper.example/1", "200 OK", "text/html; charset=windows-1252"),
            ("https://paper.example/2", "404 Not Found", "text/html"),
            ("https://paper.example/3", "200 OK", "image/png"),
        ):
            head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            body = io.BytesIO(page.encode("cp1252"))
            writer.write_record(
                writer.create_warc_record(uri, "response", payload=body, http_headers=head)
            )
    (found,) = only(met(path))
    article = article_of(found)
    assert (found.source, article.title) == ("https://paper.example/1", "Ferry late")
    assert story(1).split("\n\n")[1] in article.text
    path.write_bytes(path.read_bytes()[:300])
    assert [error.partition(" (")[0] for error in errors(met(path))] in ([], ["it is damaged"])


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.parquet", "a.csv.gz", "a.warc.gz", "a.warc"])
def test_what_is_damaged_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b\x08\x00 this is not what its name says\n" * 5)
    found = met(tmp_path / name)
    assert errors(found)
    assert "\n" not in "".join(errors(found))


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "corpus.json").write_text("{}", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")
    os.mkfifo(tmp_path / "pipe.txt")
    found = met(
        "https://paper.example/story", f"{tmp_path}/{'x' * 300}.txt",
        tmp_path / "none.txt", tmp_path / "*.pdf",
        tmp_path / "empty", corpus, tmp_path / "a.png", tmp_path / "pipe.txt",
    )  # fmt: skip
    assert errors(found) == [
        "a run over many articles fetches no addresses: save the page and name its file",
        "file name too long",
        "no such file or directory",
        "no file has such a name",
        "there are no articles in it (.txt, .html, .pdf and so on)",
        "it is a corpus: name its folder articles to read it again",
        "it is a picture",
        "not a regular file",
    ]


def test_names_with_odd_bytes(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9 \x1b[31m.txt")
    Path(path).write_text(story(1), encoding="utf-8")
    (found,) = only(met(tmp_path))
    assert found.source == f"{tmp_path}/caf .txt"
    assert article_of(found).text == story(1).strip()
