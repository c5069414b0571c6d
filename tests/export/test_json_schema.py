"""docs/schema-1.json: it describes all that is written, takes it, and refuses what is not."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT, SAMPLES
from tests.export.analyses import harbour, hostile
from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.article.loading import load
from tui.export.forms import written

SCHEMA: dict[str, Any] = json.loads((ROOT / "docs" / "schema-1.json").read_text(encoding="utf-8"))


def document(analysis: Analysis) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(written(analysis, "json"))
    return made


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """All parts of a schema that describe an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def closed() -> dict[str, Any]:
    """The schema, which also refuses what it does not describe."""
    made = copy.deepcopy(SCHEMA)
    for part in objects(made):
        part["additionalProperties"] = False
    return made


@pytest.fixture(scope="module")
def sample() -> dict[str, Any]:
    return document(analyse(load(str(SAMPLES / "council.txt"))))


def test_it_is_a_schema_and_describes_every_property() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for part in objects(SCHEMA):
        assert part["description"]
        assert all(told.get("description") for told in part["properties"].values())


def test_it_takes_what_is_written_and_knows_all_of_it(sample: dict[str, Any]) -> None:
    validator = Draft202012Validator(closed())
    for made in (sample, document(harbour()), document(hostile())):
        assert [error.message for error in validator.iter_errors(made)] == []


def test_a_property_of_a_later_version_is_no_error(sample: dict[str, Any]) -> None:
    assert Draft202012Validator(SCHEMA).is_valid({**sample, "later": 1})


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(schema=2),
        lambda d: d.pop("quotes"),
        lambda d: d["article"].update(text=None),
        lambda d: d["article"].update(words=-1),
        lambda d: d["quotes"][0].update(kind="shouted"),
        lambda d: d["quotes"][0].update(spans=[]),
        lambda d: d["quotes"][0].update(spans=[[3]]),
        lambda d: d["quotes"][0].update(spans=[[3, 4, 5]]),
        lambda d: d["quotes"][0].update(cue=[-1, 4]),
        lambda d: d["quotes"][0].update(speaker="Ada"),
        lambda d: d["quotes"][0].update(confidence=1.5),
        lambda d: d["quotes"][0].pop("reason"),
        lambda d: d["speakers"][0].update(share=48),
        lambda d: d["speakers"][0].update(kind="robot"),
        lambda d: d["speakers"][0]["summary"][0].pop("span"),
        lambda d: d["entities"][0].update(type="town"),
        lambda d: d["summary"].append("a sentence"),
        lambda d: d.update(corrections="none"),
    ],
)
def test_it_refuses_nonsense(sample: dict[str, Any], change: Change) -> None:
    broken = copy.deepcopy(sample)
    change(broken)
    assert not Draft202012Validator(SCHEMA).is_valid(broken)
