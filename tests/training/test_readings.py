"""Readings by hand in the form of corpus lines, and the words that nobody utters."""

import json
from pathlib import Path

from tui.article.model import Span
from tui.training.accuracy import left_alone
from tui.training.readings import lines_of, names_of, unspoken

GOLD = Path(__file__).parents[1] / "gold"


def test_a_folder_of_readings_is_read_like_a_corpus() -> None:
    lines = lines_of(GOLD)
    court = next(line for line in lines if line["id"] == "court")
    said = next(a for a in court["attributions"] if a["source"])
    (start, end) = said["source"][0]
    assert court["text"][start:end] == (
        "A surgeon who is accused of signing off operations that he had not attended"
    )
    assert {"id", "kind", "content", "source", "cue"} <= set(said)
    names = next(line for line in names_of(lines) if line["id"] == "court")
    assert any("Julian Ferrars" in accepted for accepted in names["speakers"].values())


def test_lines_of_a_file_have_no_names(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a", "text": "", "attributions": [{"id": "E1"}]}\n\n')
    lines = lines_of(path)
    assert [line["id"] for line in lines] == ["a"]
    assert names_of(lines) == []


def test_words_that_nobody_utters_are_counted(tmp_path: Path) -> None:
    reading = {"id": "a", "not_quotes": [[0, 5], [10, 15], [20, 25]]}
    (tmp_path / "a.gold.json").write_text(json.dumps(reading))
    gold = [{"id": "a", "attributions": [{"content": [[18, 30]]}]}]
    found = [{"id": "a", "quotes": [{"content": [[12, 30]]}]}]
    unuttered = dict(unspoken(tmp_path))
    assert unuttered == {"a": [Span(0, 5), Span(10, 15), Span(20, 25)]}
    assert left_alone(gold, found, unuttered) == (1, 2)
