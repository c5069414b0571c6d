"""sumy's summarisers over sentences that are already split: which of them stand for all."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any
from warnings import catch_warnings, simplefilter

from tui.analysis.model import SummarizerName

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

# So many words' stems are kept.
STEMS = 20_000


class Words:
    """sumy's tokenizer, but for sentences: those are ours. Needs no downloaded data."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(WORD.findall(sentence))


def chosen(sentences: Sequence[str], method: SummarizerName, count: int) -> list[int]:
    """The indices of `count` sentences that stand for all, by one of sumy's methods.

    `lead` takes the first; so does every other method where it cannot decide (too few words in
    common, no vocabulary). The same sentences give the same answer.
    """
    lead = list(range(min(count, len(sentences))))
    if method == "lead":
        return lead
    try:
        picked = _summarised(sentences, method, count)
    except (ValueError, ZeroDivisionError, IndexError, KeyError, ArithmeticError):
        return lead  # sumy's methods have no answer for texts without a usable vocabulary
    return picked or lead


def _summarised(sentences: Sequence[str], method: SummarizerName, count: int) -> list[int]:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    words = Words()
    made = [Sentence(text, words) for text in sentences]
    places = {id(sentence): i for i, sentence in enumerate(made)}
    with catch_warnings():
        simplefilter("ignore", RuntimeWarning)  # a sentence that shares no word with another
        picked = _summarizer(method)(ObjectDocumentModel([Paragraph(made)]), count)
    return [places[id(sentence)] for sentence in picked]


@cache
def _summarizer(method: SummarizerName) -> Callable[..., Any]:
    """A summariser of sumy by name, with English stems and stop words."""
    from importlib import import_module

    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module, name = {
        "lexrank": ("tui.analysis.lex_rank", "LexRank"),
        "textrank": ("sumy.summarizers.text_rank", "TextRankSummarizer"),
        "lsa": ("sumy.summarizers.lsa", "LsaSummarizer"),
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
