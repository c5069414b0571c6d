"""Exact F1 by the published scheme."""

import json
from pathlib import Path

from tui.analysis.encoder import encoder
from tui.training.evaluate import as_text, document_of, exact_f1

SENTENCES = [
    ("The harbour will close in May , Mayor Ada Falkmere said on Monday .", {
        "content": (0, 6), "source": (7, 10), "cue": (10, 11)}),
    ("`` It is late , '' she said .", {
        "content": (0, 6), "source": (6, 7), "cue": (7, 8)}),
]  # fmt: skip


def lines(path: Path) -> Path:
    with path.open("w") as out:
        for i, (sentence, spans) in enumerate(SENTENCES):
            tokens = sentence.split()
            labels = ["O"] * len(tokens)
            for role, (start, end) in spans.items():
                labels[start:end] = [f"B-{role}", *[f"I-{role}"] * (end - start - 1)]
            out.write(json.dumps({"id": f"a_{i}", "tokens": tokens, "labels": labels}) + "\n")
    return path


def test_what_is_read_exactly_counts(tmp_path: Path) -> None:
    figures = exact_f1(lines(tmp_path / "valid.jsonl"), encoder())
    assert figures["source"] == 100.0
    assert figures["content"] == 100.0
    assert figures["cue"] >= 50.0  # `said on Monday` is a cue, too


def test_tokens_as_running_text() -> None:
    text, places = as_text([["``", "It", "'s", "late", ",", "''", "she", "said", "."], ["Go", "."]])
    assert text == "“It's late,” she said.\nGo."
    assert [text[s:e] for _, _, s, e in places] == [
        "“", "It", "'s", "late", ",", "”", "she", "said", ".", "Go", ".",
    ]  # fmt: skip
    assert [(at, i) for at, i, _, _ in places][-2:] == [(1, 0), (1, 1)]


def test_the_lines_of_a_document_share_their_id() -> None:
    assert document_of("paper_2016-09-27_a-title_3") == "paper_2016-09-27_a-title"
