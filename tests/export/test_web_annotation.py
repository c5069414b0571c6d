"""Web Annotations: as the model wants them, and every selector finds the words it is about."""

import base64
import hashlib
import json
from dataclasses import replace
from typing import Any

from tests.export.analyses import harbour, hostile
from tui.analysis.model import Analysis
from tui.export.web_annotation import annotations


def collection(analysis: Analysis) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(annotations(analysis))
    return made


def test_a_collection_of_one_page_with_an_annotation_a_quote() -> None:
    made = collection(harbour())
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], made["total"]) == ("AnnotationCollection", 5)
    assert made["first"]["type"] == "AnnotationPage"
    items = made["first"]["items"]
    assert {item["type"] for item in items} == {"Annotation"}
    assert {item["motivation"] for item in items} == {"identifying"}
    assert all(item["creator"]["type"] == "Software" for item in items)
    ids = [made["id"], made["first"]["id"], *(item["id"] for item in items)]
    assert len(set(ids)) == len(ids)
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_every_selector_finds_the_words_in_code_points() -> None:
    analysis = harbour()
    text = analysis.article.text
    for quote, item in zip(analysis.quotes, collection(analysis)["first"]["items"], strict=True):
        assert len(item["target"]) == len(quote.spans)
        for span, target in zip(quote.spans, item["target"], strict=True):
            position, words = target["selector"]
            assert position == {"type": "TextPositionSelector", "start": span[0], "end": span[1]}
            assert words["type"] == "TextQuoteSelector"
            assert words["exact"] == text[slice(*span)]
            around = words["prefix"] + words["exact"] + words["suffix"]
            assert text[span.start - len(words["prefix"]) :].startswith(around)


def test_bodies_say_who_speaks_in_what_role_and_how_sure_that_is() -> None:
    items = collection(harbour())["first"]["items"]
    told = [(body["purpose"], body["value"]) for body in items[0]["body"]]
    assert told == [
        ("identifying", "Ada Falk"), ("describing", "mayor"), ("classifying", "person"),
        ("tagging", "direct quotation"), ("tagging", "sure"), ("commenting", "a cue"),
    ]  # fmt: skip
    unknown = [body["purpose"] for body in items[3]["body"]]
    assert "identifying" not in unknown
    assert ("tagging", "reported speech") in [(b["purpose"], b["value"]) for b in items[3]["body"]]


def test_the_source_is_the_very_text_and_the_scope_the_address_it_came_from() -> None:
    analysis = harbour()
    target = collection(analysis)["first"]["items"][0]["target"][0]
    name, _, digest = target["source"]["id"].partition(";")
    assert name == "ni:///sha-256"
    hashed = hashlib.sha256(analysis.article.text.encode()).digest()
    assert base64.urlsafe_b64decode(digest + "=") == hashed
    assert "scope" not in target
    from_web = replace(analysis.article, source="https://example.org/a")
    made = collection(replace(analysis, article=from_web))
    assert made["first"]["items"][0]["target"][0]["scope"] == "https://example.org/a"


def test_the_same_analysis_gives_the_same_ids() -> None:
    assert annotations(harbour()) == annotations(harbour())
    assert collection(harbour())["id"] != collection(hostile())["id"]


def test_an_article_in_which_nobody_speaks_has_no_page() -> None:
    made = collection(Analysis(harbour().article))
    assert made["total"] == 0
    assert "first" not in made
