"""Train NLTK's Punkt sentence splitter on news text: writes analysis/weights/punkt.json."""

import argparse
import json
import re
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktTrainer

RAREST = 4
SOUND = re.compile(r"[a-z](?:[a-z.-]*[a-z])?")
LOWER_CASE = (1 << 4) | (1 << 5) | (1 << 6)  # seen in lower case at, in, or at an unknown place


def main() -> None:
    """Read corpora of lines {"text"}; write the parameters as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    texts = [
        json.loads(line)["text"]
        for path in arguments.corpus
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]
    document = as_json(train(texts))
    arguments.output.write_text(
        json.dumps(document, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )


def train(texts: list[str]) -> PunktParameters:
    """Punkt's parameters (Kiss and Strunk, 2006) for some texts."""
    trainer = PunktTrainer()
    trainer.INCLUDE_ALL_COLLOCS = True
    for text in texts:
        trainer.train(text, finalize=False)
    trainer.freq_threshold(ortho_thresh=RAREST, type_thresh=RAREST, colloc_thres=RAREST)
    trainer.finalize_training()
    return trainer.get_params()


def as_json(parameters: PunktParameters) -> dict[str, list[str]]:
    """Parameters as sorted lists: the same text gives the same file.

    Collocations are left out (names of the day behind `Mr.`), and so are sentence starters that
    are never written in lower case: a sentence may well start with a name.
    """
    context = parameters.ortho_context
    return {
        "abbreviations": sorted(a for a in parameters.abbrev_types if SOUND.fullmatch(a)),
        "sentence_starters": sorted(
            w for w in parameters.sent_starters if context[w] & LOWER_CASE and w.isalpha()
        ),
    }


if __name__ == "__main__":
    main()
