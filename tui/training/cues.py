"""Count cue words and their frames in annotated articles: writes analysis/weights/cues.json."""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui.analysis.frames import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    following,
    is_adverb,
    preceding,
)
from tui.analysis.quotation import inside, quotations
from tui.analysis.tokens import Token, tokens
from tui.article.model import Article, Block, Span

NEVER_HEADS = (
    AUXILIARIES | DETERMINERS | PRONOUNS | frozenset(["and", "or"]) | (PREPOSITIONS - {"of", "for"})
)
LEAST = 4
LEAST_SHARE = 0.1


def main() -> None:
    """Read corpora of lines {"text", "attributions": [{"cue": [[s, e]], ...}]}; write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    counts: dict[str, list[Any]] = {}
    for path in arguments.corpus:
        for line in path.read_text(encoding="utf-8").splitlines():
            count(json.loads(line), counts)
    kept = {
        form: [seen, cued, _pruned(by_following), _pruned(by_preceding)]
        for form, (seen, cued, by_following, by_preceding) in sorted(counts.items())
        if cued >= LEAST and cued / seen > LEAST_SHARE and form.isalpha()
    }
    document = {"about": "cue words: [seen, cue, by what follows, by what precedes]", "forms": kept}
    arguments.output.write_text(
        json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )


def count(document: dict[str, Any], counts: dict[str, list[Any]]) -> None:
    """Add the words of one annotated article, but for those inside quotation marks, to `counts`."""
    text = document["text"]
    quoted = [s for q in quotations(_as_article(text)) for s in q.spans]
    words = tokens(text, 0, len(text))
    heads = cue_heads(document, words)
    for i, token in enumerate(words):
        if not token.is_word or inside(quoted, token.start):
            continue
        entry = counts.setdefault(
            token.low, [0, 0, defaultdict(lambda: [0, 0]), defaultdict(lambda: [0, 0])]
        )
        cue = i in heads
        entry[0] += 1
        entry[1] += cue
        for table, key in ((entry[2], following(words, i)), (entry[3], preceding(words, i))):
            table[key][0] += 1
            table[key][1] += cue


def cue_heads(document: dict[str, Any], words: Sequence[Token]) -> set[int]:
    """The indices of the first telling word of each cue."""
    by_start = {token.start: i for i, token in enumerate(words)}
    heads: set[int] = set()
    for attribution in document["attributions"]:
        indices = (by_start[p] for s, e in attribution["cue"] for p in range(s, e) if p in by_start)
        for i in indices:
            low = words[i].low
            if words[i].is_word and low not in NEVER_HEADS and not is_adverb(low):
                heads.add(i)
                break
    return heads


def _as_article(text: str) -> Article:
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 1
    return Article(text, tuple(blocks))


def _pruned(table: dict[str, list[int]]) -> dict[str, list[int]]:
    return {key: pair for key, pair in sorted(table.items()) if pair[0] >= 3}


if __name__ == "__main__":
    main()
