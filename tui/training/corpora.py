"""Annotated corpora -> documents: a text, who says what in it, its names and its chains."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from tui.analysis.name_types import is_demonym
from tui.article.model import Article, Block, Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One annotated attribution: the spans of its source, cue and content."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Named:
    """One annotated name; a `type` of None where the corpus cannot tell what we want to know."""

    span: Span
    type: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A text of lines and what is annotated in it, in code points of the text.

    A layer that a corpus does not have is None: nothing is learned of it there. `chains` are
    coreference chains, each of the spans that mean one thing.
    """

    text: str
    said: tuple[Said, ...] | None = None
    names: tuple[Named, ...] | None = None
    chains: tuple[Spans, ...] | None = None


# What the corpora call things -> the four types of names, None where that is left open.
TYPES: dict[str, str | None] = {
    **dict.fromkeys(
        "person politician writer musicalartist scientist researcher PERSON".split(), "person"
    ),
    **dict.fromkeys(
        """organisation politicalparty university band academicjournal magazine ORG
        ORGANIZATION""".split(),
        "organization",
    ),
    **dict.fromkeys("location country LOC LOCATION".split(), "place"),
    **dict.fromkeys(
        "election event award book poem album song conference product".split(), "other"
    ),
    # a demonym, which is no name, or the name of something: see `_worth`
    "misc": None,
    "MISC": None,
}


def articles(path: Path, layers: Path | None = None) -> Iterator[Document]:
    """Articles of lines {"id", "text", "attributions"}; names and chains are in `layers`."""
    more = {}
    if layers is not None:
        more = {line["id"]: line for line in _lines(layers)}
    for line in _lines(path):
        said = tuple(
            Said(_spans(a["source"]), _spans(a["cue"]), _spans(a["content"]))
            for a in line["attributions"]
            if a["cue"]
        )
        layer = more.get(line["id"])
        if layer is None:
            yield Document(line["text"], said)
            continue
        names = [
            Named(Span(s, e), TYPES[kind]) for s, e, kind in layer["entities"] if kind in TYPES
        ]
        chains = tuple(_spans(c) for c in layer["chains"])
        yield Document(line["text"], said, _worth(names, line["text"]), chains)


def chained(path: Path) -> Iterator[Document]:
    """Documents of lines {"text", "mentions": [{"span", "entity"}]}: coreference alone."""
    for line in _lines(path):
        mentions = sorted(line["mentions"], key=lambda m: str(m["entity"]))
        chains = tuple(
            _spans([m["span"] for m in group])
            for _, group in groupby(mentions, key=lambda m: str(m["entity"]))
        )
        yield Document(line["text"], chains=chains)


def named(path: Path, together: int = 12) -> Iterator[Document]:
    """Sentences of lines `token TAB label` (BIO), so many to a document: names alone."""
    sentences = [
        [row.split("\t") for row in block.split("\n") if "\t" in row]
        for block in path.read_text(encoding="utf-8").split("\n\n")
    ]
    sentences = [s for s in sentences if s]
    for at in range(0, len(sentences), together):
        yield _tagged(sentences[at : at + together])


def as_article(document: Document) -> Article:
    """The document's lines as blocks, its text as it is."""
    blocks = []
    start = 0
    for line in document.text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 1
    return Article(document.text, tuple(blocks))


def _tagged(sentences: Sequence[Sequence[Sequence[str]]]) -> Document:
    text = ""
    names: list[Named] = []
    for sentence in sentences:
        inside = False
        for token, label in sentence:
            start = len(text)
            text += token
            inside = inside and label.startswith("I-")
            if label[2:] in TYPES and label.startswith("B-"):
                names.append(Named(Span(start, len(text)), TYPES[label[2:]]))
                inside = True
            elif inside:
                names[-1] = Named(Span(names[-1].span.start, len(text)), names[-1].type)
            text += " "
        text = text[:-1] + "\n"
    return Document(text, names=_worth(names, text))


def _worth(names: Sequence[Named], text: str) -> tuple[Named, ...]:
    """The names, those of no type typed: demonyms are none, the rest is something else."""
    return tuple(
        name if name.type else Named(name.span, "other")
        for name in names
        if name.type or not is_demonym(text[name.span.start : name.span.end])
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(s, e) for s, e in pairs)
