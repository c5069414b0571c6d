"""Measure who is who: the engine's chains of people and organisations against annotated ones."""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.article.model import Span
from tui.training.chains import TYPES, Mention, chains
from tui.training.coreference_scores import (
    Chain,
    Tally,
    b_cubed,
    ceaf,
    conll,
    mention_detection,
    muc,
)
from tui.training.corpora import Document, as_article

# The engine gives these to nobody but as the source of a statement.
FIRST_AND_SECOND = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves".split()
)
METRICS = {"MUC": muc, "B³": b_cubed, "CEAF-φ4": ceaf}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its chains of people and organisations, and the spans of all that it mentions."""

    text: str
    chains: tuple[Chain, ...]
    mentions: frozenset[Span]

    def of_the_third_person(self) -> list[Chain]:
        """The chains without the pronouns of those who speak and are spoken to."""
        return [
            {s for s in chain if self.text[s.start : s.end].lower() not in FIRST_AND_SECOND}
            for chain in self.chains
        ]


def main() -> None:
    """Print the scores of a corpus of lines {"text", "mentions": [{"span", "type", "entity"}]}.

    An entity counts as what most of its mentions are. A name or description that stands in a gold
    mention, and in no shorter one, is taken for that mention: the engine marks names without their
    titles and offices, the corpus whole noun phrases.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    texts = list(annotated(arguments.file))
    found = [chains(as_article(Document(text.text))) for text in texts]
    gold = [text.chains for text in texts]
    moved = [aligned(f, text.mentions) for f, text in zip(found, texts, strict=True)]
    third = [text.of_the_third_person() for text in texts]
    exact = [[{m.span for m in chain} for chain in f] for f in found]
    print(f"{arguments.file.parent.name}/{arguments.file.name}, people and organisations")
    print(report("coreference", gold, moved))
    print(report("with singletons", gold, moved, singletons=True))
    print(report("without I, we, you", third, moved))
    print(report("exact spans", gold, exact))


def report(
    title: str,
    gold: Iterable[Sequence[Chain]],
    found: Iterable[Sequence[Chain]],
    *,
    singletons: bool = False,
) -> str:
    """One line of scores, in hundredths, of some texts' gold chains and those that were found.

    Chains of one mention count with `singletons` only, as in the CoNLL tasks.
    """
    least = 1 if singletons else 2
    pairs = [
        tuple([chain for chain in side if len(chain) >= least] for side in pair)
        for pair in zip(gold, found, strict=True)
    ]
    tallies = {n: sum((m(*pair) for pair in pairs), Tally()) for n, m in METRICS.items()}
    mentions = sum((mention_detection(*pair) for pair in pairs), Tally())
    figures = [f"{name} {_shown(tally)}" for name, tally in tallies.items()]
    return (
        f"{title:22} CoNLL {100 * conll(tallies.values()):.1f}; {'; '.join(figures)};"
        f" mentions {_shown(mentions)}"
    )


def annotated(path: Path) -> Iterator[Annotated]:
    """The texts of a corpus with their chains of people and organisations."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            spans: Mapping[str, set[Span]] = defaultdict(set)
            types: Mapping[str, Counter[str]] = defaultdict(Counter)
            for mention in document["mentions"]:
                spans[mention["entity"]].add(Span(*mention["span"]))
                types[mention["entity"]][mention["type"]] += 1
            kept = [s for e, s in spans.items() if types[e].most_common(1)[0][0] in TYPES]
            yield Annotated(document["text"], tuple(kept), frozenset().union(*spans.values()))


def aligned(found: Sequence[Sequence[Mention]], gold: frozenset[Span]) -> list[Chain]:
    """Chains as spans, each mention that is no pronoun as the shortest gold one around it.

    A gold mention is given once, to the first and longest that stands in it; partial matching as in
    the scorer of the CRAC shared tasks (Žabokrtský et al., 2022), with the noun phrases that the
    corpus marks within others in the place of heads.
    """
    taken = {m.span for chain in found for m in chain if m.span in gold}
    rest = sorted(
        {m.span for chain in found for m in chain if m.kind != "pronoun"} - taken,
        key=lambda span: (span.start - span.end, span),
    )
    moved: dict[Span, Span] = {}
    for span in rest:
        around = [g for g in gold if g.start <= span.start and span.end <= g.end]
        shortest = min(around, key=lambda g: g.end - g.start, default=span)
        if shortest not in taken:
            taken.add(shortest)
            moved[span] = shortest
    return [{moved.get(m.span, m.span) for m in chain} for chain in found]


def _shown(tally: Tally) -> str:
    return f"{100 * tally.f1:.1f} (P {100 * tally.precision:.1f}, R {100 * tally.recall:.1f})"


if __name__ == "__main__":
    main()
