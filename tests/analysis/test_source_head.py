"""Which words of a source name it."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.source_head import head_of
from tui.article.model import Span


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("Ada Falkmere", "Ada Falkmere"),
        ("she", "she"),
        ("Ada Falkmere, the mayor of Ostrand,", "Ada Falkmere"),
        ("the mayor, Ada Falkmere", "Ada Falkmere"),
        ("the mayor, Ada Falkmere, a former pilot", "Ada Falkmere"),
        ("The party’s best-known rebel — Ada Falkmere", "Ada Falkmere"),
        ("Another favourite of the left — Ada Falkmere of Ostrand —", "Ada Falkmere"),
        ("The party’s rebels — Ada Falkmere among them —", "The party’s rebels"),
        ("Norrland’s foreign minister, Ansa Kivimaa", "Ansa Kivimaa"),
        ("Its publisher, Rauning & Sons, on Monday", "Rauning & Sons"),
        ("Her one book", "Her one book"),
        ("Secretary of State Ada F. Falkmere", "Secretary of State Ada F. Falkmere"),
        ("White House press secretary Bo Lind", "White House press secretary Bo Lind"),
        ("Mayor Ada Falkmere", "Mayor Ada Falkmere"),
        ("some of whom", "some of whom"),
        ("A diplomat who was in the room", "A diplomat"),
        ("The critic of The Halland Star, Bo Lind", "Bo Lind"),
        ("Her niece, the novelist Ada Falkmere", "Ada Falkmere"),
        ("One of the trustees, the brewer Bo Lind", "Bo Lind"),
        ("Her first keeper, a silent man named Bo Lind", "Bo Lind"),
        ("Her deputy, a former Republican", "Her deputy"),
        ("a report by the Transit Board", "a report by the Transit Board"),
        ("both countries’ veterinary associations", "both countries’ veterinary associations"),
        ("The captain, a Halland national named Bo Lind", "Bo Lind"),
        ("The high commissioner, His Excellency Bo Lind", "Bo Lind"),
        ("The company that runs the mine, Cwm Deep", "Cwm Deep"),
        ("The bank’s quarterly report, out on Monday", "The bank’s quarterly report"),
        ("A nurse in Lyon, France", "A nurse in Lyon"),
        ("A nurse in Savannah, Georgia", "A nurse in Savannah"),
        ("A friend from Leeds, Tom", "Tom"),
        ("The mayor of Dayton, Ohio", "The mayor of Dayton"),
        ("a shop owner in Charlotte, North Carolina", "a shop owner in Charlotte"),
        ("The mayor of Dayton, Bo Lind", "Bo Lind"),
        ("The king of Norland, Harald", "Harald"),
        ("The Bank of Norland’s governor, Ada Falkmere", "Ada Falkmere"),
        ("A Department of Justice spokesman, Bo Lind", "Bo Lind"),
        (
            "A form obtained by the solicitor, Ada Falkmere",
            "A form obtained by the solicitor",
        ),
    ],
)
def test_heads(source: str, head: str) -> None:
    text = f"Earlier {source} said so."
    span = head_of(text, Span(8, 8 + len(source)))
    assert text[span.start : span.end] == head


@pytest.mark.parametrize(
    "who",
    [
        "The Bank of Norland’s governor, Ada Falkmere,",
        "A Department of Justice spokesman, Ada Falkmere,",
        "Department of Justice spokesman Ada Falkmere",
        "Department of Justice Undersecretary Ada Falkmere",
    ],
)
def test_who_has_a_post_in_a_body_with_an_of_is_one_person(who: str) -> None:
    analysis = read(f"{who} said that it was late. “We wait,” Falkmere said.")
    assert speakers_of(analysis) == ["Ada Falkmere"] * 2
    assert [s.kind for s in analysis.speakers] == ["person"]


def test_who_has_a_post_in_a_body_is_no_body() -> None:
    analysis = read("The Bank of Norland’s governor said no. A group of nurses said so.")
    assert [s.kind for s in analysis.speakers] == ["person", "organization"]
