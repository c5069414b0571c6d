"""Measure the tagger alone: exact F1 of sources, cues and contents, by the published scheme."""

import argparse
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from tui.analysis.encoder import ROLES, Encoder, encoder
from tui.analysis.stretches import stretches
from tui.analysis.tagger import labelled
from tui.article.model import Article, Block, Span

# The tokens of treebanks that stand for marks.
MARKS = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
TIGHT = frozenset("”,.;:?!)]%") | {"'s", "’s", "'re", "'ve", "'ll", "'m", "'d", "n't", "'", "..."}
OPENING = frozenset("“‘([$")

Labelled = tuple[str, int, int, int]


def main() -> None:
    """Print one JSON object {"source": F1, "cue": F1, "content": F1} for a file of lines.

    Lines are {"id", "tokens", "labels"}; labels are flat BIO. The lines of a document come in order
    and share their id up to its last underscore: they are read in their document. A prediction
    counts when its tokens are exactly those of the gold span (as in CofeNet, Wang et al., 2022).
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["tagger"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--weights", type=Path, help="folder of another network than the program's")
    arguments = parser.parse_args()
    reader = Encoder(arguments.weights) if arguments.weights else encoder()
    print(json.dumps(exact_f1(arguments.file, reader)))


def exact_f1(path: Path, reader: Encoder) -> dict[str, float]:
    """Exact F1 of each role, in hundredths, over the lines of a file."""
    with path.open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    gold: set[Labelled] = set()
    predicted: set[Labelled] = set()
    for number, (_, group) in enumerate(groupby(lines, key=lambda line: document_of(line["id"]))):
        document = list(group)
        gold |= {(f"{number}/{at}", role, s, e) for at, role, s, e in _gold(document)}
        predicted |= {
            (f"{number}/{at}", role, s, e) for at, role, s, e in _predicted(document, reader)
        }
    figures = {}
    for role, name in enumerate(ROLES):
        theirs = {item for item in gold if item[1] == role}
        mine = {item for item in predicted if item[1] == role}
        figures[name] = round(200 * len(theirs & mine) / max(len(theirs) + len(mine), 1), 1)
    return figures


def document_of(line_id: str) -> str:
    """What the lines of one document share."""
    return line_id.rpartition("_")[0]


def _gold(lines: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int, int, int]]:
    for at, line in enumerate(lines):
        start, role = -1, -1
        for i, label in enumerate([*line["labels"], "O"]):
            goes_on = start >= 0 and label == f"I-{ROLES[role]}"
            if start >= 0 and not goes_on:
                yield at, role, start, i
                start = -1
            if label != "O" and not goes_on:
                start, role = i, ROLES.index(label[2:])


def _predicted(
    lines: Sequence[dict[str, Any]], reader: Encoder
) -> Iterator[tuple[int, int, int, int]]:
    text, places = as_text([line["tokens"] for line in lines])
    ends = [i for i, c in enumerate(text) if c == "\n"]
    blocks = []
    start = 0
    for end in [*ends, len(text)]:
        if text[start:end].strip():
            blocks.append(Block("paragraph", Span(start, end)))
        start = end + 1
    article = Article(text, tuple(blocks))
    found = [f for stretch in stretches(article) for f in labelled(article, stretch, reader)]
    starts, stops = [p[2] for p in places], [p[3] for p in places]
    for role, span in found:
        covered = places[bisect_right(stops, span.start) : bisect_left(starts, span.end)]
        if covered and covered[0][0] == covered[-1][0]:
            yield covered[0][0], role, covered[0][1], covered[-1][1] + 1


def as_text(
    lines: Sequence[Sequence[str]],
) -> tuple[str, list[tuple[int, int, int, int]]]:
    """Tokens as running text, a line each; and for each token (line, index, start, end)."""
    text = ""
    places = []
    for at, tokens in enumerate(lines):
        tight = True
        for i, token in enumerate(tokens):
            shown = MARKS.get(token, token)
            if not tight and shown not in TIGHT:
                text += " "
            places.append((at, i, len(text), len(text) + len(shown)))
            text += shown
            tight = shown in OPENING
        text += "\n"
    return text[:-1], places


if __name__ == "__main__":
    main()
