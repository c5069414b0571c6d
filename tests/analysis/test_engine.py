"""What the engine answers to requests of every shape, and that it lives on."""

import io
import json
import random
from typing import Any

import pytest

from tui.analysis.engine import serve
from tui.analysis.schema import article_to_json
from tui.article.loading import article_from_text

TEXT = "“We go there now,” Ada Falk said. “It is far too late for that,” Bo Rask said."
ARTICLE = article_to_json(article_from_text(TEXT))
CORRECTION = {"spans": [[0, 18]], "scope": "statement", "was": "Ada Falk", "mention": None,
              "name": "Bo Rask", "new": False}  # fmt: skip


def asked(*lines: bytes | dict[str, Any] | list[Any]) -> list[dict[str, Any]]:
    """The answers, with an `error` or the last word on each request."""
    data = b"\n".join(x if isinstance(x, bytes) else json.dumps(x).encode() for x in lines)
    requests = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", errors="surrogateescape")
    answers = io.StringIO()
    serve(requests, answers)
    told = [json.loads(line) for line in answers.getvalue().splitlines()]
    return [answer for answer in told if "error" in answer or answer["done"] == 1.0]


@pytest.mark.parametrize(
    ("request_line", "error"),
    [
        (b"no JSON", "the request is not JSON: "),
        (b'{"id": "a", "text": "cut', "the request is not JSON: "),
        (b'{"id": "a", "text": "\xff\xfe"}', "the request is not UTF-8"),
        (b"[" * 100_000, "the request is not JSON: "),
        (b'{"id": "a", "view": ' + b"9" * 5000 + b"}", "the request is not JSON: "),
        (["a", TEXT], "the request is not a JSON object"),
        (b"7", "the request is not a JSON object"),
        ({"text": TEXT}, "the request has no id that is a string or a whole number"),
        ({"id": None, "text": TEXT}, "the request has no id that is a string or a whole number"),
        ({"id": ["a"], "text": TEXT}, "the request has no id that is a string or a whole number"),
        ({"id": "a", "text": 7}, '"text" is not a string'),
        ({"id": "a", "text": None}, '"text" is not a string'),
        ({"id": "a", "text": TEXT, "summarizer": "best"}, '"summarizer" is none of salience, lead'),
        ({"id": "a", "text": TEXT, "summarizer": [1]}, '"summarizer" is none of salience, lead'),
        ({"id": "a", "text": TEXT, "sentences": 0}, '"sentences" is not a number from 1 on, or a'),
        ({"id": "a", "text": TEXT, "sentences": "3"}, '"sentences" is not a number from 1 on'),
        ({"id": "a", "text": TEXT, "view": 1.5}, '"view" is not a whole number from 0 on'),
        ({"id": "a", "text": TEXT, "view": -1}, '"view" is not a whole number from 0 on'),
        ({"id": "a", "article": TEXT}, '"article" is not an article as the engine takes it'),
        ({"id": "a", "article": {"text": TEXT}}, '"article" is not an article'),
        ({"id": "a", "article": {**ARTICLE, "title": 7}}, '"article" is not an article'),
        ({"id": "a", "article": {**ARTICLE, "colour": "red"}}, '"article" is not an article'),
        (
            {
                "id": "a",
                "article": {**ARTICLE, "blocks": [{"kind": "paragraph", "span": [0, 999]}]},
            },
            '"article" is not an article',
        ),
        ({"id": "a", "text": TEXT, "corrections": [{"name": 1}]}, '"corrections" is not a list'),
        ({"id": "a", "text": TEXT, "corrections": 7}, '"corrections" is not a list of corrections'),
        ({"id": "a"}, "no article has been read yet"),
    ],
)
def test_a_malformed_request_gets_a_sentence_and_the_engine_lives_on(
    request_line: bytes | dict[str, Any], error: str
) -> None:
    bad, good = asked(request_line, {"id": "b", "text": TEXT})
    assert bad["error"].startswith(error)
    named = isinstance(request_line, dict) and isinstance(request_line.get("id"), str)
    assert bad["id"] == ("a" if named else None)
    assert [s["name"] for s in good["analysis"]["speakers"]] == ["Ada Falk", "Bo Rask"]


def test_a_malformed_request_leaves_the_latest_article_as_it_was() -> None:
    read, bad, again = asked(
        {"id": 1, "text": TEXT, "sentences": 1, "corrections": [CORRECTION]},
        {"id": 2, "text": 7, "sentences": 2},
        {"id": 3},
    )
    assert bad["error"] == '"text" is not a string'
    assert again["analysis"] == read["analysis"]
    assert again["id"] == 3


def test_summaries_of_a_share_are_asked_for_by_a_string() -> None:
    text = "“We go now. We go fast. We go far. We go home,” Ada Falk said."
    half, whole = asked({"id": 1, "text": text, "sentences": "50%"}, {"id": 2, "sentences": 9})
    summaries = [a["analysis"]["speakers"][0]["summary"] for a in (half, whole)]
    assert [len(summary) for summary in summaries] == [2, 4]


def test_odd_but_sound_requests_are_answered() -> None:
    answers = asked(
        b"", b"  ", {"id": 1, "text": ""},
        {"id": "ü\x1b\ud800", "text": "\x00\ud800“Yes,” he said."},
        {"id": 10**30, "text": TEXT, "view": 10**30, "sentences": 10**30, "more": [1]},
    )  # fmt: skip
    assert [answer["id"] for answer in answers[::2]] == [1, 10**30]
    assert not any("error" in answer for answer in answers)


def test_no_shape_of_any_field_brings_forth_anything_but_a_sentence() -> None:
    chance = random.Random(5)
    values: list[Any] = [None, True, -1, 0, 3, 2.5, 10**25, "", "x", [], [[]], {}, {"a": 1}, [None]]
    valid = {"text": TEXT, "article": ARTICLE, "summarizer": "lead", "sentences": 2, "view": 0,
             "corrections": [CORRECTION]}  # fmt: skip
    lines: list[dict[str, Any]] = []
    for number in range(150):
        request: dict[str, Any] = {"id": number}
        for key, value in valid.items():
            if chance.random() < 0.6:
                request[key] = chance.choice(values) if chance.random() < 0.2 else value
        deep = request.get("article")
        if isinstance(deep, dict) and deep and chance.random() < 0.5:
            request["article"] = {**deep, chance.choice([*deep]): chance.choice(values)}
        lines.append(request)
    answers = asked(*lines)
    assert [answer["id"] for answer in answers] == list(range(150))
    errors = [answer["error"] for answer in answers if "error" in answer]
    assert errors
    assert not [error for error in errors if "Error" in error]
