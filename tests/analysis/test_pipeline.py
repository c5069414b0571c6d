"""The analysis as it grows: what is on screen first, all of it in the end, and without encoder."""

import pytest

from tests.analysis.articles import article
from tui.analysis import analyse, pipeline
from tui.analysis.encoder import NoEncoderError
from tui.analysis.options import Options

PARAGRAPH = (
    "The boats of harbour {0} would stay in port, Mayor Ada Falk said on Monday. "
    "“Nobody rows in weather number {0},” she said. The crews went home and mended their nets. "
)
LONG = article(*[PARAGRAPH.format(i) * 2 for i in range(120)])
SHORT = article("A day in port", PARAGRAPH.format(1))


def test_what_is_on_screen_is_told_first() -> None:
    view = len(LONG.text) // 2
    first, *_, last = pipeline.steps(LONG, Options(), view)
    assert (first.step, last.step) == ("reading", "done")
    assert 0 < first.done < last.done == 1.0
    assert all(abs(q.spans[0].start - view) < 20_000 for q in first.quotes)
    assert any(q.speaker for q in first.quotes)


def test_parts_that_are_told_early_stand_in_the_whole() -> None:
    first, *_, last = pipeline.steps(LONG, Options(), 0)
    whole = {q.spans for q in last.quotes}
    told = [q.spans for q in first.quotes]
    assert len(told) > 10
    assert sum(spans in whole for spans in told) > 0.9 * len(told)


def test_a_short_article_is_told_at_once() -> None:
    assert [known.step for known in pipeline.steps(SHORT, Options())] == [
        "speakers",
        "entities",
        "done",
    ]


def test_an_empty_article() -> None:
    assert analyse(article()).quotes == ()


def test_without_the_encoder_it_reads_by_rule_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise NoEncoderError("onnxruntime is not installed")

    monkeypatch.setattr(pipeline, "encoder", missing)
    found = analyse(SHORT)
    assert "onnxruntime is not installed" in found.notice
    assert [q.kind for q in found.quotes] == ["indirect", "direct"]
    assert found.speakers[0].name == "Ada Falk"


def test_with_the_encoder_there_is_nothing_to_say() -> None:
    assert analyse(SHORT).notice == ""
