"""Measure who-said-what: the engine's quotes in a corpus, scored by an outside scorer."""

import argparse
import json
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.training.coreference import report
from tui.training.corpora import Document, Said
from tui.training.readings import Line, lines_of, named_persons, names_of, unspoken
from tui.training.source_chains import found_chains, gold_chains
from tui.training.variation import MARKS, with_marks
from tui.training.voices import persons, told, totals


def main() -> None:
    """Analyse every article of a corpus, write the predictions, and run the scorer on them.

    GOLD has lines {"id", "text", "attributions"}, or is a folder of readings in the form of schema
    1; the scorer is a script that is given such lines, the predictions (lines {"id", "quotes":
    [{"content", "speaker", "name", "voice"}]}, offsets into the same text) and, with NAMES or where
    the readings tell them, `--names NAMES`. With `--every-mark` the same is done with the quotation
    marks of all articles turned into each other kind. Where `*.gold.json` beside GOLD tell which
    quoted words nobody utters, the share of them that is left alone is printed, too; and where they
    or the readings tell who has a name, how many persons are one voice and only one, and how well
    the sources of all statements are told apart. With `--each-voice` the others are listed.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--names", type=Path, nargs="+", default=[])
    parser.add_argument("--every-mark", action="store_true")
    parser.add_argument("--each-voice", action="store_true")
    parser.add_argument("-o", "--output", type=Path, help="keep the predictions here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gold = lines_of(arguments.gold)
        ids = {line["id"] for line in gold}
        given = [line for path in arguments.names for line in lines_of(path) if line["id"] in ids]
        names = given or names_of(gold)
        scored = _Scored(arguments.scorer, Path(folder))
        print(f"{arguments.gold.parent.name}/{arguments.gold.name}", flush=True)
        found = scored(gold, names)
        if arguments.output:
            write(found, arguments.output)
        beside = arguments.gold if arguments.gold.is_dir() else arguments.gold.parent
        left, all_of_them = left_alone(gold, found, dict(unspoken(beside)))
        if all_of_them:
            print(f"words that nobody utters: {left} of {all_of_them} left alone", flush=True)
        named = named_persons(arguments.gold)
        if named:
            _report_voices(gold, found, named, each=arguments.each_voice)
        for marks in MARKS if arguments.every_mark else ():
            print(f"with {marks}", flush=True)
            scored(list(_marked(gold, marks)), [])


def _report_voices(
    gold: Sequence[Line],
    found: Sequence[Line],
    named: Mapping[str, Sequence[str]],
    *,
    each: bool,
) -> None:
    """Print how many persons are one voice, and the coreference of the statements' sources."""
    spoken = list(persons(gold, found, named))
    print(totals(spoken))
    for person in spoken if each else ():
        if person.strict != "one":
            print(told(person))
    theirs = [gold_chains(line) for line in gold]
    mine = [found_chains(line, chains) for line, chains in zip(found, theirs, strict=True)]
    print(report("coreference of sources", theirs, mine))
    print(report("with singletons", theirs, mine, singletons=True), flush=True)


class _Scored:
    """Analyses articles and has the scorer print its table."""

    def __init__(self, scorer: Path, folder: Path) -> None:
        self.scorer = scorer
        self.folder = folder

    def __call__(self, gold: Sequence[Line], names: Sequence[Line]) -> list[Line]:
        """The predictions for some lines, after the scorer has printed what they are worth."""
        found = list(predictions(gold))
        parts = {"gold": gold, "predicted": found, "names": names}
        paths = {name: self.folder / f"{name}.jsonl" for name in parts}
        for name, lines in parts.items():
            write(lines, paths[name])
        command = [sys.executable, str(self.scorer), str(paths["gold"]), str(paths["predicted"])]
        if names:
            command += ["--names", str(paths["names"])]
        subprocess.run(command, check=True)
        return found


def write(lines: Sequence[Line], path: Path) -> None:
    """Write lines of JSON into a file."""
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")


def left_alone(
    gold: Sequence[Line], found: Sequence[Line], unuttered: Mapping[str, Sequence[Span]]
) -> tuple[int, int]:
    """How many of the stretches that nobody utters no quote touches, and how many there are.

    Those that stand inside a gold statement are not counted: they are somebody's words.
    """
    left = all_of_them = 0
    for line, prediction in zip(gold, found, strict=True):
        said = [s for a in line["attributions"] for s in a["content"]]
        taken = [s for quote in prediction["quotes"] for s in quote["content"]]
        for start, end in unuttered.get(line["id"], ()):
            if not any(s < end and start < e for s, e in said):
                all_of_them += 1
                left += not any(s < end and start < e for s, e in taken)
    return left, all_of_them


def _marked(gold: Sequence[Line], marks: str) -> Iterator[Line]:
    """The lines of a corpus with its quotations in marks of another kind."""
    for document in gold:
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
        yield {"id": document["id"], "text": other.text, "attributions": attributions}


def _moved(spans: Sequence[Sequence[int]], places: Sequence[int]) -> tuple[Span, ...]:
    """Spans of the original as spans of the cleaned text, given each cleaned character's place."""
    return tuple(Span(bisect_left(places, s), bisect_left(places, e)) for s, e in spans)


def predictions(gold: Iterable[Line]) -> Iterator[Line]:
    """What the engine finds in each article, with offsets carried over to the corpus' own text."""
    for document in gold:
        analysis = analyse(article_from_text(document["text"]))
        yield {"id": document["id"], "quotes": _quotes(analysis, document["text"])}


def _quotes(analysis: Analysis, original: str) -> list[Line]:
    places = alignment(analysis.article.text, original)
    names = {speaker.id: speaker.name for speaker in analysis.speakers}

    def carried(span: Span) -> list[int]:
        return [places[span.start], places[span.end - 1] + 1]

    return [
        {
            "content": [carried(s) for s in quote.spans],
            "speaker": carried(quote.mention) if quote.mention else None,
            "name": names.get(quote.speaker or ""),
            "voice": quote.speaker,
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
