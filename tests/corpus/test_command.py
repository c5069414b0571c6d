"""What is said where a run cannot be begun, and that nothing is touched then."""

import json
import sys
from pathlib import Path

import pytest

from tests.corpus.stories import written
from tests.corpus.test_planning import damage
from tui.cli import main
from tui.corpus.engine_name import engine_name
from tui.corpus.ledger import Ledger


def corpus(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    """The exit status and what is said on standard error; nothing is written elsewhere."""
    status = main(["corpus", *map(str, arguments)])
    out, err = capsys.readouterr()
    assert out == ""
    return status, err


def marked(folder: Path, **told: object) -> Path:
    folder.mkdir()
    (folder / "corpus.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def test_a_pipe_and_two_clusters_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = corpus(capsys, "-", "-o", tmp_path / "out")
    assert (status, "a pipe could not be read a second time" in said) == (2, True)
    options = ("--scheduler", "tcp://127.0.0.1:1", "--processes", "2")
    status, said = corpus(capsys, tmp_path, "-o", tmp_path / "out", *options)
    assert (status, "--processes is for the cluster" in said) == (2, True)
    assert not (tmp_path / "out").exists()


def test_without_a_folder_or_sources_it_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["corpus", "a.txt"], ["corpus", "-o", "out"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
        assert "required" in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    status, said = corpus(capsys, tmp_path, "-o", tmp_path / "out")
    assert status == 1
    assert "-m pip install 'pullquote[corpus]'" in said


def test_a_folder_that_is_no_corpus_of_this_engine_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    written(other, [1])
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "corpus.json").write_text("[", encoding="utf-8")
    (tmp_path / "file").touch()
    for folder, words in (
        (other, "holds something else: choose another folder"),
        (tmp_path / "file", "is a file: choose another folder"),
        (damaged, "is damaged: choose another folder"),
        (
            marked(tmp_path / "old", schema=1, engine="0.0.1+ab"),
            "made by another version (0.0.1+ab)",
        ),
        (marked(tmp_path / "new", schema=9, engine=engine_name()), "are of schema 9"),
    ):
        before = [*folder.glob("*")]
        status, said = corpus(capsys, other, "-o", folder)
        assert status == 2
        assert words in said
        assert said.count("\n") == 1
        assert [*folder.glob("*")] == before
        assert said.endswith(
            f": choose another folder, as in: pullquote corpus {other} -o {folder}-2\n"
        )
    (tmp_path / "old-2").touch()
    said = corpus(capsys, "a b.txt", "*.html", "-o", tmp_path / "old")[1]
    assert said.endswith(f" pullquote corpus 'a b.txt' '*.html' -o {tmp_path / 'old-3'}\n")
    said = corpus(capsys, *(f"{n:099}.txt" for n in range(9)), "-o", tmp_path / "old")[1]
    assert "pullquote corpus SOURCE... -o" in said


def test_another_run_holds_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = marked(tmp_path / "out", schema=1, engine=engine_name())
    with Ledger(folder):
        status, said = corpus(capsys, tmp_path, "-o", folder)
    assert status == 1
    assert said == f"pullquote: {folder}: another run is at work in it\n"


def test_a_ledger_that_is_damaged_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = marked(tmp_path / "out", schema=1, engine=engine_name())
    Ledger(folder).close()
    damage(folder / "run.sqlite")
    (tmp_path / "a.txt").write_text("It rains.\n")
    status, said = corpus(capsys, tmp_path / "a.txt", "-o", folder)
    assert status == 1
    assert said.startswith(f"pullquote: {folder}: its ledger run.sqlite cannot be used: ")
    assert said.count("\n") == 1


def test_no_scheduler_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.corpus.cluster._FOUND_IN", "0.2s")
    address = "tcp://127.0.0.1:9"
    sources = written(tmp_path / "news", [1])
    status, said = corpus(capsys, sources, "-o", tmp_path / "out", "--scheduler", address)
    assert status == 1
    assert f"no scheduler answers at {address}" in said
    assert "the same command goes on from there" in said
