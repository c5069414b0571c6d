"""Measure who-said-what: the engine's quotes in a corpus, scored by an outside scorer."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.article.loading import article_from_text
from tui.article.model import Span


def main() -> None:
    """Analyse every article of a corpus, write the predictions, and run the scorer on them.

    GOLD has lines {"id", "text", "attributions"}; the scorer is a script that is given GOLD, the
    predictions (lines {"id", "quotes": [{"content", "speaker", "name"}]}, offsets into the same
    text) and, with NAMES, `--names NAMES`.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--names", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="keep the predictions here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = arguments.output or Path(folder) / "predicted.jsonl"
        with output.open("w", encoding="utf-8") as out:
            for prediction in predictions(arguments.gold):
                out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
        command = [sys.executable, str(arguments.scorer), str(arguments.gold), str(output)]
        if arguments.names:
            command += ["--names", str(arguments.names)]
        print(f"{arguments.gold.parent.name}/{arguments.gold.name}", flush=True)
        subprocess.run(command, check=True)


def predictions(gold: Path) -> Iterator[dict[str, Any]]:
    """What the engine finds in each article, with offsets carried over to the corpus' own text."""
    for line in gold.read_text(encoding="utf-8").split("\n"):
        if not line.strip():
            continue
        document = json.loads(line)
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
