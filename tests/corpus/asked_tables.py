"""Small corpora to be asked: tables by the contract, written here without the engine."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

_SPAN: Final = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_SPANS: Final = pa.list_(_SPAN)
_WORDS: Final = pa.list_(pa.string())
_SENTENCES: Final = pa.list_(
    pa.struct([("span", _SPAN), ("quote", pa.string()), ("lead", _SPAN)]),
)
_COLUMNS: Final[Mapping[str, Mapping[str, pa.DataType]]] = {
    "articles": {
        "article": pa.string(), "title": pa.string(), "byline": pa.string(),
        "dateline": pa.string(), "date": pa.string(), "published": pa.date32(),
        "source": pa.string(), "words": pa.int32(), "text": pa.large_string(), "summary": _SPANS,
        "notice": pa.string(),
    },
    "quotes": {
        "article": pa.string(), "quote": pa.string(), "kind": pa.string(), "spans": _SPANS,
        "text": pa.string(), "cue": _SPAN, "mention": _SPAN, "speaker": pa.string(),
        "name": pa.string(), "confidence": pa.float64(), "reason": pa.string(), "chain": _SPANS,
    },
    "speakers": {
        "article": pa.string(), "speaker": pa.string(), "name": pa.string(), "aliases": _WORDS,
        "kind": pa.string(), "role": pa.string(), "words": pa.int32(), "share": pa.float64(),
        "quotes": _WORDS, "summary": _SENTENCES, "entities": _WORDS,
    },
    "entities": {
        "article": pa.string(), "entity": pa.string(), "name": pa.string(), "type": pa.string(),
        "mentions": _SPANS, "salience": pa.float64(), "speakers": _WORDS,
    },
}  # fmt: skip
_PEOPLE: Final[Mapping[str, pa.DataType]] = {
    "person": pa.string(), "name": pa.string(), "aliases": _WORDS, "kind": pa.string(),
    "roles": _WORDS, "articles": pa.int32(), "quotes": pa.int32(), "words": pa.int64(),
    "first": pa.date32(), "last": pa.date32(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a made-up article: its words stand between quotation marks if direct."""

    by: str
    words: str
    cue: str = "said"
    kind: str = "direct"
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Story:
    """A made-up article; `things` are names in its words, `roles` are of who speaks."""

    key: str
    title: str
    said: Sequence[Said]
    published: date | None = None
    source: str = ""
    things: Sequence[str] = ()
    roles: Mapping[str, str] | None = None


def write_part(folder: Path, number: int, stories: Sequence[Story]) -> None:
    """One part of a corpus."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in _COLUMNS}
    for story in stories:
        _add(rows, story)
    for table, columns in _COLUMNS.items():
        _write(folder / table / f"part-{number:05}.parquet", columns, rows[table])


def write_corpus(
    folder: Path,
    parts: Sequence[Sequence[Story]],
    *,
    linked: bool = True,
    kinds: Mapping[str, str] | None = None,
) -> Path:
    """A whole corpus; with `linked` everybody of one name is one person, or of one of `kinds`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "corpus.json").write_text(json.dumps({"schema": 1, "engine": "0.1.0+test"}))
    for number, stories in enumerate(parts):
        write_part(folder, number, stories)
    if linked:
        _link(folder, [story for stories in parts for story in stories], kinds or {})
    return folder


def person_id(name: str) -> str:
    """The id of the person of a name in such a corpus."""
    return "p" + name.encode().hex()[:16].ljust(16, "0")


def _add(rows: dict[str, list[dict[str, Any]]], story: Story) -> None:
    text = story.title
    names = list(dict.fromkeys(said.by for said in story.said if said.by))
    quotes = list[dict[str, Any]]()
    for number, said in enumerate(story.said, 1):
        words = f"“{said.words}”" if said.kind == "direct" else said.words
        start = len(text) + 2
        text += f"\n\n{words} {said.cue} {said.by or 'somebody'}."
        cue = start + len(words) + 1
        mention = cue + len(said.cue) + 1
        quotes.append(
            {
                "article": story.key, "quote": f"q{number}", "kind": said.kind,
                "spans": [_span(start, start + len(words))], "text": words,
                "cue": _span(cue, cue + len(said.cue)),
                "mention": _span(mention, mention + len(said.by or "somebody")),
                "speaker": f"s{names.index(said.by) + 1}" if said.by else None,
                "name": said.by or None, "confidence": said.confidence, "reason": "It is told.",
                "chain": [],
            }
        )  # fmt: skip
    rows["quotes"] += quotes
    rows["articles"].append(
        {
            "article": story.key, "title": story.title, "byline": None, "dateline": None,
            "date": story.published and f"{story.published:%d %B %Y}",
            "published": story.published, "source": story.source or f"news/{story.key}.txt",
            "words": len(text.split()), "text": text, "summary": [], "notice": "",
        }
    )  # fmt: skip
    for number, name in enumerate(names, 1):
        own = [quote for quote in quotes if quote["name"] == name]
        rows["speakers"].append(
            {
                "article": story.key, "speaker": f"s{number}", "name": name,
                "aliases": [name.split()[-1]], "kind": "person",
                "role": (story.roles or {}).get(name), "words": 10 * len(own), "share": 0.5,
                "quotes": [quote["quote"] for quote in own], "summary": [], "entities": [],
            }
        )  # fmt: skip
    for number, thing in enumerate(story.things, 1):
        rows["entities"].append(
            {
                "article": story.key, "entity": f"e{number}", "name": thing, "type": "place",
                "mentions": [_span(at, at + len(thing)) for at in _places(text, thing)],
                "salience": 0.5, "speakers": [],
            }
        )  # fmt: skip


def _link(folder: Path, stories: Sequence[Story], kinds: Mapping[str, str]) -> None:
    voices, people = list[dict[str, Any]](), dict[str, dict[str, Any]]()
    for story in stories:
        names = list(dict.fromkeys(said.by for said in story.said if said.by))
        for number, name in enumerate(names, 1):
            voices.append(
                {"article": story.key, "speaker": f"s{number}", "person": person_id(name)}
            )
            one = people.setdefault(
                name,
                {
                    "person": person_id(name), "name": name, "aliases": [name.split()[-1]],
                    "kind": kinds.get(name, "person"), "roles": [], "articles": 0, "quotes": 0,
                    "words": 0, "first": None, "last": None,
                },
            )  # fmt: skip
            role = (story.roles or {}).get(name)
            one["roles"] += [role] if role and role not in one["roles"] else []
            one["articles"] += 1
            one["quotes"] += sum(said.by == name for said in story.said)
            one["words"] += 10 * sum(said.by == name for said in story.said)
            days = [day for day in (one["first"], one["last"], story.published) if day]
            one["first"], one["last"] = (min(days), max(days)) if days else (None, None)
    columns = {**dict.fromkeys(("article", "speaker", "person"), pa.string())}
    columns["score"] = pa.float64()
    _write(folder / "people" / "voices.parquet", columns, [v | {"score": 1.0} for v in voices])
    _write(folder / "people" / "people.parquet", _PEOPLE, list(people.values()))


def _write(path: Path, columns: Mapping[str, pa.DataType], rows: Sequence[Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    schema = pa.schema(list(columns.items()), {b"pullquote": b'{"schema": 1, "engine": "test"}'})
    pq.write_table(pa.Table.from_pylist(list(rows), schema), path, compression="zstd")


def _span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


def _places(text: str, word: str) -> list[int]:
    found, at = list[int](), text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


MAYOR: Final = "Ada Falkmere"
FISHER: Final = "Piet Oduya"
COUSIN: Final = "Bram Falkmere"
HARBOUR: Final = Story(
    "a" * 32,
    "Harbour to close",
    (
        Said(MAYOR, "The harbour of Ostrand is the least bad of three bad choices."),
        Said(FISHER, "We learnt of it from the radio."),
        Said(MAYOR, "that nobody’s café would lose a crown", "denied", "indirect"),
        Said(FISHER, "perhaps that the port will open", "hinted", "indirect", 0.1),
    ),
    date(2021, 5, 3),
    "https://www.paper.example/2021/harbour",
    ("Ostrand",),
    {MAYOR: "mayor of Ostrand"},
)
BUDGET: Final = Story(
    "b" * 32,
    "Budget passed",
    (
        Said(MAYOR, "The budget of Ostrand is balanced."),
        Said(COUSIN, "I would have kept the ferry to Ostrand."),
        Said("", "Ports are for boats."),
    ),
    date(2022, 1, 20),
    "news/budget.txt",
    ("Ostrand",),
)
LETTER: Final = Story(
    "c" * 32,
    "A letter",
    (Said(FISHER, "The Café by the harbour is shut."),),
    None,
    "letters.jsonl#7",
)
PARTS: Final = ((HARBOUR, BUDGET), (LETTER,))
