"""The scores of speakers across articles, on a few invented statements."""

import json
import subprocess
import sys
from pathlib import Path

from tui.training.linking_speed import generated
from tui.training.people import b_cubed, gold_clusters, pairs

GOLD = {("a", "1"): "Falk", ("a", "2"): "Falk", ("b", "1"): "Falk", ("b", "2"): "Lind"}


def test_pairs_within_an_article_are_left_out_across_articles() -> None:
    found = {("a", "1"): 1, ("a", "2"): 1, ("b", "1"): 1, ("b", "2"): 2}
    assert (pairs(GOLD, found, across=True).both, pairs(GOLD, found, across=True).gold) == (2, 2)
    assert pairs(GOLD, found, across=False).gold == 3
    assert b_cubed(GOLD, found) == (1.0, 1.0)


def test_what_is_not_found_is_joined_with_nothing() -> None:
    scored = pairs(GOLD, {("a", "1"): 1, ("b", "2"): 1}, across=True)
    assert (scored.both, scored.found, scored.gold) == (0, 1, 2)
    assert b_cubed(GOLD, {}) == (1.0, 0.5)


def test_names_in_common_make_one_person_but_a_surname_of_two_does_not() -> None:
    clusters, several = gold_clusters(
        {
            "a": {
                "1": ["Bill Tollan", "Tollan"],
                "2": ["Hilda Tollan", "Tollan"],
                "3": ["International Shipping Fund", "ISF"],
                "4": [],
                "5": ["Bo Rask", "Ada Falk", "Bo Rask and Ada Falk"],
            },
            "b": {
                "1": ["Mrs. Hilda Tollan", "Tollan"],
                "2": ["ISF"],
                "3": ["Bo Rask"],
                "4": ["Ada Falk", "Falk"],
                "5": ["Bo Rask", "Hilda Tollan"],
            },
        }
    )
    assert several == 2
    assert clusters["a", "2"] == clusters["b", "1"] != clusters["a", "1"]
    assert clusters["a", "3"] == clusters["b", "2"]
    assert clusters["b", "3"] != clusters["b", "4"]
    assert {("a", "4"), ("a", "5"), ("b", "5")}.isdisjoint(clusters)


def test_the_command_prints_what_linking_is_worth(tmp_path: Path) -> None:
    texts = {
        "a": "“The harbour will close in May,” said Ada Falkmere, the mayor of Ostrand.",
        "b": "“Nobody asked the fishermen,” Ada Falkmere said in Ostrand on Monday.",
    }
    corpus, names = tmp_path / "corpus.jsonl", tmp_path / "names.jsonl"
    lines = [
        {
            "id": name, "text": text,
            "attributions": [
                {"id": "E1", "kind": "direct", "source": [], "cue": [],
                 "content": [[0, text.index("”") + 1]]}
            ],
        }
        for name, text in texts.items()
    ]  # fmt: skip
    told = [{"id": name, "speakers": {"E1": ["Ada Falkmere", "Falkmere"]}} for name in texts]
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    names.write_text("".join(json.dumps(line) + "\n" for line in told), encoding="utf-8")
    command = [sys.executable, "-m", "tui.training.people", str(corpus), str(names)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "2 articles, 2 statements of 1 who are named" in printed
    assert "pairs across articles  P 100.0  R 100.0  F1 100.0   1 of 1, found 1" in printed


def test_generated_voices_are_the_same_each_time() -> None:
    assert list(generated(40)) == list(generated(40))
    assert list(generated(40, seed=2)) != list(generated(40))
