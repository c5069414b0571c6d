"""The default summariser: what stands alone and says most, said once."""

import pytest

from tui.analysis.sumy_methods import Passage, chosen

PLAN = "The council will pay for every boat that has to land its catch elsewhere."


def spoken(*sentences: str) -> list[Passage]:
    """A statement of its own for each sentence."""
    return [Passage((sentence,), "direct") for sentence in sentences]


@pytest.mark.parametrize(
    "worse",
    [
        "That is why it has to be paid for by all of them.",
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
        ("whether the council will pay for every boat that lands elsewhere",), "indirect"
    )
    claimed = Passage(("that the council will pay for every boat in May",), "indirect")
    assert chosen([asked, claimed], "salience", 1) == [1]


def test_how_a_statement_is_told_counts() -> None:
    claims = ("that the gates of the harbour are old", "that the boats of the harbour are old")
    blunt = Passage(claims[:1], "indirect", (("The clerk wondered aloud and said ", "."),))
    firm = Passage(claims[1:], "indirect", (("The clerk warned the council and said ", "."),))
    assert chosen([blunt, firm], "salience", 1) == [1]


def test_what_is_surely_the_speakers_goes_before() -> None:
    unsure = Passage(("The gates of the harbour are far too old.",), "direct", confidence=0.4)
    sure = Passage(("The boats of the harbour are far too old.",), "direct", confidence=1.0)
    assert chosen([unsure, sure], "salience", 1) == [1]


def test_what_the_headline_tells_goes_before() -> None:
    said = spoken("The boats can go north in the spring.", "The gates must close for a month.")
    assert chosen(said, "salience", 1, "Gates to close for a month") == [1]


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
