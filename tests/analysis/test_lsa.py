"""LSA is silent where it has too little to read."""

import warnings

from tui.analysis.sumy_methods import Passage, chosen


def test_fewer_words_than_sentences_are_no_warning_but_the_lead() -> None:
    said = Passage(("It is what it is.", "So it was then.", "Boats.", "And so are they."), "direct")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert chosen([said], "lsa", 2) == [0, 1]
