"""Readings by hand -> lines of an annotated corpus, who has a name, what nobody utters."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.article.model import Span

Line = dict[str, Any]
ARTICLES = ("a", "an", "the")
GOLD = ".gold.json"


def lines_of(gold: Path) -> list[Line]:
    """The lines {"id", "text", "attributions"} of a corpus.

    `gold` is a file of such lines, or a folder of readings: NAME.json in the form of schema 1, or
    NAME.gold.json beside NAME.txt. In these every attribution has also its "speaker", None where
    there is none, and the "names" of it.
    """
    if gold.is_dir():
        paths = sorted(gold.glob("*.json"))
        return [_beside(p) if p.name.endswith(GOLD) else _line(p) for p in paths]
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
    for path in sorted(folder.glob(f"*{GOLD}")):
        reading = json.loads(path.read_text(encoding="utf-8"))
        yield path.name.removesuffix(GOLD), [Span(s, e) for s, e in reading.get("not_quotes", ())]


def named_persons(gold: Path) -> dict[str, list[str]]:
    """For each article the persons of its reading who have a name and not only a description.

    The readings are those of a folder, or the `*.gold.json` beside a file of lines.
    """
    paths = gold.glob("*.json") if gold.is_dir() else gold.parent.glob("*.gold.json")
    return {
        path.name.split(".")[0]: [
            speaker["name"]
            for speaker in json.loads(path.read_text(encoding="utf-8"))["speakers"]
            if speaker["kind"] == "person" and _is_name(speaker["name"])
        ]
        for path in paths
    }


def _is_name(name: str) -> bool:
    """Whether the words are a name: no description (`A nurse`), no label (`QUESTION`)."""
    words = name.split()
    label = len(words) == 1 and name.isupper()
    begins = words[0][0].isupper() and words[0].lower() not in ARTICLES
    return begins and any(c.isupper() for c in words[-1]) and not label


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
            "speaker": next(iter(names.get(quote["speaker"], ())), None),
            "names": names.get(quote["speaker"], []),
        }
        for quote in reading["quotes"]
    ]
    return {"id": path.stem, "text": reading["article"]["text"], "attributions": attributions}


def _beside(path: Path) -> Line:
    reading = json.loads(path.read_text(encoding="utf-8"))
    name = path.name.removesuffix(GOLD)
    names = {s["name"]: [s["name"], *s["aliases"]] for s in reading["speakers"]}
    attributions = [
        {**said, "names": names.get(said["speaker"], [])}
        for said in reading["attributions"]
        if "nested_in" not in said
    ]
    text = path.with_name(f"{name}.txt").read_bytes().decode("utf-8")
    return {"id": name, "text": text, "attributions": attributions}
