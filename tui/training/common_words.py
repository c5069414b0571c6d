"""Collect the common lower-case words of news text: writes analysis/weights/common_words.txt."""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

LEAST = 4
WORD = re.compile(r"(?<![\w’'-])[a-z]{2,}(?![\w’'-])")


def main() -> None:
    """Read corpora of lines {"text"}; write the words seen often enough, one a line, sorted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    for path in arguments.corpus:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                counts.update(WORD.findall(json.loads(line)["text"]))
    words = sorted(word for word, count in counts.items() if count >= LEAST)
    arguments.output.write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
