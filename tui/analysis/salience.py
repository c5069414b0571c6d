"""A summariser of sumy's kind that weighs what speaks for a sentence, and takes no point twice."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from sumy.models.dom import ObjectDocumentModel, Sentence
from sumy.summarizers.luhn import LuhnSummarizer

from tui.analysis.digests import text_of
from tui.analysis.evidence import leaning, length, spoken
from tui.analysis.model import QuoteKind

WEIGHTS = "salience.json"
# What each piece of evidence weighs for the article's own sentences: set by hand.
NARRATED: Mapping[str, float] = {
    "length": 0.5,
    "lede": 1.0,
    "early": 1.0,
    "opening": 1.0,
    "leaning": -1.0,
    "headline": 3.0,
}
# So many sentences are the article's first words.
EARLY = 3
# What is taken from a sentence whose topics one has that is chosen already: from a speaker's, and
# from the article's own.
SPOKEN_TWICE = 2.0
TOLD_TWICE = 1.0
# What a word that means nothing adds to a sentence's topics.
NO_TOPIC = frozenset([""])
# So many words' topics are kept.
TOPICS = 20_000


class Said(Sentence):  # type: ignore[misc]  # sumy tells no types
    """A sentence of sumy's document model that knows of what kind of statement it is a part."""

    __slots__ = ("confidence", "kind", "told")

    def __init__(
        self,
        text: str,
        tokenizer: object,
        kind: QuoteKind | None = None,
        told: tuple[str, str] = ("", ""),
        confidence: float = 1.0,
    ) -> None:
        """`kind` is None for the article's own words; see `evidence.spoken` for the others."""
        super().__init__(text, tokenizer)
        self.kind = kind
        self.told = told
        self.confidence = confidence


class Salience(LuhnSummarizer):  # type: ignore[misc]  # sumy tells no types
    """Chooses by length, place, form, trust and headline; then by what has not been said.

    The sentences are `Said`, a paragraph for each statement or paragraph of the article, and the
    headline is the document's heading. Weights of a speaker's sentences are learned, one of the
    pieces being Luhn's (1958) rating. Maximal marginal relevance (Carbonell and Goldstein, 1998)
    keeps one from repeating another.
    """

    # sumy asks of each word in which type of string it is
    normalize_word = staticmethod(str.lower)

    def __init__(self, stemmer: Callable[[str], str]) -> None:
        """`stemmer` takes a word in lower case."""
        super().__init__(stemmer)
        self._topic = lru_cache(TOPICS)(self._stem_of)

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> tuple[Said, ...]:
        """So many sentences, in the order of the document."""
        sentences = list(document.sentences)
        narrated = any(sentence.kind is None for sentence in sentences)
        weights = NARRATED if narrated else _learned()
        topics = [self.topics(sentence) for sentence in sentences]
        worths = [worth(evidence, weights) for evidence in self.evidence(document, topics)]
        twice = TOLD_TWICE if narrated else SPOKEN_TWICE
        return tuple(sentences[i] for i in unlike(worths, topics, sentences_count, twice))

    def evidence(
        self, document: ObjectDocumentModel, topics_of: Sequence[frozenset[str]]
    ) -> list[dict[str, float]]:
        """What speaks for each sentence, by name; `topics_of` are the sentences' topics."""
        headline = {word for heading in document.headings for word in self.topics(heading)}
        ranks = self._ranks(document)
        found: list[dict[str, float]] = []
        for number, paragraph in enumerate(p for p in document.paragraphs if p.sentences):
            for place, said in enumerate(paragraph.sentences):
                topics = topics_of[len(found)]
                shared = len(headline & topics)
                if said.kind is None:
                    found.append(
                        {
                            "length": length(str(said)),
                            "lede": 1 / (1 + number),
                            "early": float(len(found) < EARLY),
                            "opening": float(place == 0),
                            "leaning": float(leaning(str(said))),
                            "headline": shared / max(1, len(headline)),
                        }
                    )
                else:
                    found.append(
                        spoken(str(said), said.kind, said.told, said.confidence)
                        | {
                            "headline": shared / max(1, len(topics)),
                            "dense": 1 / ranks[len(found)],
                            "topics": len(topics) / 10,
                            "substance": len(topics) / max(1, len(said.words)),
                            "late": len(found) / max(1, len(topics_of) - 1),
                        }
                    )
        return found

    def _ranks(self, document: ObjectDocumentModel) -> Mapping[int, int]:
        """The place of each of a speaker's sentences, by number, in the order of Luhn's rating."""
        sentences = document.sentences
        if any(sentence.kind is None for sentence in sentences):
            return {}  # the article's own are not rated
        stems = frozenset(self._get_significant_words(document.words))
        ratings = [self.rate_sentence(sentence, stems) for sentence in sentences]
        ranked = sorted(range(len(ratings)), key=lambda i: -ratings[i])
        return dict(zip(ranked, range(1, 1 + len(ranked)), strict=True))

    def topics(self, sentence: Sentence) -> frozenset[str]:
        """The stems of a sentence's words that mean something."""
        return frozenset(map(self._topic, sentence.words)) - NO_TOPIC

    def _stem_of(self, word: str) -> str:
        """The stem of a word; nothing where the word means nothing."""
        low = self.normalize_word(word)
        means = len(low) > 1 and low.replace("’", "'") not in self.stop_words
        return self.stem_word(low) if means else ""


def worth(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What speaks for a sentence, weighed."""
    return sum(weight * evidence[name] for name, weight in weights.items())


def unlike(
    worths: Sequence[float], topics: Sequence[frozenset[str]], count: int, twice: float
) -> list[int]:
    """The indices of `count` sentences that are worth most and unlike each other, in order.

    `twice` is taken from a sentence whose topics one has that is chosen already.
    """
    repeated = [0.0] * len(worths)
    left = list(range(len(worths)))
    chosen: list[int] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda i: worths[i] - twice * repeated[i])
        chosen.append(best)
        left.remove(best)
        for i in left:
            repeated[i] = max(repeated[i], _alike(topics[i], topics[best]))
    return sorted(chosen)


@cache
def _learned() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads(text_of(WEIGHTS))
    return weights


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two sentences' topics they share (Dice, 1945): 1 where they have the same."""
    return 2 * len(one & other) / max(1, len(one) + len(other))
