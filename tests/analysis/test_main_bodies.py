"""Which body is `the bank`, or `the company`."""

from tests.analysis.articles import article
from tests.analysis.test_cast import character
from tui.analysis.character import Character
from tui.analysis.main_bodies import name_main_bodies
from tui.analysis.quotation import quotations
from tui.analysis.sentences import sentences
from tui.analysis.units import Unit, units


def body(name: str, times: int, *roles: str) -> Character:
    made = character(name, *roles, kind="organization")
    made.mentions.extend((at, True, False) for at in range(1, times))
    return made


def told(text: str) -> tuple[Unit, ...]:
    made = article(text)
    return units(made, sentences(made), quotations(made))


def test_what_the_article_is_about_is_the_bank() -> None:
    farrow, bureau, senate = body("Farrow", 6), body("Consumer Bureau", 9), body("Oltmark", 2)
    name_main_bodies(told("The bank said so, and the bureau did."), [farrow, bureau, senate])
    assert farrow.roles == {"bank"}
    assert not senate.roles


def test_where_two_are_named_as_often_neither_is() -> None:
    farrow, oltmark = body("Farrow", 6), body("Oltmark", 4)
    name_main_bodies(told("The bank said so."), [farrow, oltmark])
    assert not farrow.roles


def test_where_a_bank_is_named_it_is_that() -> None:
    farrow, other = body("Farrow", 6), body("Bank of Halland", 1)
    name_main_bodies(told("The bank said so."), [farrow, other])
    assert not farrow.roles


def test_the_only_company_is_called_so() -> None:
    fuels, farrow = body("Calloway Fuels", 1), body("Farrow", 9)
    name_main_bodies(told("It rained."), [fuels, farrow])
    assert "company" in fuels.roles
