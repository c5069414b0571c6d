"""What key entities are worth against names that were read by hand."""

import json
from pathlib import Path

import pytest

from tui.analysis.model import Entity, EntityType
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.training.corpora import Document, Named
from tui.training.entities import (
    first_five,
    found_order,
    names_f1,
    order,
    read_with_names,
    spans_f1,
)
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
        {"span": [0, 8], "entity": "1", "named": True, "pronoun": False, "salience": 5},
        {"span": [27, 31], "entity": "1", "named": True, "pronoun": False, "salience": 5},
        {"span": [17, 24], "entity": "2", "named": True, "pronoun": False, "salience": 1},
        {"span": [0, 24], "entity": "3", "named": False, "pronoun": False, "salience": 5},
    ]
    path = tmp_path / "order.jsonl"
    path.write_text(json.dumps({"text": text, "mentions": mentions}) + "\n", encoding="utf-8")
    ours, counted = found_order(list(read_with_names(path)))
    assert ours == pytest.approx(1.0)
    assert counted == pytest.approx(1.0)


def test_the_order_alone_is_of_what_the_gold_names_and_the_headline_has(tmp_path: Path) -> None:
    text = "Near Ostrand, Bo Ostrand met Ada Falk. He left Ostrand, or Ostrand him."
    mentions = [
        {"span": [5, 12], "entity": "1", "named": True, "pronoun": False, "salience": 1},
        {"span": [14, 24], "entity": "2", "named": True, "pronoun": False, "salience": 0},
        {"span": [29, 37], "entity": "3", "named": True, "pronoun": False, "salience": 5},
        {"span": [39, 41], "entity": "2", "named": True, "pronoun": True, "salience": 0},
        {"span": [47, 54], "entity": "1", "named": True, "pronoun": False, "salience": 1},
        {"span": [59, 66], "entity": "1", "named": True, "pronoun": False, "salience": 1},
    ]
    path = tmp_path / "order.jsonl"
    line = {"title": "ADA FALK is late", "text": text, "mentions": mentions}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    ours, counted = order(list(read_with_names(path)))
    assert ours == pytest.approx(1.0)
    assert counted < 1.0
