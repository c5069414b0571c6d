"""Which names become key entities, and what they are."""

import pytest

from tests.analysis.articles import article
from tui.analysis.entity_names import entity_names
from tui.analysis.model import EntityType
from tui.analysis.names import Name
from tui.analysis.quotation import quotations
from tui.analysis.tagger import TaggedName
from tui.analysis.title_capitals import title_cased
from tui.article.model import Article, Span

Told = tuple[str, EntityType]


def span_of(made: Article, words: str) -> Span:
    start = made.text.index(words)
    return Span(start, start + len(words))


def told(made: Article, ruled: list[Told], tagged: list[Told]) -> list[Told]:
    """The names of an article, given those that capitals tell and those of the encoder."""
    names = entity_names(
        made,
        [Name(span_of(made, words), kind) for words, kind in ruled],
        [TaggedName(span_of(made, words), kind) for words, kind in tagged],
    )
    return [(made.text[slice(*n.span)], n.type) for n in names]


@pytest.mark.parametrize(
    ("text", "ruled", "tagged", "expected"),
    [
        # what only capitals tell is no name
        ("Tins are heavy in Dunmoor.", [("Tins", "other"), ("Dunmoor", "person")],
         [("Dunmoor", "place")], [("Dunmoor", "place")]),
        # nor are a family's members, a title behind a body, or where one is based
        ("The Falks left. Ada Falk did not.", [], [("Falks", "person"), ("Ada Falk", "person")],
         [("Ada Falk", "person")]),
        ("ACME Cpl. Bo Rask left.", [], [("ACME Cpl", "organization")], [("ACME", "organization")]),
        ("It is Ostrand-based Falk.", [], [("Ostrand-based Falk", "organization")],
         [("Falk", "organization")]),
        ("They left King’s College.", [("King’s College", "organization")],
         [("King’s College", "person")], [("King’s College", "organization")]),
        # but for the acronym of what is named
        ("The World Harbour Order came. The WHO thanked Ada Falk.",
         [("WHO", "organization"), ("Ada Falk", "person")],
         [("World Harbour Order", "organization"), ("Ada Falk", "person")],
         [("World Harbour Order", "organization"), ("WHO", "organization"),
          ("Ada Falk", "person")]),
        ("The KGB thanked Ada Falk.", [("KGB", "organization"), ("Ada Falk", "person")],
         [("Ada Falk", "person")], [("Ada Falk", "person")]),
        # what has an ending of its own, or belongs to a body
        ("Then Dr Kim Hae-bin came.", [("Kim Hae-bin", "person")], [("Kim Hae-", "person")],
         [("Kim Hae-bin", "person")]),
        ("An Ostrand-born singer came.", [], [("Ostrand-born", "place")], []),
        ("The deaths at St Orrin’s Hospital.", [], [("St Orrin", "place")],
         [("St Orrin’s Hospital", "organization")]),
        # the longer stretch stands, with the encoder's type
        ("The Ostrand Harbour Board met.", [("Ostrand Harbour Board", "person")],
         [("Ostrand", "place"), ("Harbour Board", "organization")],
         [("Ostrand Harbour Board", "organization")]),
        # a full name is the encoder's
        ("Press Secretary Ada Falk came.", [("Press Secretary Ada Falk", "organization")],
         [("Ada Falk", "person")], [("Ada Falk", "person")]),
        # what is no person's as it is used
        ("They live in Vasteria.", [("Vasteria", "place")], [("Vasteria", "person")],
         [("Vasteria", "place")]),
        ("The boats left Port Varrick.", [], [("Port Varrick", "organization")],
         [("Port Varrick", "place")]),
        ("The Port Varrick Council met.", [], [("Port Varrick Council", "organization")],
         [("Port Varrick Council", "organization")]),
        # titles and honours
        ("Then Dame Perpetua Voss KC came.", [], [("Dame Perpetua Voss KC", "person")],
         [("Perpetua Voss", "person")]),
        ("They asked Miss Pellingham.", [], [("Miss Pellingham", "place")],
         [("Pellingham", "person")]),
        ("The General Surgical Council met.", [], [("General Surgical Council", "organization")],
         [("General Surgical Council", "organization")]),
        ("They asked Falk’s brother.", [], [("Falk’s", "person")], [("Falk", "person")]),
        # demonyms
        ("Dutch and Canadian boats.", [], [("Dutch", "place"), ("Canadian", "other")], []),
        ("They left Vasteria in Vasterian boats.", [],
         [("Vasteria", "place"), ("Vasterian", "person")],
         [("Vasteria", "place")]),
        ("They asked Vivian Falk.", [], [("Vivian Falk", "person")], [("Vivian Falk", "person")]),
        # one body of two words
        ("The Seafood and Allied Workers met.", [],
         [("Seafood", "organization"), ("Allied Workers", "organization")],
         [("Seafood and Allied Workers", "organization")]),
        ("The boats of Calloway and Marsh met.", [],
         [("Calloway", "organization"), ("Marsh", "organization")],
         [("Calloway", "organization"), ("Marsh", "organization")]),
    ],
)  # fmt: skip
def test_what_is_named(
    text: str, ruled: list[Told], tagged: list[Told], expected: list[Told]
) -> None:
    assert told(article("The boats at night", text), ruled, tagged) == expected


def test_without_an_encoder_capitals_tell() -> None:
    made = article("The boats at night", "They live in Vasteria.")
    assert told(made, [("Vasteria", "place")], []) == [("Vasteria", "place")]


def test_who_wrote_it_is_not_what_it_is_about() -> None:
    made = article("The boats at night", "By Ines Tarrow", "Ada Falk came to the harbour by boat.")
    names: list[Told] = [("Ines Tarrow", "person"), ("Ada Falk", "person")]
    assert told(made, names, names) == [("Ada Falk", "person")]


def test_the_capitals_of_a_title_make_no_names() -> None:
    made = article(
        "Winter Nears as Ostrand Shuts Its Gates",
        "Ostrand is cold. Bo Rask read from “A Chair by the Gate” there.",
    )
    tagged: list[Told] = [("Nears", "organization"), ("Ostrand", "place"), ("Gate", "place")]
    found = entity_names(
        made,
        [],
        [TaggedName(span_of(made, words), kind) for words, kind in tagged]
        + [TaggedName(Span(made.text.rindex("Ostrand"), made.text.rindex("Ostrand") + 7), "place")],
        title_cased(made, quotations(made)),
    )
    assert [made.text[slice(*n.span)] for n in found] == ["Ostrand", "Ostrand"]


def test_a_dateline_is_a_place() -> None:
    made = article("Rain again", "HALVERTON — It rains, Bo Rask said.")
    assert told(made, [], [("HALVERTON", "organization"), ("Bo Rask", "person")])[0] == (
        "HALVERTON",
        "place",
    )


def test_who_opens_a_paragraph_before_a_dash_is_no_place() -> None:
    made = article("Rain again", "Bo Rask — a surgeon by trade — came early.")
    assert told(made, [], [("Bo Rask", "person")]) == [("Bo Rask", "person")]
