"""What key entities are worth against names that were read by hand."""

import json
from pathlib import Path

import pytest

from tui.analysis.model import Entity, EntityType
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.training.corpora import Document, Named
from tui.training.entities import first_five, names_f1, order, spans_f1
from tui.training.points import Known, Points

ARTICLE = article_from_text("Boats\n\nThe boats are late.\n")


def points(*, ranked: bool) -> Points:
    known = (
        Known(frozenset(["ada falk", "falk"]), "person"),
        Known(frozenset(["ostrand"]), "place"),
        Known(frozenset(["pier 7"]), "place"),
    )
    return Points("boats", "choose", ARTICLE, (), known, ranked, frozenset(["pier 7", "agda"]))


def entities(*told: tuple[str, EntityType]) -> list[Entity]:
    return [Entity(f"e{i}", n, t, (Span(0, 1),), 1.0) for i, (n, t) in enumerate(told, 1)]


def test_the_first_five_and_their_types() -> None:
    found = entities(("Agda", "other"), ("Falk", "person"), ("Ostrand", "person"))
    assert first_five(points(ranked=True), found, typed=False) == pytest.approx(2 / 3)
    assert first_five(points(ranked=True), found, typed=True) == pytest.approx(1 / 3)


def test_all_names_without_those_that_are_open() -> None:
    found = entities(("Agda", "other"), ("Falk", "person"), ("Tins", "person"))
    assert names_f1(points(ranked=False), found) == 0.5


def test_spans_of_one_type_are_right() -> None:
    text = "Ada Falk went to Ostrand .\nShe was late ."
    right = Document(text, names=(Named(Span(0, 8), "person"), Named(Span(17, 24), "place")))
    assert spans_f1([right]) == 1.0
    wrong = Document(text, names=(Named(Span(0, 3), "person"), Named(Span(17, 24), "other")))
    assert spans_f1([wrong]) == 0.0


def test_the_order_is_measured_against_salience(tmp_path: Path) -> None:
    text = "Ada Falk went to Ostrand.\n\nFalk was late, and Falk was wet."
    mentions = [
        {"span": [0, 8], "entity": "1", "named": True, "salience": 5},
        {"span": [27, 31], "entity": "1", "named": True, "salience": 5},
        {"span": [17, 24], "entity": "2", "named": True, "salience": 1},
        {"span": [0, 24], "entity": "3", "named": False, "salience": 5},
    ]
    path = tmp_path / "order.jsonl"
    path.write_text(json.dumps({"text": text, "mentions": mentions}) + "\n", encoding="utf-8")
    ours, counted = order(path)
    assert ours == pytest.approx(1.0)
    assert counted == pytest.approx(1.0)
