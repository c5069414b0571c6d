"""The properties of the JSON, from its schema."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tui.training.reference.markdown import code, listed, table

Part = Mapping[str, Any]

_AT: Final = "#/$defs/"


def json_document(schema: Part) -> str:
    """Every object that stands in a document, with its properties."""
    parts = "\n".join(_part(name, part) for name, part in schema["$defs"].items())
    return f"""\
## JSON

{schema["description"]}

It is [explained](json.md), and there [as a schema](schema-1.json). Beside it there are the rows
of [a corpus](corpus.md#the-tables-schema-1) and the [requests](engine.md#requests) to the engine.

### The document

{_properties(schema)}
{parts}"""


def _part(name: str, part: Part) -> str:
    told = f"### JSON: {_words(name)}\n\n{part['description']}\n"
    if part["type"] == "object":
        return f"{told}\n{_properties(part)}"
    if "pattern" in part:
        return f"{told}\nA string that fits `{part['pattern']}`.\n"
    places = " ".join(place["description"] for place in part["prefixItems"])
    return f"{told}\nA list of {len(part['prefixItems'])} whole numbers. {places}\n"


def _properties(part: Part) -> str:
    return table(("property", "is", "holds"), _rows(part))


def _rows(part: Part) -> Iterator[tuple[str, str, str]]:
    for name, told in part["properties"].items():
        missing = "" if name in part["required"] else " It may be missing."
        yield code(name), _kind(told), told["description"] + missing


def _kind(told: Part) -> str:
    """What a value is, in words."""
    if "$ref" in told:
        name = told["$ref"].removeprefix(_AT)
        return f"[{_words(name)}](#json-{name.replace('_', '-')})"
    if "const" in told:
        return code(told["const"])
    if "enum" in told:
        return listed(told["enum"])
    if "anyOf" in told:
        return " or ".join(map(_kind, told["anyOf"]))
    kinds = told["type"] if isinstance(told["type"], list) else [told["type"]]
    return " or ".join(_named(kind, told) for kind in kinds)


def _named(kind: str, told: Part) -> str:
    if kind == "array":
        return f"list of {_kind(told['items'])}"
    if kind == "number":
        return f"number from {told['minimum']} to {told['maximum']}"
    return {"integer": "whole number", "null": "null", "string": "string"}[kind]


def _words(name: str) -> str:
    return name.replace("_", " ")
