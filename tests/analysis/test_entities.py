"""Key entities: one for all the forms of a name, the most salient first."""

from tests.analysis.articles import article
from tui.analysis import analyse


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
