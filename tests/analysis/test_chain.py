"""The chain from a quote's mention to the speaker's name, over small articles."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.analysis.articles import article
from tests.conftest import SAMPLES
from tui.analysis import analyse
from tui.analysis.corrections import Correction
from tui.analysis.model import Analysis, Quote
from tui.article.loading import load

HEAD = "Harbour to close for a month"
MAYOR = "Ada Falkmere, the mayor of Ostrand, opened the meeting."


def read(*paragraphs: str) -> Analysis:
    return analyse(article(HEAD, *paragraphs))


def chain_of(analysis: Analysis, words: str) -> list[str]:
    """The words of each step of the quote that has some words."""
    quote = next(q for q in analysis.quotes if words in q.text)
    return [analysis.article.text[slice(*span)] for span in quote.chain]


def place_of(analysis: Analysis, quote: Quote, step: int) -> str:
    """The paragraph in which a step stands."""
    text, start = analysis.article.text, quote.chain[step].start
    return text[text.rfind("\n", 0, start) + 1 : text.find("\n", start)]


def test_a_pronoun_leads_to_the_naming_before_it_and_on_to_the_full_name() -> None:
    analysis = read(
        MAYOR,
        "Falkmere said that the wall was broken.",
        "“We close in May,” she said.",
        "Falkmere left before noon.",
    )
    assert chain_of(analysis, "We close") == ["she", "Falkmere", "Ada Falkmere"]
    quote = next(q for q in analysis.quotes if "We close" in q.text)
    assert place_of(analysis, quote, 1).startswith("Falkmere said")


def test_a_surname_leads_to_the_full_name_and_the_full_name_is_all() -> None:
    analysis = read(
        "“We close in May,” said Mayor Ada Falkmere.",
        "“It is the least bad of three bad choices,” Ms. Falkmere said.",
    )
    assert chain_of(analysis, "We close") == ["Mayor Ada Falkmere"]
    assert chain_of(analysis, "least bad") == ["Ms. Falkmere", "Ada Falkmere"]


def test_a_description_leads_to_where_it_is_told() -> None:
    analysis = read(
        "Ada Falkmere opened the meeting in the fish hall.",
        "Falkmere, the mayor of Ostrand, had walked there.",
        "Falkmere was late, and she was cold.",
        "“We close in May,” the mayor said.",
    )
    assert chain_of(analysis, "We close") == ["the mayor", "Falkmere", "Ada Falkmere"]
    quote = next(q for q in analysis.quotes if "We close" in q.text)
    assert place_of(analysis, quote, 1).startswith("Falkmere, the mayor")


def test_names_in_the_quote_itself_are_no_step() -> None:
    analysis = read(
        MAYOR,
        "“They shouted Falkmere, Falkmere all night, and I was not asleep,” she said.",
    )
    assert chain_of(analysis, "They shouted") == ["she", "Ada Falkmere"]


def test_where_nothing_stands_before_the_next_naming_will_do() -> None:
    analysis = read(
        "A surgeon who left a clamp in a patient said on Monday that she was sorry.",
        "Dr. Greta Kolberg told the court of Kestmark that she had not slept.",
    )
    steps = chain_of(analysis, "sorry")
    assert steps[-1] == "Greta Kolberg"
    assert len(steps) == 2


def test_who_is_only_described_leads_to_the_first_description() -> None:
    analysis = read(
        "A diplomat in the room said that the talks had failed.",
        "“Nobody listened,” the diplomat said.",
        "“Nobody at all,” the diplomat said later.",
    )
    first = chain_of(analysis, "talks had failed")
    assert len(first) == 1
    assert chain_of(analysis, "at all") == ["the diplomat", *first]


def test_nobody_known_has_no_chain() -> None:
    analysis = read("“We close in May,” it was said in the harbour, and then nobody spoke.")
    (quote,) = analysis.quotes
    assert quote.speaker is None
    assert quote.chain == ()


def test_an_answer_without_a_mention_leads_to_the_name() -> None:
    analysis = analyse(
        article(
            "Five minutes with: Noor Haddad, lighthouse keeper",
            "The last keeper on the north coast talks about fog.",
            "How did you get the job?",
            "I answered an advert in a newspaper that no longer exists.",
            "And you stayed. Were you ever lonely?",
            "My mother used to say that a lonely person has not looked out of the window.",
            "What will you miss?",
            "The fog. I never told anybody how quiet it gets.",
        )
    )
    quote = next(q for q in analysis.quotes if "an advert" in q.text)
    assert quote.mention is None
    assert chain_of(analysis, "an advert") == ["Noor Haddad"]


def test_a_corrected_quote_has_no_chain_but_its_mention() -> None:
    body = article(HEAD, MAYOR, "“We close in May,” she said. “In June,” said Piet Oduya.")
    (quote, _) = analyse(body).quotes
    correction = Correction(
        quote.spans, "statement", "Ada Falkmere", "she", "Piet Oduya", new=False
    )
    right = analyse(body, corrections=[correction])
    assert chain_of(right, "We close") == ["she"]
    assert chain_of(right, "In June") == ["Piet Oduya"]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_chain_of_a_sample_begins_with_the_mention_and_has_no_step_twice(path: Path) -> None:
    analysis = analyse(load(str(path)))
    for quote in analysis.quotes:
        assert bool(quote.chain) is (quote.speaker is not None)
        assert not quote.chain or quote.mention in (None, quote.chain[0])
        assert all(
            one.end <= other.start or other.end <= one.start
            for one, other in pairwise(sorted(quote.chain))
        )
