"""Corpora as documents: attributions, names, chains."""

import json
from pathlib import Path

from tui.article.model import Span
from tui.training.corpora import Document, articles, as_article, chained, named

TEXT = "Boats wait\n\nAda Falk said the boats would wait."


def written(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def shown(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def test_articles_with_their_layers(tmp_path: Path) -> None:
    attribution = {
        "kind": "indirect",
        "source": [[12, 20]],
        "cue": [[21, 25]],
        "content": [[26, len(TEXT) - 1]],
    }
    corpus = written(
        tmp_path / "train.jsonl", {"id": "a", "text": TEXT, "attributions": [attribution]}
    )
    layers = written(
        tmp_path / "layers.jsonl",
        {"id": "a", "entities": [[12, 20, "PERSON"], [0, 5, "DATE"]], "chains": [[[12, 20]]]},
    )
    (document,) = articles(corpus, layers)
    assert document.said is not None
    assert document.names is not None
    (said,) = document.said
    assert [shown(document, s) for s in (*said.source, *said.cue, *said.content)] == [
        "Ada Falk",
        "said",
        "the boats would wait",
    ]
    assert [(shown(document, n.span), n.type) for n in document.names] == [("Ada Falk", "person")]
    (bare,) = articles(corpus)
    assert bare.names is None


def test_chains_of_mentions(tmp_path: Path) -> None:
    mentions = [
        {"span": [12, 20], "entity": "1"},
        {"span": [0, 5], "entity": "2"},
        {"span": [26, 35], "entity": "2"},
    ]
    (document,) = chained(written(tmp_path / "gum.jsonl", {"text": TEXT, "mentions": mentions}))
    assert document.said is None
    assert document.chains is not None
    assert sorted([shown(document, s) for s in chain] for chain in document.chains) == [
        ["Ada Falk"],
        ["Boats", "the boats"],
    ]


def test_names_of_tagged_sentences(tmp_path: Path) -> None:
    path = tmp_path / "train.txt"
    path.write_text(
        "Ada\tB-person\nFalk\tI-person\nsails\tO\n\n"
        "The\tO\nLong\tB-misc\nRow\tI-misc\nHome\tI-misc\n\nDutch\tB-misc\nrope\tB-field\n\n"
        "Regatta\tB-MISC\nwon\tO\n"
    )
    (document,) = named(path)
    assert document.text == "Ada Falk sails\nThe Long Row Home\nDutch rope\nRegatta won\n"
    assert document.names is not None
    assert [(shown(document, n.span), n.type) for n in document.names] == [
        ("Ada Falk", "person"),
        ("Long Row Home", "other"),
        ("Regatta", "other"),  # but a demonym is no name
    ]


def test_lines_are_blocks() -> None:
    made = as_article(Document(TEXT))
    assert [TEXT[b.span.start : b.span.end] for b in made.blocks] == TEXT.split("\n\n")
