"""What the pages in docs/ show can be done as they show it."""

import doctest
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCS = ROOT / "docs"


def block(page: str, language: str) -> str:
    """The first block of a language on a page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.search(rf"```{language}\n(.*?)```", text, re.S)
    assert found is not None
    return found[1]


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `pullquote` on the path, whatever is installed."""
    command = tmp_path / "bin" / "pullquote"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return tmp_path


def test_the_library_does_what_its_page_shows() -> None:
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, tried = doctest.testfile(
        str(DOCS / "library.md"), module_relative=False, optionflags=flags
    )
    assert tried > 10
    assert failed == 0


def test_the_example_in_python_talks_to_the_engine(commands: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block("engine.md", "python")],
        capture_output=True, text=True, cwd=commands, timeout=60,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["“We go,” ['Ada Falk']", "“We stay,” ['Bo Rask']"]
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/usr/bin/jq").exists(), reason="there is no jq here")
def test_the_example_in_the_shell_does_so_too(commands: Path) -> None:
    (commands / "a.txt").write_text("“We go,” said Ada Falk.\n", encoding="utf-8")
    (commands / "b.txt").write_text("“We stay,” said Bo Rask.\n", encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", block("engine.md", "sh")],
        capture_output=True, text=True, cwd=commands, timeout=60,
    )  # fmt: skip
    assert done.stdout == "a.txt\tAda Falk\t“We go,”\nb.txt\tBo Rask\t“We stay,”\n"
    assert done.stderr == ""


def test_the_tests_of_each_promise_are_there() -> None:
    told = re.findall(r"`(tests/[\w/]+(?:\.py)?)`", (DOCS / "security.md").read_text("utf-8"))
    assert len(told) > 10
    assert [test for test in told if not (ROOT / test).exists()] == []


def test_the_reference_is_current() -> None:
    from tui.training.reference.page import page

    schema = json.loads((DOCS / "schema-1.json").read_text(encoding="utf-8"))
    assert (DOCS / "reference.md").read_text(encoding="utf-8") == page(schema)


def test_the_tables_of_the_corpus_are_current() -> None:
    from tui.training.corpus_tables import BEGIN, END, tables

    text = (DOCS / "corpus.md").read_text(encoding="utf-8")
    assert text.partition(BEGIN)[2].partition(END)[0].strip() == tables()
