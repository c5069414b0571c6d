"""LexRank answers as sumy's own does."""

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer

from tui.analysis.lex_rank import LexRank
from tui.analysis.sumy_methods import Words

TEXT = [
    "The harbour will close in May, and the ferries will lie still.",
    "The ferries lie still when the harbour is closed.",
    "Nobody asked the fishermen.",
    "The fishermen say that the harbour feeds them.",
    "",
    "It rained.",
]


def test_the_same_sentences_are_chosen() -> None:
    words = Words()
    document = ObjectDocumentModel([Paragraph([Sentence(text, words) for text in TEXT])])
    one, other = LexRank(Stemmer("english")), LexRankSummarizer(Stemmer("english"))
    for count in (1, 2, 4):
        assert [str(s) for s in one(document, count)] == [str(s) for s in other(document, count)]


def test_the_matrix_is_the_same() -> None:
    words = [text.lower().split() for text in TEXT]
    summarizer = LexRank(Stemmer("english"))
    told = words, 0.1, summarizer._compute_tf(words), summarizer._compute_idf(words)
    plain = LexRankSummarizer(Stemmer("english"))._create_matrix(*told)
    assert np.allclose(summarizer._create_matrix(*told), plain)
