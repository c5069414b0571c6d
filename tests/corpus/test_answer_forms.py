"""Statements of a corpus as they are written."""

import csv
import io
import json
from pathlib import Path

from tests.corpus.asked_tables import PARTS, write_corpus
from tui.corpus.answer_forms import COLUMNS, written
from tui.corpus.asking import Corpus
from tui.corpus.question import Question


def test_statements_in_every_form(tmp_path: Path) -> None:
    with Corpus(write_corpus(tmp_path, PARTS)) as corpus:
        found = corpus.ask(Question(order="input")).statements
    assert written(found, "text").split("\n\n")[:3] == [
        "“The harbour of Ostrand is the least bad of three bad choices.” — Ada Falkmere, mayor of"
        " Ostrand (Harbour to close, 03 May 2021; https://www.paper.example/2021/harbour)",
        "“We learnt of it from the radio.” — Piet Oduya"
        " (Harbour to close, 03 May 2021; https://www.paper.example/2021/harbour)",
        "that nobody’s café would lose a crown — reported speech of Ada Falkmere, mayor of Ostrand"
        " (Harbour to close, 03 May 2021; https://www.paper.example/2021/harbour)",
    ]
    assert "“Ports are for boats.” — speaker unknown (Budget passed" in written(found, "text")
    assert "> “The Café by the harbour is shut.”\n\n— **Piet Oduya**, in *A letter*" in written(
        found, "markdown"
    )
    told = json.loads(written(found, "json"))
    assert [one["quote"] for one in told] == ["q1", "q2", "q3", "q1", "q2", "q3", "q1"]
    assert (told[5]["speaker"], told[6]["published"]) == (None, None)
    header, *rows = csv.reader(io.StringIO(written(found, "csv")))
    assert header == [*COLUMNS, "guarded"]
    assert [row[COLUMNS.index("text")] for row in rows] == [one["text"] for one in told]
