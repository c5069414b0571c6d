"""What was learned is only used as it was made."""

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.analysis import analyse, calibration, common_words, digests, encoder
from tui.analysis.digests import DamagedError
from tui.analysis.encoder import NoEncoderError
from tui.analysis.engine import serve
from tui.cli import main
from tui.training.digests import WEIGHTS, sums

CACHED = (
    digests._sums, encoder.encoder, calibration.calibration,
    common_words.common_words, common_words.is_common,
)  # fmt: skip
TEXT = "Ferry late\n\n“We go at noon,” Ada Falk said.\n"


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the weights, which the analysis takes for its own."""
    folder = tmp_path / "weights"
    folder.mkdir()
    for path in WEIGHTS.iterdir():
        if path.suffix == ".onnx":
            (folder / path.name).symlink_to(path)
        else:
            shutil.copy(path, folder)
    for module in (digests, encoder, calibration):
        monkeypatch.setattr(module, "files", lambda package: tmp_path)
    for function in CACHED:
        function.cache_clear()
    yield folder
    for function in CACHED:
        function.cache_clear()


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()
    path.write_bytes(data)


def test_every_file_that_was_learned_is_as_it_was_made() -> None:
    assert (WEIGHTS / digests.SUMS).read_text(encoding="utf-8") == sums(WEIGHTS)
    names = {line.split("  ")[1] for line in sums(WEIGHTS).splitlines()}
    assert names == {p.name for p in WEIGHTS.iterdir() if p.suffix != ".md"} - {digests.SUMS}


def test_whole_files_are_taken(weights: Path) -> None:
    assert analyse(TEXT).notice == ""


@pytest.mark.parametrize("name", [encoder.NETWORK, encoder.VOCABULARY])
def test_without_its_encoder_the_analysis_goes_on_by_rule(weights: Path, name: str) -> None:
    damage(weights / name)
    found = analyse(TEXT)
    assert [speaker.name for speaker in found.speakers] == ["Ada Falk"]
    assert f"{name} is damaged" in found.notice
    (weights / name).unlink()
    with pytest.raises(NoEncoderError, match=f"{name} cannot be read"):
        encoder.encoder()


@pytest.mark.parametrize("name", ["calibration.json", "common_words.txt"])
def test_a_small_file_that_is_damaged_is_an_error_that_names_it(weights: Path, name: str) -> None:
    damage(weights / name)
    with pytest.raises(DamagedError, match=f"file {name} is damaged: install pullquote again$"):
        analyse(TEXT)


def test_nothing_is_vouched_for_without_the_digests(weights: Path) -> None:
    (weights / digests.SUMS).write_bytes(b"\xff")
    with pytest.raises(DamagedError, match=f"{digests.SUMS} cannot be read"):
        digests.text_of("cues.json")


def test_the_engine_says_so_and_stays(weights: Path) -> None:
    damage(weights / "calibration.json")
    answers = io.StringIO()
    serve(io.StringIO(f"{json.dumps({'id': 1, 'text': TEXT})}\n" * 2), answers)
    lines = [json.loads(line) for line in answers.getvalue().splitlines()]
    told = "the program's file calibration.json is damaged: install pullquote again"
    said = {"id": 1, "error": told}
    assert lines == [said, said]


def test_the_command_says_so_in_one_line(
    weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(weights / "common_words.txt")
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert main(["--format", "json", str(article)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    said = "pullquote: the program's file common_words.txt is damaged: install pullquote again\n"
    assert err == said
