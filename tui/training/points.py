"""Readings by hand of what matters in an article: each speaker's best sentences, and entities."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.analysis.model import Quote, QuoteKind
from tui.article.loading import article_from_text, load
from tui.article.model import Article, Span
from tui.training.accuracy import alignment

# A speaker with fewer statements than this is read whole.
SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: all that is said, in the article's order, and the best of it, best first."""

    name: str
    quotes: tuple[Quote, ...]
    best: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An entity by all forms that are its name, and its type; None where any will do."""

    forms: frozenset[str]
    type: str | None


@dataclass(frozen=True, slots=True)
class Points:
    """What matters in an article. Offsets are code points of its text.

    `entities` stand in the order of their weight where the reading is `ranked`; `open` are names
    that may be told or not.
    """

    name: str
    part: str
    article: Article
    voices: tuple[Voice, ...]
    entities: tuple[Known, ...]
    ranked: bool
    open: frozenset[str] = frozenset()


def points_of(gold: Path, articles: Path | None = None) -> Iterator[Points]:
    """The readings in a folder.

    They are NAME.json files of articles that lie in `articles` as NAME.txt, or, where that is not
    given, NAME.gold.json files beside NAME.txt, with the offsets of the undisturbed text.
    """
    if articles is not None:
        for path in sorted(gold.glob("*.json")):
            yield _chosen(path, load(str(articles / f"{path.stem}.txt")))
    else:
        for path in sorted(gold.glob("*.gold.json")):
            yield _read(path)


def _chosen(path: Path, article: Article) -> Points:
    reading = json.loads(path.read_text(encoding="utf-8"))
    voices = [
        Voice(
            speaker["name"],
            tuple(_quote(i, q["kind"], q["spans"], article.text, Span)
                  for i, q in enumerate(speaker["statements"], 1)),
            tuple(Span(*best["span"]) for best in speaker["best"]),
        )
        for speaker in reading["speakers"]
    ]  # fmt: skip
    entities = tuple(
        Known(_forms([e["name"], *e["forms"]]), e["type"]) for e in reading["entities"]
    )
    return Points(path.stem, reading["part"], article, tuple(voices), entities, ranked=True)


def _read(path: Path) -> Points:
    reading = json.loads(path.read_text(encoding="utf-8"))
    name = path.name.removesuffix(".gold.json")
    original = path.with_name(f"{name}.txt").read_bytes().decode("utf-8-sig")
    article = article_from_text(original)
    places = alignment(article.text, original)

    def carried(start: int, end: int) -> Span:
        return Span(bisect_left(places, start), bisect_left(places, end))

    voices = []
    for speaker, best in reading["key_sentences"].items():
        said = [a for a in reading["attributions"] if a["speaker"] == speaker]
        if len(said) >= SEVERAL:
            quotes = tuple(
                _quote(i, a["kind"], a["content"], article.text, carried)
                for i, a in enumerate(said, 1)
            )
            voices.append(Voice(speaker, quotes, tuple(carried(*span) for span in best)))
    aliases = {s["name"]: s["aliases"] for s in reading["speakers"]}
    entities = tuple(
        Known(_forms([entity, *aliases.get(entity, ())]), kind)
        for kind, names in reading["entities"].items()
        for entity in names
    )
    optional = _forms(reading["entities_optional"])
    part = reading.get("part", "choose")
    return Points(name, part, article, tuple(voices), entities, ranked=False, open=optional)


def _quote(
    number: int,
    kind: QuoteKind,
    spans: Sequence[Sequence[int]],
    text: str,
    carried: Callable[[int, int], Span],
) -> Quote:
    moved = tuple(sorted(carried(start, end) for start, end in spans))
    words = " … ".join(text[s.start : s.end] for s in moved)
    return Quote(f"q{number}", kind, moved, words, None, None, "s1", 1.0, "read by hand")


def _forms(names: Sequence[str]) -> frozenset[str]:
    return frozenset(plain(name) for name in names)


def plain(name: str) -> str:
    """A name without the differences that make no other name of it."""
    words = name.replace("’", "'").replace("‘", "'").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
