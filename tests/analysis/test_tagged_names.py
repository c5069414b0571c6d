"""Names by their capitals, set right by the encoder's people."""

from tests.analysis.articles import article
from tui.analysis.sentences import sentences
from tui.analysis.tagged_names import names_of
from tui.analysis.tagger import TaggedName
from tui.article.model import Span


def names(text: str, *people: str) -> list[str]:
    """The names of a text in which the encoder sees some people."""
    made = article("The harbour will close in spring", text)
    tagged = []
    for person in people:
        start = made.text.index(person)
        tagged.append(TaggedName(Span(start, start + len(person)), "person"))
    return [made.text[slice(*n.span)] for n in names_of(made, sentences(made), (), tagged)]


def test_capitals_tell_names_without_the_encoder() -> None:
    assert names("On Monday the boats of Ada Falkmere lay in Ostrand.") == [
        "Ada Falkmere",
        "Ostrand",
    ]


def test_a_name_goes_on_where_the_encoder_sees_more_of_it() -> None:
    assert "Ada May" in names("Then Ada May said it.", "Ada May")


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    found = names("Then Dr Ada May KC’s boat left.", "Dr Ada May KC’s")
    assert found == ["Ada May"]
