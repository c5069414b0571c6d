"""Key entities: one for all the forms of a name, the most salient first."""

import pytest

from tests.analysis.articles import article
from tui.analysis import analyse
from tui.analysis.entities import key_entities
from tui.analysis.model import EntityType, Speaker
from tui.analysis.names import Name
from tui.article.model import Article, Span


def test_forms_are_linked_and_ranked() -> None:
    made = article(
        "Ostrand harbour to close, says Falkmere",
        "Ada Falkmere told the World Harbour Organization that Ostrand would close its gates.",
        "The WHO thanked Falkmere. “Ostrand comes first,” said Piet Oduya.",
        "Falkmere went home to Tolva.",
    )
    analysis = analyse(made)
    by_name = {e.name: e for e in analysis.entities}
    assert len(by_name["Ada Falkmere"].mentions) == 4
    assert by_name["Ada Falkmere"].type == "person"
    assert len(by_name["World Harbour Organization"].mentions) == 2
    assert [e.id for e in analysis.entities] == [f"e{i + 1}" for i in range(len(analysis.entities))]
    weights = [e.salience for e in analysis.entities]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == 1.0
    assert weights[-1] > 0


def test_who_spoke_of_what() -> None:
    analysis = analyse(
        article(
            "Harbour to close",
            "“Ostrand comes first,” said Piet Oduya.",
            "Ada Falkmere said that Tolva came second.",
        )
    )
    speakers = {s.name: s.id for s in analysis.speakers}
    by_name = {e.name: e for e in analysis.entities}
    assert by_name["Ostrand"].speakers == (speakers["Piet Oduya"],)
    assert by_name["Tolva"].speakers == (speakers["Ada Falkmere"],)
    assert by_name["Ostrand"].id in analysis.speakers[0].entities


def names(*texts: tuple[str, EntityType]) -> tuple[Article, list[Name]]:
    """An article of the names alone, and the names."""
    made = article("A list of them", ", ".join(text for text, _ in texts) + ".")
    found, at = [], made.text.index(texts[0][0])
    for text, kind in texts:
        at = made.text.index(text, at)
        found.append(Name(Span(at, at + len(text)), kind))
        at += len(text)
    return made, found


@pytest.mark.parametrize(
    ("long", "short", "kind"),
    [
        ("Hector Augustus Lamb", "Hector Lamb", "person"),
        ("Joost van der Meulen", "Van der Meulen", "person"),
        ("Calloway Fuels Inc.", "Calloway Fuels", "organization"),
        ("Ossing Argus", "Argus", "organization"),
        ("World Harbour Organization", "WHO", "organization"),
        ("Lake Ishmere", "Ishmere", "place"),
    ],
)
def test_short_forms_are_the_same(long: str, short: str, kind: EntityType) -> None:
    (entity,) = key_entities(*names((long, kind), (short, kind)), (), (), {})
    assert (entity.name, len(entity.mentions)) == (long, 2)


def test_a_place_is_not_the_body_that_is_named_after_it() -> None:
    told = names(("Ossing Junction", "place"), ("Ossing Council", "organization"),
                 ("Ossing", "place"))  # fmt: skip
    assert len(key_entities(*told, (), (), {})) == 3


def test_a_dateline_does_not_shout() -> None:
    (entity,) = key_entities(*names(("KESTREL BAY", "place")), (), (), {})
    assert entity.name == "Kestrel Bay"


def test_who_speaks_often_matters_more_than_who_is_named_first() -> None:
    told = names(("Ada Falk", "person"), ("Piet Oduya", "person"))
    quiet = key_entities(*told, (), (), {})
    assert [e.name for e in quiet] == ["Ada Falk", "Piet Oduya"]
    speaker = Speaker("s1", "Piet Oduya", (), "person", None, 9, 1.0, ("q1", "q2", "q3"))
    assert [e.name for e in key_entities(*told, (), (speaker,), {})] == ["Piet Oduya", "Ada Falk"]


def test_a_possessive_does_not_shout_when_a_name_does() -> None:
    analysis = analyse("ST JOHN’S HOSPITAL said on Monday that it will close. The nurses left.")
    assert [entity.name for entity in analysis.entities][:1] == ["St John’s"]


def test_who_shares_a_surname_is_named_apart() -> None:
    analysis = analyse(
        "President Brask will sign it, he said on Monday.\n\n“It is late,” Mr. Brask said.\n\n"
        "The president and the first lady, Helena Brask, will visit the harbour on Friday."
    )
    found = {entity.name: len(entity.mentions) for entity in analysis.entities}
    assert (found["Brask"], found["Helena Brask"]) == (2, 1)
