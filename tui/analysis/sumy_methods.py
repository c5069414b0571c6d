"""sumy's summarisers over sentences that are already split: which of them stand for all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from tui.analysis.model import QuoteKind
from tui.analysis.options import SummarizerName

if TYPE_CHECKING:
    from sumy.models.dom import ObjectDocumentModel
    from sumy.summarizers._summarizer import AbstractSummarizer

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

# So many words' stems are kept.
STEMS = 20_000


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of one statement, with its kind, or of a paragraph of the article (None).

    `told` is what stands before and after each sentence where it is only a part of one of the
    article's; `confidence` in [0, 1] is how sure it is that the speaker says so.
    """

    sentences: tuple[str, ...]
    kind: QuoteKind | None = None
    told: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0


class Words:
    """sumy's tokenizer, but for sentences: those are ours. Needs no downloaded data."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(WORD.findall(sentence))


def chosen(
    passages: Sequence[Passage], method: SummarizerName, count: int, headline: str = ""
) -> list[int]:
    """The indices of `count` sentences that stand for all, counted over all passages.

    `lead` takes the first; so does every other method where it cannot decide (too few words in
    common, no vocabulary). The same sentences give the same answer.
    """
    lead = list(range(min(count, sum(len(p.sentences) for p in passages))))
    if method == "lead":
        return lead
    try:
        picked = _summarised(passages, method, count, headline)
    except (ValueError, ZeroDivisionError, IndexError, KeyError, ArithmeticError):
        return lead  # sumy's methods have no answer for texts without a usable vocabulary
    return picked or lead


def _summarised(
    passages: Sequence[Passage], method: SummarizerName, count: int, headline: str
) -> list[int]:
    document = document_of(passages, headline)
    places = {id(sentence): i for i, sentence in enumerate(document.sentences)}
    with catch_warnings():
        simplefilter("ignore", RuntimeWarning)  # a sentence that shares no word with another
        picked = summarizer(method)(document, count)
    return [places[id(sentence)] for sentence in picked]


def document_of(passages: Sequence[Passage], headline: str = "") -> "ObjectDocumentModel":
    """The passages as sumy's document model: each a paragraph, of sentences that are `Said`."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    from tui.analysis.salience import Said

    words = Words()
    headings = [Sentence(headline, words, is_heading=True)] if headline else []
    made = [
        Paragraph(
            Said(text, words, p.kind, told, p.confidence)
            for text, told in zip(p.sentences, p.told or repeat(("", "")), strict=False)
        )
        for p in passages
    ]
    return ObjectDocumentModel([Paragraph(headings), *made])


@cache
def summarizer(method: SummarizerName) -> "AbstractSummarizer":
    """A summariser by name, with English stems and stop words."""
    from importlib import import_module

    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module, name = {
        "salience": ("tui.analysis.salience", "Salience"),
        "lexrank": ("tui.analysis.lex_rank", "LexRank"),
        "textrank": ("sumy.summarizers.text_rank", "TextRankSummarizer"),
        "lsa": ("tui.analysis.lsa", "Lsa"),
        "luhn": ("sumy.summarizers.luhn", "LuhnSummarizer"),
        "sumbasic": ("sumy.summarizers.sum_basic", "SumBasicSummarizer"),
        "kl": ("sumy.summarizers.kl", "KLSummarizer"),
        "reduction": ("sumy.summarizers.reduction", "ReductionSummarizer"),
    }[method]
    stem = lru_cache(STEMS)(Stemmer("english"))
    made = getattr(import_module(module), name)(stem)
    made.stop_words = get_stop_words("english")
    return made
