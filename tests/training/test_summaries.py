"""What summaries are worth against sentences that were chosen by hand."""

import json
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tui.analysis.model import Quote, SummarySentence
from tui.article.loading import article_from_text
from tui.article.model import Article, Span
from tui.training.points import Voice, points_of
from tui.training.summaries import COLUMNS, hits, judged

GOLD = Path(__file__).parent.parent / "gold_points"
LINES = ("The boats are late.", "It rained.", "The boats are very late.")


def told() -> tuple[Article, list[SummarySentence]]:
    article = article_from_text("Boats\n\n" + " ".join(LINES) + "\n")
    starts = [article.text.index(line) for line in LINES]
    spans = [Span(s, s + len(line)) for s, line in zip(starts, LINES, strict=True)]
    return article, [SummarySentence(s, t, "q1") for s, t in zip(spans, LINES, strict=True)]


def test_every_figure_of_a_summary() -> None:
    article, sentences = told()
    spans = tuple(s.span for s in sentences)
    quote = Quote("q1", "direct", spans, " ".join(LINES), None, None, "s1", 1.0, "")
    voice = Voice("Falk", (quote,), (spans[2], spans[0]))
    values = dict(zip(COLUMNS, judged(article, voice, lambda n: sentences[:n]).values, strict=True))
    assert values["right"] == 0.5
    assert values["first"] == 1.0
    assert (values["best/1"], values["best/3"]) == (0.0, 1.0)
    assert values["exact"] == 0.5
    assert values["alone"] == pytest.approx(2 / 3)
    assert 0 < values["repeat"] < 1
    assert 0 < values["words"] < 1


def test_half_of_the_shorter_is_a_hit() -> None:
    assert hits(Span(0, 10), Span(4, 40))
    assert hits(Span(0, 40), Span(30, 40))
    assert not hits(Span(0, 10), Span(6, 40))


def test_the_samples_gold_is_read() -> None:
    read = {points.name: points for points in points_of(GOLD, SAMPLES)}
    council = read["council"]
    assert council.part == "report"
    assert council.voices[0].name == "Rhonda Achterberg"
    assert council.voices[0].quotes[1].text.startswith("“Nobody up here hates books,” … ")
    assert council.entities[0].forms == {"mill street", "mill street library"}


def test_a_reading_beside_its_text_is_carried_over_hard_wraps(tmp_path: Path) -> None:
    text = "Boats late\n\n" + "\n".join(
        ["Ada Falk said that all of the boats were very late again and that the",
         "harbour was quite empty. She said that it rained. She said no more of the",
         "boats, and went home in the rain without a word to any of the men."]
    ) + "\n"  # fmt: skip

    def at(words: str) -> list[int]:
        return [text.index(words), text.index(words) + len(words)]

    said = ["that all of the boats were very late again and that the\nharbour was quite empty",
            "that it rained", "no more of the\nboats"]  # fmt: skip

    reading = {
        "id": "boats",
        "speakers": [{"name": "Ada Falk", "aliases": ["Falk"]}],
        "attributions": [
            {"kind": "indirect", "content": [at(words)], "speaker": "Ada Falk"} for words in said
        ],
        "entities": {"person": ["Ada Falk"]},
        "entities_optional": [],
        "key_sentences": {"Ada Falk": [at(said[0])]},
    }
    (tmp_path / "boats.txt").write_text(text, encoding="utf-8")
    (tmp_path / "boats.gold.json").write_text(json.dumps(reading), encoding="utf-8")
    (points,) = points_of(tmp_path)
    (voice,) = points.voices
    best = points.article.text[slice(*voice.best[0])]
    assert best == said[0].replace("\n", " ")
    assert [q.text for q in voice.quotes] == [words.replace("\n", " ") for words in said]
    assert points.entities[0].forms == {"ada falk", "falk"}
