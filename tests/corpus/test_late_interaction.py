"""Statements and a question, word by word: what is rare counts most, and what is meant is near."""

import numpy as np

from tui.analysis.first_layers import WIDTH
from tui.corpus.late_interaction import telling_words, word_by_word

NOTHING = np.zeros(WIDTH, np.float32)


def test_a_rare_word_counts_more_than_common_ones() -> None:
    texts = ["The ferries are late.", "It is what it is, as it was for all of us.", ""]
    late, common, nothing = word_by_word("it is a ferry", texts, NOTHING)
    assert 1 >= late > common > nothing == 0
    (same,) = word_by_word("the ferry", ["“The ferry.”"], NOTHING)
    assert same > 0.9


def test_a_text_is_compared_by_itself() -> None:
    texts = ["The harbour will close.", "She likes plums.", "word " * 5_000]
    together = word_by_word("a port shuts", texts, NOTHING)
    alone = [word_by_word("a port shuts", [text], NOTHING)[0] for text in texts]
    assert np.allclose(together, alone)
    assert word_by_word("", texts, NOTHING).tolist() == [0, 0, 0]
    assert word_by_word("ferry", [], NOTHING).shape == (0,)


def test_the_rarest_words_of_a_question_tell_most() -> None:
    assert telling_words("What did the mayor say about Ostrand and its lighthouses?", 2) == (
        "ostrand", "lighthouses",
    )  # fmt: skip
    assert telling_words("who was it that said so", 3) == ()
    assert telling_words("the ferry ferry", 3) == ("ferry",)
    assert telling_words("", 3) == ()
