"""A part has a short name by what it is known by, and no two parts have the same."""

from tui.article.part_names import PartNames


def test_a_name_stays_when_other_parts_come_before_it() -> None:
    alone = PartNames().of(b"<1@post.example>")
    among = PartNames()
    among.of(b"<0@post.example>")
    assert among.of(b"<1@post.example>") == alone
    assert len(alone) == 8


def test_parts_that_are_known_by_the_same_are_numbered() -> None:
    names = PartNames()
    first = names.of(b"same")
    assert [names.of(b"same"), names.of(b"same")] == [f"{first}-2", f"{first}-3"]
