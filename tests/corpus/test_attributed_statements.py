"""Statements of a corpus as they are copied."""

from pathlib import Path

from tests.corpus.asked_tables import PARTS, write_corpus
from tui.corpus.asking import Corpus
from tui.corpus.attributed_statements import copied
from tui.corpus.question import Question


def test_statements_say_who_and_where(tmp_path: Path) -> None:
    with Corpus(write_corpus(tmp_path, PARTS)) as corpus:
        told = [copied(said) for said in corpus.ask(Question(order="input")).statements]
    harbour = "(Harbour to close, 03 May 2021; https://www.paper.example/2021/harbour)"
    assert told[:3] == [
        "“The harbour of Ostrand is the least bad of three bad choices.” — Ada Falkmere, mayor of"
        f" Ostrand {harbour}",
        f"“We learnt of it from the radio.” — Piet Oduya {harbour}",
        "that nobody’s café would lose a crown — reported speech of Ada Falkmere, mayor of Ostrand"
        f" {harbour}",
    ]
    assert "“Ports are for boats.” — speaker unknown (Budget passed" in told[5]
