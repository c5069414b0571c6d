"""Names by their capitals, set right by the encoder's people."""

from tests.analysis.articles import article
from tests.analysis.voices_of import read, speakers_of
from tui.analysis.model import EntityType
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


def test_one_word_that_the_encoder_leaves_out_is_none_of_the_name() -> None:
    for before in ("Emeritus", "Collector", "DJ", "Senior", "Garda"):
        assert names(f"{before} Anna Falk said it was late.", "Anna Falk") == ["Anna Falk"]
    assert names("Grace Anna Falk said it.", "Anna Falk") == ["Grace Anna Falk"]


def typed(text: str, **tagged: EntityType) -> dict[str, EntityType]:
    """The names of a text with their types; the encoder sees each key, `_` for a space."""
    made = article("The harbour will close in spring", text)
    seen = []
    for words, kind in tagged.items():
        start = made.text.index(words.replace("_", " "))
        seen.append(TaggedName(Span(start, start + len(words)), kind))
    found = names_of(made, sentences(made), (), seen)
    return {made.text[slice(*n.span)]: n.type for n in found}


def test_the_encoder_tells_a_body_from_a_person() -> None:
    text = "The men of Kelmore Rauning met on Monday."
    assert typed(text, Kelmore_Rauning="organization")["Kelmore Rauning"] == "organization"


def test_a_given_name_and_no_common_word_is_somebody_who_is_met_once() -> None:
    text = "Ilse Harran takes over in autumn."
    assert typed(text, Ilse_Harran="organization")["Ilse Harran"] == "person"
    text = "He was a clerk at Ilse Harran in autumn."
    assert typed(text, Ilse_Harran="organization")["Ilse Harran"] == "organization"


def test_words_that_tell_a_type_are_believed() -> None:
    text = "They read the Ostrand Courier on Monday."
    assert typed(text, Ostrand_Courier="person")["Ostrand Courier"] == "organization"


def test_a_body_may_begin_with_a_common_word() -> None:
    text = "Open Landing called for help. It is a body that Bo Lindahl runs."
    assert "Open Landing" in typed(text, Open_Landing="organization")


def test_a_name_seen_in_pieces_as_a_person_and_a_body_is_what_it_was() -> None:
    text = "The Harbour Union’s Anele Kiyete said that nobody had been asked."
    whole = typed(text, Anele="person", Kiyete="organization")
    assert whole["Anele Kiyete"] == "person"


def test_a_surname_may_be_a_common_word() -> None:
    text = "Marten King stood up. Then Mr. King sat down."
    made = article("The harbour will close in spring", text)
    start = made.text.index("Mr. King")
    seen = [TaggedName(Span(start, start + len("Mr. King")), "person")]
    found = [made.text[slice(*n.span)] for n in names_of(made, sentences(made), (), seen)]
    assert found == ["Marten King", "King"]


def test_what_begins_a_body_s_name_is_that_body() -> None:
    found = typed(
        "Brennet Tiles said no. Then Brennet made it a third.", Brennet_Tiles="organization"
    )
    assert found == {"Brennet Tiles": "organization", "Brennet": "organization"}


def test_common_words_are_no_person_s_name_unless_the_encoder_sees_one() -> None:
    text = "In May the camp of Winter Relief was moved."
    assert typed(text)["Winter Relief"] == "organization"
    assert typed(text, Winter_Relief="person")["Winter Relief"] == "person"


def test_a_person_of_a_body_is_no_part_of_its_name() -> None:
    text = "Then Mei-Lin Hsu of Marlow Securities took a kinder view."
    found = typed(text, Hsu_of_Marlow_Securities="organization")
    assert list(found) == ["Mei-Lin Hsu", "Marlow Securities"]
    assert found["Mei-Lin Hsu"] == "person"


def test_a_lawyer_for_a_company_is_not_the_company() -> None:
    analysis = read(
        "A lawyer for the water company, Terrel Water plc, said it “deeply regretted” it."
    )
    assert speakers_of(analysis) == ["A lawyer for the water company"]


def test_an_ally_may_be_a_given_name() -> None:
    analysis = read(
        "Paul Dalbymore said he was tired. His granddaughter, Ally, runs it. Ally Dalbymore said"
        " she was glad."
    )
    assert speakers_of(analysis) == ["Paul Dalbymore", "Ally Dalbymore"]


def test_a_paper_s_name_may_have_a_day_in_it() -> None:
    analysis = read("A USA TODAY analysis shows that it was late. Sanson USA said it was glad.")
    assert speakers_of(analysis) == ["USA TODAY", "Sanson USA"]


def test_a_headline_in_a_paragraph_names_two() -> None:
    analysis = read(
        "Ada Falk and Bo Lind spoke on Monday. Bo Lind said no, and Ada Falk said yes.",
        "9:09PM Ada Falk Calls Out Bo Lind For Backing Down. Falk said it was late.",
    )
    assert {s.name for s in analysis.speakers} == {"Ada Falk", "Bo Lind"}
