"""The default summariser: what stands alone and says most, said once."""

import pytest

from tui.analysis.salience import leaning
from tui.analysis.sumy_methods import Passage, chosen

PLAN = "The council will pay for every boat that has to land its catch elsewhere."


def spoken(*sentences: str) -> list[Passage]:
    """A statement of its own for each sentence."""
    return [Passage((sentence,), "direct") for sentence in sentences]


@pytest.mark.parametrize(
    "worse",
    [
        "That is why it has to be paid for by all of them in the end, of course.",
        "And then they went and did it to all the boats again in the winter.",
        "My brother asked me whether the boats would ever land here again, and when.",
        "Thank you very much, and good morning to all who came in the rain.",
        "Good boats.",
    ],
)
def test_substance_that_stands_alone_goes_before(worse: str) -> None:
    assert chosen([Passage((worse, PLAN), "direct")], "salience", 1) == [1]


def test_a_question_that_is_reported_is_not_its_askers_point() -> None:
    asked = Passage(
        ("whether the council will pay for every boat that has to land elsewhere",), "indirect"
    )
    claimed = Passage(("that the council will pay for every boat in May",), "indirect")
    assert chosen([asked, claimed], "salience", 1) == [1]


def test_nothing_is_said_twice() -> None:
    again = "The council will pay for every boat that has to land elsewhere."
    other = "Nobody has mended the gates for forty years."
    assert chosen(spoken(PLAN, again, other), "salience", 2) == [0, 2]


def test_the_article_is_its_lede_and_what_opens_a_paragraph_on_the_headline() -> None:
    passages = [
        Passage(("The council met on a rainy night.", "Some of the men had come by boat.")),
        Passage(("Some of the boats had left.", "It rained in the town all night.")),
        Passage(("The harbour will close for a month.", "Nobody had slept in the hall.")),
    ]
    assert chosen(passages, "salience", 2, "Harbour to close for a month") == [0, 4]


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("“That is why.”", True, True),
        ("that the boats are late", False, False),
        ("that it is late", False, True),
        ("“But the boats are late.”", True, True),
        ("The boats are late.", True, False),
        ("“…”", True, False),
    ],
)
def test_what_hangs_on_the_sentence_before(text: str, quoted: bool, expected: bool) -> None:
    assert leaning(text, quoted=quoted) is expected
