"""sumy's summarisers over sentences that are already split: which of them stand for all."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from warnings import catch_warnings, simplefilter

from tui.analysis.model import QuoteKind, SummarizerName

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

# So many words' stems are kept.
STEMS = 20_000


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of one statement, with its kind, or of a paragraph of the article (None)."""

    sentences: tuple[str, ...]
    kind: QuoteKind | None = None


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
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    from tui.analysis.salience import Said

    words = Words()
    made = [[Said(text, words, p.kind) for text in p.sentences] for p in passages]
    places = {id(said): i for i, said in enumerate(s for passage in made for s in passage)}
    headings = [Sentence(headline, words, is_heading=True)] if headline else []
    with catch_warnings():
        simplefilter("ignore", RuntimeWarning)  # a sentence that shares no word with another
        document = ObjectDocumentModel([Paragraph(headings), *map(Paragraph, made)])
        picked = _summarizer(method)(document, count)
    return [places[id(sentence)] for sentence in picked]


@cache
def _summarizer(method: SummarizerName) -> Callable[..., Any]:
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
    summarizer = getattr(import_module(module), name)(stem)
    summarizer.stop_words = get_stop_words("english")
    made: Callable[..., Any] = summarizer
    return made
