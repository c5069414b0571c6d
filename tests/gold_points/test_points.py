"""The gold of what matters is whole: in the samples' own words, for every sample."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SAMPLES
from tui.article.loading import load

POINTS = sorted(Path(__file__).parent.glob("*.json"))
REPORTED = {"council", "foreign_names", "live_blog", "science", "transcript"}


def points(path: Path) -> dict[str, Any]:
    """The choices for an article."""
    reading: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return reading


def test_there_is_one_for_each_sample_and_a_third_is_only_reported() -> None:
    assert {p.stem for p in POINTS} == {p.stem for p in SAMPLES.glob("*.txt")}
    assert {p.stem for p in POINTS if points(p)["part"] == "report"} == REPORTED


@pytest.mark.parametrize("path", POINTS, ids=lambda p: p.stem)
def test_sentences_are_the_speakers_own(path: Path) -> None:
    text = load(str(SAMPLES / f"{path.stem}.txt")).text
    for speaker in points(path)["speakers"]:
        spans = [span for said in speaker["statements"] for span in said["spans"]]
        assert len(speaker["statements"]) >= 3
        assert 1 <= len(speaker["best"]) <= 3
        for best in speaker["best"]:
            start, end = best["span"]
            assert text[start:end] == best["text"]
            assert any(s <= start and end <= e for s, e in spans)


@pytest.mark.parametrize("path", POINTS, ids=lambda p: p.stem)
def test_the_five_entities_are_named(path: Path) -> None:
    text = load(str(SAMPLES / f"{path.stem}.txt")).text.casefold()
    entities = points(path)["entities"]
    assert len(entities) == 5
    for entity in entities:
        assert entity["type"] in ("person", "organization", "place", "other")
        assert any(form.casefold() in text for form in [entity["name"], *entity["forms"]])
