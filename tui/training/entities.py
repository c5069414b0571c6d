"""Measure key entities: their names and types, which come first, and spans of names."""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log2
from pathlib import Path
from statistics import fmean
from typing import Any

from tui.analysis import analyse
from tui.analysis.entities import ranked
from tui.analysis.model import Analysis, Entity
from tui.analysis.names import Name
from tui.analysis.pipeline import read
from tui.article.model import Article, Block, Span
from tui.training.corpora import Document, Named, as_article, named
from tui.training.points import Known, Points, plain, points_of

FIRST = 5
RANKED = 10
# What is read of an article, and the mentions that a corpus has of it.
Annotated = tuple[Analysis, Sequence[dict[str, Any]]]
TOLD_APART = ("person", "organization", "place")


def main() -> None:
    """Print what the engine's entities are worth against each GOLD.

    GOLD is a folder of readings (as `tui.training.summaries` has them): of the five that matter
    most, or, where the gold knows no order, of the first five, how many are there, and with the
    right type; and F1 of names and types. Or a file of `token TAB label` lines: F1 of spans and
    types. Or one of JSON lines with mentions and their salience: nDCG@10 of the order, beside that
    of an order by mere counting, of the names that the engine finds and of those that GOLD has.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--articles", type=Path)
    arguments = parser.parse_args()
    for path in arguments.gold:
        label = f"{path.parent.name}/{path.name}"
        if path.suffix == ".txt":
            print(f"{label}: spans F1 {100 * spans_f1(list(named(path))):.1f}", flush=True)
        elif path.suffix == ".jsonl":
            documents = list(read_with_names(path))
            for what, ranked_of in (("found", found_order), ("order alone", order)):
                ours, counted = ranked_of(documents)
                print(
                    f"{label}, {what}: nDCG@10 {100 * ours:.1f}, counted {100 * counted:.1f}",
                    flush=True,
                )
        else:
            _print_readings(label, list(points_of(path, arguments.articles)))


def _print_readings(label: str, every: Sequence[Points]) -> None:
    for part in sorted({points.part for points in every}):
        some = [(p, analyse(p.article).entities) for p in every if p.part == part]
        there = fmean([first_five(p, entities, typed=False) for p, entities in some])
        typed = fmean([first_five(p, entities, typed=True) for p, entities in some])
        line = f"{label}, to {part}: first five {100 * there:.1f}, of the type {100 * typed:.1f}"
        if not some[0][0].ranked:
            f1 = fmean([names_f1(p, entities) for p, entities in some])
            line += f", names and types F1 {100 * f1:.1f}"
        print(line, flush=True)


def first_five(points: Points, entities: Sequence[Entity], *, typed: bool) -> float:
    """The share of the gold's five that are among the first five; of the first five, where the
    gold has no order, the share that is gold. `typed` counts only those of the right type.
    """
    first = [e for e in entities if plain(e.name) not in points.open][:FIRST]
    gold = points.entities[:FIRST] if points.ranked else points.entities
    found = _matched(first, gold, typed=typed)
    return found / max(1, min(FIRST, len(gold)))


def names_f1(points: Points, entities: Sequence[Entity]) -> float:
    """F1 of all entities by name and type; what may be told or not is left out."""
    told = [e for e in entities if plain(e.name) not in points.open]
    gold = [g for g in points.entities if not g.forms <= points.open]
    return 2 * _matched(told, gold, typed=True) / max(1, len(told) + len(gold))


def _matched(entities: Sequence[Entity], gold: Sequence[Known], *, typed: bool) -> int:
    """How many of the gold are told; one that is told twice counts once."""
    return sum(
        any(plain(e.name) in known.forms and (not typed or e.type == known.type) for e in entities)
        for known in gold
    )


def spans_f1(documents: Sequence[Document]) -> float:
    """F1 of names by exact span and type, of the types that all corpora tell apart."""
    right = told = there = 0
    for document in documents:
        found = _typed_spans(read(as_article(document)).entity_names)
        gold = _typed_spans(document.names or ())
        right += len(found & gold)
        told += len(found)
        there += len(gold)
    return 2 * right / max(1, told + there)


def _typed_spans(names: Sequence[Name | Named]) -> set[tuple[Span, str | None]]:
    return {(name.span, name.type) for name in names if name.type in TOLD_APART}


def found_order(documents: Sequence[Annotated]) -> tuple[float, float]:
    """nDCG@10 of the entities that are found, and of them by how often they are named."""
    scores = []
    for analysis, mentions in documents:
        entities = analysis.entities
        scores.append(_ndcg(entities, _gains(entities, mentions), mentions))
    return _means(scores)


def order(documents: Sequence[Annotated]) -> tuple[float, float]:
    """nDCG@10 of the order in which the entities of the gold would stand, and of a count's.

    Each has the mentions that the gold gives it, but for pronouns; in the headline, which the gold
    does not annotate, those are looked for.
    """
    scores = []
    for analysis, mentions in documents:
        article = analysis.article
        given = defaultdict(list)
        for mention in mentions:
            if not mention["pronoun"]:
                given[mention["entity"]].append(Span(*mention["span"]))
        entities = [
            Entity("", who, "other", (*_headlined(article, there), *there), 0.0)
            for who, there in given.items()
        ]
        entities = list(ranked(article, entities, analysis.quotes, analysis.speakers))
        worth = _worth(mentions)
        scores.append(_ndcg(entities, [worth[e.name] for e in entities], mentions))
    return _means(scores)


def _headlined(article: Article, mentions: Sequence[Span]) -> Iterator[Span]:
    """Where the headline, if there is one, first has one of some names."""
    title = article.blocks[0]
    head = article.text[slice(*title.span)] if title.kind == "title" else ""
    for mention in mentions:
        name = re.escape(article.text[slice(*mention)])
        if named := re.search(rf"\b{name}\b", head, re.IGNORECASE):
            yield Span(*named.span())
            return


def read_with_names(path: Path) -> Iterator[Annotated]:
    """What is read of each article, under its headline, and the mentions of what has a name; not
    where none of it is salient.
    """
    for document in _lines(path):
        mentions = [m for m in document["mentions"] if m["named"]]
        if any(m["salience"] for m in mentions):
            head = f"{document['title']}\n\n" if document.get("title") else ""
            article = as_article(Document(head + document["text"]))
            if head:
                title = Block("title", article.blocks[0].span)
                article = replace(article, blocks=(title, *article.blocks[1:]))
            moved = [{**m, "span": [at + len(head) for at in m["span"]]} for m in mentions]
            yield analyse(article), moved


def _worth(mentions: Sequence[dict[str, Any]]) -> dict[str, float]:
    return {m["entity"]: m["salience"] for m in mentions}


def _ndcg(
    entities: Sequence[Entity], gains: Sequence[float], mentions: Sequence[dict[str, Any]]
) -> tuple[float, float]:
    """nDCG@10 of entities in their order, and in the order of their counts."""
    best = _discounted(sorted(_worth(mentions).values(), reverse=True))
    by_count = sorted(zip(entities, gains, strict=True), key=lambda e: -len(e[0].mentions))
    return _discounted(gains) / best, _discounted([gain for _, gain in by_count]) / best


def _means(scores: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return fmean(ours for ours, _ in scores), fmean(counted for _, counted in scores)


def _gains(entities: Sequence[Entity], mentions: Sequence[dict[str, Any]]) -> list[float]:
    """For each entity the salience of what most of its mentions name; once for each of those."""
    seen: set[str] = set()
    gains = []
    for entity in entities:
        votes = Counter(m["entity"] for m in mentions if _names(entity, Span(*m["span"])))
        whom = votes.most_common(1)[0][0] if votes else None
        new = whom is not None and whom not in seen
        gains.append(
            next((m["salience"] for m in mentions if m["entity"] == whom), 0) if new else 0
        )
        seen.add(whom or "")
    return gains


def _names(entity: Entity, span: Span) -> bool:
    """Whether one of an entity's mentions is the most of a span, which may have more words."""
    return any(
        span.start <= m.start
        and m.end <= span.end
        and 2 * (m.end - m.start) > span.end - span.start
        for m in entity.mentions
    )


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / log2(rank + 2) for rank, gain in enumerate(gains[:RANKED]))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


if __name__ == "__main__":
    main()
