"""A summariser of sumy's kind that weighs what speaks for a sentence, and takes no point twice."""

import re
from collections.abc import Collection, Mapping, Sequence
from math import log

from sumy.models.dom import ObjectDocumentModel, Sentence
from sumy.summarizers._summarizer import AbstractSummarizer

from tui.analysis.model import QuoteKind

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# A sentence that begins with one of these hangs on what stands before it.
LEANING = frozenset(
    """
it it's its that that's this these those they they're them their theirs he him his she her hers one
ones there's such and but so or nor yet because then also still instead therefore however besides
meanwhile thus hence otherwise too if
""".split()
)
# Who tells what somebody else says makes another's point.
REPORTING = frozenset("said says say told tells tell asked asks ask".split())
# In other words, and begun so: a question or a request, whose answer is another's.
ASKING = frozenset("what who whom whose how why whether if where when which to".split())
COURTESIES = re.compile(
    r"\b(?:thanks?|thanked|good (?:morning|afternoon|evening|night)|hello|welcome|goodbye|please|"
    r"sorry|congratulations)\b",
    re.IGNORECASE,
)
# What each piece of evidence weighs for a speaker's sentences, and for the article's.
SPOKEN: Mapping[str, float] = {
    "length": 1.0,
    "late": -1.0,
    "leaning": -0.5,
    "reporting": -0.75,
    "asking": -1.5,
    "courtesy": -0.75,
    "clause": 0.5,
}
NARRATED: Mapping[str, float] = {
    "length": 0.5,
    "lede": 2.0,
    "leaning": -0.25,
    "opening": 1.0,
    "headline": 0.25,
}
# What is taken from a sentence all of whose words another one has that is chosen already.
REPEATING = 1.0


class Said(Sentence):  # type: ignore[misc]
    """A sentence of sumy's document model that knows of what kind of statement it is a part."""

    __slots__ = ("kind",)

    def __init__(self, text: str, tokenizer: object, kind: QuoteKind | None = None) -> None:
        """`kind` is None for the article's own words."""
        super().__init__(text, tokenizer)
        self.kind = kind


def leaning(text: str, *, quoted: bool = True) -> bool:
    """Whether a sentence hangs on what stands before it: it begins with a pronoun or connective.

    Where it is not `quoted`, a `that` before it only says that it is a clause.
    """
    words = _words(text)
    if not quoted and words[:1] == ["that"]:
        words = words[1:]
    return bool(words) and words[0] in LEANING


class Salience(AbstractSummarizer):  # type: ignore[misc]
    """Chooses by length, place, form and headline; then by what has not been said.

    The sentences are `Said`, a paragraph for each statement or paragraph of the article, and the
    headline is the document's heading. Maximal marginal relevance (Carbonell and Goldstein, 1998)
    keeps one from repeating another.
    """

    stop_words: Collection[str] = frozenset()

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> tuple[Said, ...]:
        """So many sentences, in the order of the document."""
        sentences = list(document.sentences)
        topics = [self._topics(sentence) for sentence in sentences]
        worth = self._worth(document, topics)
        repeated = [0.0] * len(sentences)
        left = list(range(len(sentences)))
        chosen: list[int] = []
        while left and len(chosen) < sentences_count:
            best = max(left, key=lambda i: worth[i] - REPEATING * repeated[i])
            chosen.append(best)
            left.remove(best)
            for i in left:
                repeated[i] = max(repeated[i], _alike(topics[i], topics[best]))
        return tuple(sentences[i] for i in sorted(chosen))

    def _worth(
        self, document: ObjectDocumentModel, topics: Sequence[Collection[str]]
    ) -> list[float]:
        headline = {word for heading in document.headings for word in self._topics(heading)}
        passages = [p.sentences for p in document.paragraphs if p.sentences]
        worth: list[float] = []
        for number, passage in enumerate(passages):
            for place, sentence in enumerate(passage):
                evidence = _evidence(str(sentence), sentence.kind) | {
                    "late": number / len(passages),
                    "lede": 1 / (1 + number),
                    "opening": float(place == 0),
                    "headline": float(len(headline.intersection(topics[len(worth)]))),
                }
                weights = NARRATED if sentence.kind is None else SPOKEN
                worth.append(sum(weight * evidence[name] for name, weight in weights.items()))
        return worth

    def _topics(self, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence's words that mean something."""
        words = (self.normalize_word(word) for word in sentence.words)
        return frozenset(
            self.stem_word(w)
            for w in words
            if len(w) > 1 and w.replace("’", "'") not in self.stop_words
        )


def _evidence(text: str, kind: QuoteKind | None) -> dict[str, float]:
    """What a sentence's own words say for it, or against it."""
    words = _words(text)
    quoted = kind == "direct"
    first = words[:1]
    return {
        "length": log(1 + len(words)),
        "leaning": float(leaning(text, quoted=quoted)),
        "reporting": float(not REPORTING.isdisjoint(words)),
        "asking": float(not quoted and not ASKING.isdisjoint(first)),
        "courtesy": float(COURTESIES.search(text) is not None),
        "clause": float(not quoted and first == ["that"]),
    }


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter's words that are in the longer, too."""
    return len(one & other) / max(1, min(len(one), len(other)))
