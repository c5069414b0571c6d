"""Names that the encoder sees in pieces, and that hold more than one."""

from tui.analysis.names import Name
from tui.analysis.whole_tags import whole_tags
from tui.article.model import Span


def whole(text: str, *tags: str, person: str = "") -> list[str]:
    """The names that some tags, in order, are made, where a person's full name is known."""
    seen, at = list[Name](), 0
    for tag in tags:
        start = text.index(tag, at)
        at = start + len(tag)
        seen.append(Name(Span(start, at), "organization"))
    people = [Span(text.index(person), text.index(person) + len(person))] if person else []
    return [text[slice(*name.span)] for name in whole_tags(text, seen, people)]


def test_pieces_are_made_whole() -> None:
    assert whole("the Grande Boucle des Alpes", "Grande Boucle", "des Alpes") == [
        "Grande Boucle des Alpes"
    ]
    assert whole("Wei-Lun left", "Wei", "-", "Lun") == ["Wei-Lun"]
    assert whole("the Festival of Ideas", "Festival of", "Ideas") == ["Festival of Ideas"]


def test_names_side_by_side_are_two() -> None:
    assert whole("then Ostrand Kelmore", "Ostrand", "Kelmore") == ["Ostrand", "Kelmore"]


def test_a_person_is_no_part_of_the_body() -> None:
    text = "said Wei-Lun Hsu of Marlow Securities"
    assert whole(text, "Hsu of Marlow Securities", person="Wei-Lun Hsu") == ["Marlow Securities"]


def test_marks_that_are_taken_for_names_do_no_harm() -> None:
    assert whole("a “ ” b", "“", "”") == ["“", "”"]
    assert whole("said Bo Hsu of it", "Bo Hsu of", person="Bo Hsu") == ["Bo Hsu of"]
