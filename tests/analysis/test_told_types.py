"""What the words around a name tell of its kind."""

import pytest

from tui.analysis.model import EntityType
from tui.analysis.names import Name
from tui.analysis.told_types import as_told
from tui.article.model import Span


def told(text: str, *names: tuple[str, EntityType]) -> list[EntityType]:
    """The types of some names, of which the first mentions are given."""
    spans = [Name(Span(text.index(n), text.index(n) + len(n)), kind) for n, kind in names]
    return [name.type for name in as_told(text, spans)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Falk’s shares fell on Monday.", "Falk", "organization"),
        ("A spokeswoman for the company, Ada Falk, said no.", "Ada Falk", "person"),
        ("He sold his stake in Falk on Monday.", "Falk", "organization"),
        ("Falk, the maker of a kettle, said no.", "Falk", "organization"),
        ("Falk, a heat pump maker, said no.", "Falk", "organization"),
        ("Anna Falk, a cheese maker, said no.", "Anna Falk", "person"),
        ("Anna Falk, a fashion retailer, said no.", "Anna Falk", "organization"),
        ("Falk, a small charity in Ostrand, said no.", "Falk", "organization"),
        ("A Falk spokeswoman declined to comment.", "Falk", "organization"),
        ("He lives in Falk with his dogs.", "Falk", "place"),
        ("Falk’s foreign minister left.", "Falk", "place"),
        ("Falk cut its forecast on Thursday.", "Falk", "organization"),
        ("Falk said it would close.", "Falk", "organization"),
        ("Falk said it was in talks.", "Falk", "organization"),
        ("Falk said it would pull out of the deal.", "Falk", "organization"),
        ("Falk said it had lost money.", "Falk", "organization"),
        ("The Danish drugmaker Falk said no.", "Falk", "organization"),
        ("Whitehall said no.", "Whitehall", "organization"),
        ("Falk said it would rain.", "Falk", "person"),
        ("Falk said it was hard.", "Falk", "person"),
        ("Falk’s mother left.", "Falk", "person"),
        ("He has faith in Falk.", "Falk", "person"),
        ("Mayor Falk’s staff left.", "Falk", "person"),
        ("A nurse at Falk General left.", "Falk General", "organization"),
    ],
)
def test_one_name(text: str, name: str, kind: EntityType) -> None:
    assert told(text, (name, "person")) == [kind]


def test_whoever_speaks_for_a_body_stands_behind_its_name() -> None:
    text = "Brandt’s Ada Holm and Jefferies' Tim Lowe sold. Ruth Falk and Falk’s Bo Lind did not."
    names: list[tuple[str, EntityType]] = [
        ("Brandt", "person"), ("Ada Holm", "person"), ("Jefferies", "person"),
        ("Tim Lowe", "person"), ("Ruth Falk", "person"), ("Falk", "person"), ("Bo Lind", "person"),
    ]  # fmt: skip
    kinds = ["organization", "person", "organization", "person", "person", "person", "person"]
    assert told(text, *names) == kinds


def test_a_family_and_its_firm() -> None:
    text = "Shares in Falk rose. Ada Falk of Falk Motors was glad."
    names: list[tuple[str, EntityType]] = [("Falk", "person"), ("Ada Falk", "person")]
    assert told(text, *names) == ["person", "person"]
    both: list[tuple[str, EntityType]] = [*names, ("Falk Motors", "organization")]
    assert told(text, *both)[0] == "organization"


def test_what_is_met_often_is_a_place_where_that_is_told_often() -> None:
    text = "In Falk it rained. Falk said no. Falk left. Falk slept."
    names = [
        Name(Span(at, at + 4), "person") for at in range(len(text)) if text.startswith("Falk", at)
    ]
    assert {name.type for name in as_told(text, names)} == {"person"}


@pytest.mark.parametrize(("given", "kind"), [("Ilse", "person"), ("Rauning", "organization")])
def test_what_a_surname_alone_tells_is_told_of_the_full_name(given: str, kind: EntityType) -> None:
    text = f"{given} Harrow takes over. Harrow, 41, grew up in Kest."
    again = text.rindex("Harrow")
    whole = Name(Span(0, text.index(" takes")), "organization")
    assert as_told(text, [whole, Name(Span(again, again + 6), "person")])[0].type == kind
