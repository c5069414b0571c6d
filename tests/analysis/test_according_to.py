"""Who and what stands behind `According to`."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("other", "who"),
    [
        (", but the company said 12 had died.", "the company"),
        (", while Bo Lind said it was 12.", "Bo Lind"),
    ],
)
def test_what_another_says_is_that_one_s(other: str, who: str) -> None:
    assert speakers_of(read(f"According to the union, 40 people died{other}")) == ["the union", who]


def test_a_name_in_apposition_is_the_source_s() -> None:
    analysis = read(
        "According to the processor, Harrow Sugar Ltd, average yields could reach 78 tonnes."
    )
    assert speakers_of(analysis) == ["Harrow Sugar Ltd"]
    assert [analysis.article.text[slice(*q.spans[0])] for q in analysis.quotes] == [
        "average yields could reach 78 tonnes"
    ]


def test_but_not_of_whom_it_tells() -> None:
    analysis = read("According to the police, Bo Lind, 34, was driving home.")
    assert speakers_of(analysis) == ["the police"]


def test_nor_is_the_name_what_is_said() -> None:
    analysis = read("According to the mayor, Ada Falk, the yields could reach 78 tonnes.")
    assert [analysis.article.text[slice(*s)] for q in analysis.quotes for s in q.spans] == [
        "the yields could reach 78 tonnes"
    ]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            "According to BRS, a shipbroker, only four yards won orders.",
            "only four yards won orders",
        ),
        ("According to Police Norland, a woman, 45, was held.", "a woman, 45, was held"),
        ("According to the report, a bank, which was old, fell.", "a bank, which was old, fell"),
    ],
)
def test_what_a_body_is_is_not_what_it_says(told: str, said: str) -> None:
    (quote,) = read(told).quotes
    assert quote.text == said
