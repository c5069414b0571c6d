"""Measure who-said-what: the engine's quotes in a corpus, scored by an outside scorer."""

import argparse
import json
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.training.corpora import Document, Said
from tui.training.variation import MARKS, with_marks


def main() -> None:
    """Analyse every article of a corpus, write the predictions, and run the scorer on them.

    GOLD has lines {"id", "text", "attributions"}; the scorer is a script that is given GOLD, the
    predictions (lines {"id", "quotes": [{"content", "speaker", "name"}]}, offsets into the same
    text) and, with NAMES, `--names NAMES`. With `--every-mark` the same is done with the quotation
    marks of all articles turned into each other kind.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--every-mark", action="store_true")
    parser.add_argument("-o", "--output", type=Path, help="keep the predictions here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = arguments.output or Path(folder) / "predicted.jsonl"
        print(f"{arguments.gold.parent.name}/{arguments.gold.name}", flush=True)
        _score(arguments.gold, output, arguments.scorer, arguments.names)
        for marks in MARKS if arguments.every_mark else ():
            gold = Path(folder) / "gold.jsonl"
            gold.write_text("".join(_marked(arguments.gold, marks)), encoding="utf-8")
            print(f"with {marks}", flush=True)
            _score(gold, Path(folder) / "marked.jsonl", arguments.scorer, None)


def _score(gold: Path, output: Path, scorer: Path, names: Path | None) -> None:
    with output.open("w", encoding="utf-8") as out:
        for prediction in predictions(gold):
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    command = [sys.executable, str(scorer), str(gold), str(output)]
    if names:
        command += ["--names", str(names)]
    subprocess.run(command, check=True)


def _marked(gold: Path, marks: str) -> Iterator[str]:
    """The lines of a corpus with its quotations in marks of another kind."""
    for document in _lines(gold):
        text = article_from_text(document["text"]).text
        places = alignment(text, document["text"])
        parts = [
            Said(*(_moved(a[role], places) for role in ("source", "cue", "content")))
            for a in document["attributions"]
        ]
        other = with_marks(Document(text, said=tuple(parts)), marks)
        attributions = [
            {**a, "source": said.source, "cue": said.cue, "content": said.content}
            for a, said in zip(document["attributions"], other.said or (), strict=True)
        ]
        line = {"id": document["id"], "text": other.text, "attributions": attributions}
        yield json.dumps(line, ensure_ascii=False) + "\n"


def _moved(spans: Sequence[Sequence[int]], places: Sequence[int]) -> tuple[Span, ...]:
    """Spans of the original as spans of the cleaned text, given each cleaned character's place."""
    return tuple(Span(bisect_left(places, s), bisect_left(places, e)) for s, e in spans)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def predictions(gold: Path) -> Iterator[dict[str, Any]]:
    """What the engine finds in each article, with offsets carried over to the corpus' own text."""
    for document in _lines(gold):
        analysis = analyse(article_from_text(document["text"]))
        yield {"id": document["id"], "quotes": _quotes(analysis, document["text"])}


def _quotes(analysis: Analysis, original: str) -> list[dict[str, Any]]:
    places = alignment(analysis.article.text, original)
    names = {speaker.id: speaker.name for speaker in analysis.speakers}

    def carried(span: Span) -> list[int]:
        return [places[span.start], places[span.end - 1] + 1]

    return [
        {
            "content": [carried(s) for s in quote.spans],
            "speaker": carried(quote.mention) if quote.mention else None,
            "name": names.get(quote.speaker or ""),
        }
        for quote in analysis.quotes
    ]


def alignment(text: str, original: str) -> list[int]:
    """For each offset of a cleaned text the offset of the same character in the original.

    Cleaning rejoins lines, drops characters and replaces some one for one, so that both texts hold
    the same characters in the same order but for white space and what was dropped.
    """
    places: list[int] = []
    at = 0
    for character in text:
        if character.isspace():
            places.append(min(at, max(len(original) - 1, 0)))
            continue
        ahead = at
        while ahead < len(original) and original[ahead] != character and ahead - at < 64:
            ahead += 1
        if ahead < len(original) and original[ahead] == character:
            at = ahead
        else:  # replaced in cleaning: step over white space only
            while at < len(original) and original[at].isspace():
                at += 1
        places.append(min(at, max(len(original) - 1, 0)))
        at += 1
    return places


if __name__ == "__main__":
    main()
