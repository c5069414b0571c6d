"""Whose words statements are said to be, as chains: the sources of each speaker, or each voice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tui.article.model import Span
from tui.training.coreference_scores import Chain
from tui.training.readings import Line


def gold_chains(line: Line) -> list[Chain]:
    """The sources of an article's statements, a chain a speaker; those who are not known left out.

    Names, pronouns and descriptions alike, as spans of the corpus' text.
    """
    return _chains(
        (Span(*attribution["source"][0]), attribution["speaker"])
        for attribution in line["attributions"]
        if attribution["source"] and attribution["speaker"]
    )


def found_chains(prediction: Line, gold: Iterable[Chain]) -> list[Chain]:
    """The mentions tied to an article's quotes, a chain a voice.

    A mention that overlaps a gold source is taken for it, as in the scorer of who said what.
    """
    sources = [span for chain in gold for span in chain]

    def moved(mention: Span) -> Span:
        beside = filter(mention.meets, sources)
        return next(beside, mention)

    return _chains(
        (moved(Span(*quote["speaker"])), quote["voice"])
        for quote in prediction["quotes"]
        if quote["speaker"] and quote["voice"]
    )


def _chains(mentions: Iterable[tuple[Span, str]]) -> list[Chain]:
    """Chains of spans; one that stands for several is whose it is first."""
    whose: dict[Span, str] = {}
    for span, who in mentions:
        whose.setdefault(span, who)
    chains: Mapping[str, set[Span]] = defaultdict(set)
    for span, who in whose.items():
        chains[who].add(span)
    return list(chains.values())
