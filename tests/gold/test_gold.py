"""The gold readings are whole: schema 1, over the samples' own text."""

import json
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.analysis.schema import from_json
from tui.article.loading import load

READINGS = sorted(Path(__file__).parent.glob("*.json"))


def gold(path: Path) -> Analysis:
    """A reading over the article that it is of."""
    article = load(str(SAMPLES / f"{path.stem}.txt"))
    return from_json(json.loads(path.read_text(encoding="utf-8")), article)


def test_there_are_six() -> None:
    assert len(READINGS) == 6


@pytest.mark.parametrize("path", READINGS, ids=lambda p: p.stem)
def test_offsets_and_ids(path: Path) -> None:
    reading = gold(path)
    text = reading.article.text
    assert json.loads(path.read_text(encoding="utf-8"))["article"]["text"] == text
    speakers = {s.id: s for s in reading.speakers}
    for quote in reading.quotes:
        parts = [text[s.start : s.end] for s in quote.spans]
        assert all(part in quote.text for part in parts)
        assert quote.speaker is None or quote.id in speakers[quote.speaker].quotes
        assert quote.mention is None or text[quote.mention.start : quote.mention.end].strip()
    for speaker in reading.speakers:
        assert len(speaker.quotes) < 3 or speaker.summary
        for sentence in speaker.summary:
            assert text[sentence.span.start : sentence.span.end] == sentence.text
    for entity in reading.entities:
        for span in entity.mentions:
            assert text[span.start : span.end][0].isalpha()


@pytest.mark.parametrize("path", READINGS, ids=lambda p: p.stem)
def test_the_engine_reads_most_of_it_the_same_way(path: Path) -> None:
    """A guard against breakage, far below what is measured: most quoted words, right names."""
    reading = gold(path)
    found = analyse(reading.article)
    names = {s.id: s.name for s in found.speakers}
    right = 0
    quoted = [q for q in reading.quotes if q.kind != "indirect" and q.speaker]
    expected = {s.id: s.name for s in reading.speakers}
    for quote in quoted:
        near = [q for q in found.quotes if q.spans[0].start < quote.spans[0].end
                and quote.spans[0].start < q.spans[0].end]  # fmt: skip
        last = expected[quote.speaker or ""].split()[-1]
        right += any(last in names.get(q.speaker or "", "") for q in near)
    assert right >= 0.6 * len(quoted)
