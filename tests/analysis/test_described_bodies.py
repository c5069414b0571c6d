"""Which body is meant by its trade, its people, or `the company`."""

import pytest

from tests.analysis.voices_of import read, speakers_of

GROUP, AIR = "Orrin Group cut its outlook.", "Orrinfield said flights would resume."


@pytest.mark.parametrize(
    ("first", "again", "who"),
    [
        ("Velt Motor closed a plant.", "The Dutch carmaker said the rain was to blame",
         "Velt Motor"),
        (GROUP, "The publisher said it expects a loss", "Orrin Group"),
        (GROUP, "The baker said it now expects a profit", "Orrin Group"),
        (GROUP, "The drinks giant said sales had fallen", "Orrin Group"),
        (AIR, "The airline said fares would fall", "Orrinfield"),
        (AIR, "The budget carrier said fares would fall", "Orrinfield"),
    ],
)  # fmt: skip
def test_a_company_is_called_by_its_trade(first: str, again: str, who: str) -> None:
    analysis = read(first, f"{again}.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [(who, "organization")]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Orrin, a Leeds-based startup, has raised $60 million, the company said.", "Orrin"),
        ("Orrin cut its forecast, the company said.", "Orrin"),
        ("Kestle Inc. grew its income by 2 percent, the retailer said.", "Kestle Inc."),
    ],
)
def test_the_company_is_the_one_whose_news_it_tells(said: str, who: str) -> None:
    assert speakers_of(read(said)) == [who]


def test_each_of_two_has_its_own_country_and_its_own_trade() -> None:
    analysis = read(
        "Velt Motor closed a plant. The Dutch carmaker said yes. The Danish carmaker said no.",
        "Falk Oil closed a well. Strand Air cut a route. The oil giant said it was late.",
    )
    assert speakers_of(analysis) == ["Velt Motor", "The Danish carmaker", "Falk Oil"]


@pytest.mark.parametrize(
    "told",
    [
        "Orrin Group cut its outlook. Outside, a baker met Ada Falk. The baker said he was glad.",
        "Bo Hale is a publisher at Orrin Group. The publisher said it was late.",
    ],
)
def test_a_person_of_a_trade_is_no_company(told: str) -> None:
    assert "Orrin Group" not in speakers_of(read(told))


def test_the_regulator_is_not_the_company_that_it_regulates() -> None:
    analysis = read("Orrin Group sold 900 lamps. The regulator said they were not safe.")
    assert speakers_of(analysis)[-1] == "The regulator"


@pytest.mark.parametrize(
    ("told", "who"), [("Vexline shares fell.", "Vexline"), ("Critics laughed.", "The company")]
)
def test_what_goes_by_one_word_is_a_company_only_where_something_tells(told: str, who: str) -> None:
    analysis = read(f"Vexline said it was sorry. {told} The company said it had rained.")
    assert speakers_of(analysis)[-1] == who
