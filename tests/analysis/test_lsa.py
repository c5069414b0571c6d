"""sumy’s LSA as it is used here: the same answer each time, and none from too few words."""

import warnings

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer

from tui.analysis.lsa import Lsa
from tui.analysis.sumy_methods import Passage, Words, chosen


def test_words_have_the_same_rows_in_each_process() -> None:
    sentences = [Sentence(t, Words()) for t in ("Boats and gates.", "Ferries are late again.")]
    document = ObjectDocumentModel([Paragraph(sentences)])
    rows = Lsa(Stemmer("english"))._create_dictionary(document)
    assert list(rows) == sorted(rows)


def test_fewer_words_than_sentences_are_no_warning_but_the_lead() -> None:
    said = Passage(("It is what it is.", "So it was then.", "Boats.", "And so are they."), "direct")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert chosen([said], "lsa", 2) == [0, 1]
