"""The readings are of the articles beside them."""

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
READINGS = sorted(HERE.glob("*.gold.json"))


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.name.split(".")[0])
def test_a_reading_is_of_its_article(path: Path) -> None:
    reading = json.loads(path.read_text(encoding="utf-8"))
    name = path.name.removesuffix(".gold.json")
    text = path.with_name(f"{name}.txt").read_bytes().decode("utf-8")
    assert reading["id"] == name
    known = {speaker["name"] for speaker in reading["speakers"]}
    for said in reading["attributions"]:
        assert said["speaker"] is None or said["speaker"] in known
        for start, end in [*said["content"], *said["source"], *said["cue"]]:
            assert text[start:end] == text[start:end].strip() != ""
    assert set(reading["key_sentences"]) <= known
    assert all(text[s:e].strip() for best in reading["key_sentences"].values() for s, e in best)
