"""Readings by hand -> lines of an annotated corpus, and the marked words that nobody utters."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.article.model import Span

Line = dict[str, Any]


def lines_of(gold: Path) -> list[Line]:
    """The lines {"id", "text", "attributions"} of a corpus.

    `gold` is a file of such lines, or a folder of readings in the form of schema 1; in these
    every attribution has also the names of its speaker under "names".
    """
    if gold.is_dir():
        return [_line(path) for path in sorted(gold.glob("*.json"))]
    with gold.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def names_of(lines: Sequence[Line]) -> list[Line]:
    """The lines {"id", "speakers": {attribution id: names}} of those that tell the names."""
    return [
        {"id": line["id"], "speakers": {a["id"]: a["names"] for a in line["attributions"]}}
        for line in lines
        if any("names" in a for a in line["attributions"])
    ]


def unspoken(folder: Path) -> Iterator[tuple[str, list[Span]]]:
    """For each article with a `*.gold.json` in a folder, the quoted words that nobody utters."""
    for path in sorted(folder.glob("*.gold.json")):
        reading = json.loads(path.read_text(encoding="utf-8"))
        yield reading["id"], [Span(s, e) for s, e in reading.get("not_quotes", ())]


def _line(path: Path) -> Line:
    reading = json.loads(path.read_text(encoding="utf-8"))
    names = {s["id"]: [s["name"], *s["aliases"]] for s in reading["speakers"]}
    attributions = [
        {
            "id": quote["id"],
            "kind": quote["kind"],
            "content": quote["spans"],
            "source": [quote["mention"]] if quote["mention"] else [],
            "cue": [quote["cue"]] if quote["cue"] else [],
            "names": names.get(quote["speaker"], []),
        }
        for quote in reading["quotes"]
    ]
    return {"id": path.stem, "text": reading["article"]["text"], "attributions": attributions}
