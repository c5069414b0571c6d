"""Who is who over all articles of a corpus, as its tables tell it."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tui.corpus import parts
from tui.corpus.asking import Corpus
from tui.corpus.corpus_folder import PeopleTable, people_file
from tui.corpus.folder import claimed
from tui.corpus.linking import is_linked, link
from tui.corpus.rows import Row

ENGINE = "0+0"


def add(folder: Path, number: int, articles: dict[str, list[str]]) -> None:
    """A part with articles by their keys, in each of which some speak, once each."""
    rows: dict[str, list[Row]] = {"articles": [], "speakers": [], "quotes": [], "entities": []}
    for key, names in articles.items():
        rows["articles"].append(
            {"article": key, "published": date(2026, 3, number + 1), "source": f"{key}.txt",
             "words": 9, "text": "It is late.", "summary": [], "notice": ""}
        )  # fmt: skip
        for at, name in enumerate(names, 1):
            rows["speakers"].append(
                {"article": key, "speaker": f"s{at}", "name": name, "aliases": [],
                 "kind": "person", "role": "harbour master", "words": 3, "share": 1 / len(names),
                 "quotes": [f"q{at}"], "summary": [], "entities": []}
            )  # fmt: skip
            rows["quotes"].append(
                {"article": key, "quote": f"q{at}", "kind": "direct",
                 "spans": [{"start": 0, "end": 11}], "text": "It is late.",
                 "speaker": f"s{at}", "name": name, "confidence": 0.9, "reason": "", "chain": []}
            )  # fmt: skip
        for at, name in enumerate(("Ostrand", "Port of Ostrand"), 1):
            rows["entities"].append(
                {"article": key, "entity": f"e{at}", "name": name, "type": "place",
                 "mentions": [], "salience": 0.5, "speakers": []}
            )  # fmt: skip
    made: dict[Any, list[Row]] = {**rows}
    parts.write(folder, number, parts.packed(made, ENGINE).tables)


def table(folder: Path, name: PeopleTable) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(people_file(folder, name)).to_pylist()
    return rows


def test_the_same_name_in_two_parts_is_one_person_who_can_be_asked_for(tmp_path: Path) -> None:
    claimed(tmp_path)
    add(tmp_path, 0, {"a" * 32: ["Ada Falkmere", "Piet Oduya"]})
    add(tmp_path, 1, {"b" * 32: ["Ada Falkmere"], "c" * 32: ["Ines Rask"]})
    assert not is_linked(tmp_path)
    link(tmp_path, ENGINE)
    assert is_linked(tmp_path)
    (ada,) = (row for row in table(tmp_path, "people") if row["name"] == "Ada Falkmere")
    assert (ada["articles"], ada["quotes"], ada["roles"]) == (2, 2, ["harbour master"])
    assert (ada["first"], ada["last"]) == (date(2026, 3, 1), date(2026, 3, 2))
    hers = [
        row["article"][0] for row in table(tmp_path, "voices") if row["person"] == ada["person"]
    ]
    assert sorted(hers) == ["a", "b"]
    with Corpus(tmp_path) as corpus:
        found = corpus.people("falkmere").people
        assert [(person.id, person.name) for person in found] == [(ada["person"], "Ada Falkmere")]


def test_a_part_more_is_linked_anew_and_nobody_else_is_another(tmp_path: Path) -> None:
    claimed(tmp_path)
    add(tmp_path, 0, {"a" * 32: ["Ada Falkmere", "Piet Oduya"]})
    link(tmp_path, ENGINE)
    before = {row["name"]: row["person"] for row in table(tmp_path, "people")}
    add(tmp_path, 1, {"b" * 32: ["Ines Rask"]})
    assert not is_linked(tmp_path)
    link(tmp_path, ENGINE)
    after = {row["name"]: row["person"] for row in table(tmp_path, "people")}
    assert before.items() < after.items()
    assert {path.name for path in (tmp_path / "people").iterdir()} == {
        "people.parquet", "voices.parquet",
    }  # fmt: skip


def test_what_is_damaged_is_linked_anew(tmp_path: Path) -> None:
    claimed(tmp_path)
    add(tmp_path, 0, {"a" * 32: ["Ada Falkmere"]})
    link(tmp_path, ENGINE)
    people_file(tmp_path, "voices").write_bytes(b"PAR1 no more")
    assert not is_linked(tmp_path)
