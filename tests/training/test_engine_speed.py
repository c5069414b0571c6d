"""The figures of speed: what is read, and that they are told."""

import json
import sys
from pathlib import Path

import pytest

from tui.training.engine_speed import main, texts_of

ARTICLES = (
    "The ferry is late.\n\n“We saw no fog,” Ada Falk said on Monday.",
    "The mill closes.\n\nBo Rask said that the owners had asked nobody.",
)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps({"text": t}) + "\n" for t in ARTICLES), encoding="utf-8")
    return path


def test_a_folder_and_a_file_of_lines_hold_the_same_texts(lines: Path, tmp_path: Path) -> None:
    for number, text in enumerate(ARTICLES):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert list(texts_of(tmp_path)) == list(texts_of(lines)) == list(ARTICLES)


def test_a_corpus_is_told_beside_the_bare_encoder(
    lines: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["engine_speed", "--corpus", str(lines)])
    main()
    told = capfd.readouterr().out
    assert told.startswith("2 articles of 25 words on one core: ")
    assert "(at most 1.25)" in told
