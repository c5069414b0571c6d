"""The table of forms: each can be written, several articles are joined, nothing heavy is loaded."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from tests.export.analyses import harbour, hostile
from tui.analysis.model import Analysis
from tui.export.forms import FORM_NAMES, FORMS, FormName, pieces, written

SEVERAL = [name for name in FORM_NAMES if FORMS[name].takes_several]


def test_the_table_has_every_form_by_its_name_with_an_ending_of_its_own() -> None:
    assert tuple(FORMS) == FORM_NAMES == get_args(FormName)
    assert all(name == form.name for name, form in FORMS.items())
    endings = [form.ending for form in FORMS.values()]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") for ending in endings)
    assert SEVERAL == ["text", "markdown", "jsonl", "csv"]


@pytest.mark.parametrize("name", FORM_NAMES)
def test_each_form_holds_the_words_and_ends_with_a_line_end(name: FormName) -> None:
    made = written(harbour(), name)
    assert "We go in May." in made
    assert made.endswith("\n")
    assert all(line.isprintable() for line in made.split("\n") for line in line.split("\r"))
    assert written(Analysis(harbour().article), name).endswith("\n")


@pytest.mark.parametrize("name", SEVERAL)
def test_one_article_is_written_as_the_first_of_several(name: FormName) -> None:
    both = list(pieces([harbour(), hostile()], FORMS[name]))
    assert both[0] == written(harbour(), name)
    assert len(both) == 2


def test_a_table_of_several_articles_has_one_header() -> None:
    text = "".join(pieces([harbour(), hostile()], FORMS["csv"]))
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) == 1 + 5 + 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_lines_of_json_are_a_document_each() -> None:
    text = "".join(pieces([harbour(), hostile()], FORMS["jsonl"]))
    assert [json.loads(line)["schema"] for line in text.splitlines()] == [1, 1]


def test_each_piece_is_there_before_the_next_article_is_asked_for() -> None:
    asked = list[int]()

    def articles() -> Iterator[Analysis]:
        for number in range(2):
            asked.append(number)
            yield harbour()

    made = pieces(articles(), FORMS["csv"])
    next(made)
    assert asked == [0]


@pytest.mark.parametrize("name", [name for name in FORM_NAMES if name not in SEVERAL])
def test_a_form_that_holds_one_article_refuses_a_second(name: FormName) -> None:
    made = pieces([harbour(), harbour()], FORMS[name])
    next(made)
    with pytest.raises(ValueError, match=name):
        next(made)


def test_no_article_is_an_empty_file() -> None:
    assert list(pieces([], FORMS["csv"])) == []


def test_the_table_loads_none_of_what_writes() -> None:
    code = "import sys, tui.export.forms; print(*(n for n in sys.modules if n.startswith('tui.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["tui.export", "tui.export.forms"]


@pytest.mark.parametrize("name", FORM_NAMES)
@pytest.mark.parametrize("title", ["Rain", None])
@pytest.mark.parametrize("start", ["", "https://a.example/"])
def test_no_name_of_a_file_acts_on_a_terminal(
    name: FormName, title: str | None, start: str
) -> None:
    made = harbour()
    source = f"{start}a\x1b]0;owned\x07\u202eb\xad\udce9.txt"
    made = replace(made, article=replace(made.article, source=source, title=title))
    text = written(made, name)
    assert text.encode()
    assert not any(sign in text for sign in "\x1b\x07\u202e\xad")
    assert not any(escape in text for escape in ("\\u001b", "\\u0007"))
