"""Weights of evidence, learned from which sentences a reader chose."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tui.analysis.salience import worth
from tui.training import salience
from tui.training.salience import Example, fitted, left_out

GOLD = Path(__file__).parent.parent / "gold_points"


def example(article: str, longest: int) -> Example:
    """Three sentences, of which the longest is right."""
    lengths = [3.0 if i == longest else 1.0 + i / 10 for i in range(3)]
    return Example(
        article,
        read=False,
        evidence=tuple({"length": v, "same": 1.0, "leaning": 0.0, "asking": 0.0} for v in lengths),
        topics=(frozenset({"a"}), frozenset({"b"}), frozenset({"c"})),
        right=tuple(i == longest for i in range(3)),
        wished=1,
    )


EXAMPLES = [example(name, i % 3) for i, name in enumerate(["one", "two", "three", "four"])]


def test_what_the_chosen_have_is_worth_something() -> None:
    weights = fitted(EXAMPLES)
    assert weights["length"] > 0
    assert weights["same"] == 0
    assert worth(
        {"length": 2.0, "same": 1.0, "leaning": 0.0, "asking": 0.0}, weights
    ) == pytest.approx(2 * weights["length"])


def test_each_article_is_judged_by_what_the_others_teach() -> None:
    assert left_out(EXAMPLES) == [(1.0, 1.0)] * 4


def test_a_speaker_of_whom_all_or_nothing_is_right_teaches_nothing() -> None:
    silent = Example("five", True, (), (), (), 2)
    assert fitted([*EXAMPLES, silent]) == fitted(EXAMPLES)
    assert left_out([*EXAMPLES, silent])[-1] == (0.0, 0.0)


def test_the_samples_teach_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    for name in ("business", "court"):
        shutil.copy(GOLD / f"{name}.json", gold)
    out = tmp_path / "salience.json"
    arguments = [str(gold), "--articles", str(SAMPLES), "-o", str(out)]
    monkeypatch.setattr("sys.argv", ["salience", *arguments])
    written = []
    for _ in range(2):
        salience.main()
        written.append(out.read_text(encoding="utf-8"))
    assert written[0] == written[1]
    assert json.loads(written[0])["length"] > 0
    assert "statements as read: " in capsys.readouterr().out
