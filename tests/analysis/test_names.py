"""Proper names: where they begin and end, and what they stand for."""

import pytest

from tests.analysis.articles import article
from tests.analysis.voices_of import read
from tui.analysis.names import find_names
from tui.analysis.sentences import sentences
from tui.article.loading import article_from_text

HEAD = "Harbour to close for a month"


def names(*paragraphs: str) -> dict[str, str]:
    """The names of some paragraphs, with their types."""
    made = article(HEAD, *paragraphs)
    found = find_names(made, sentences(made))
    return {made.text[n.span.start : n.span.end]: n.type for n in found}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Norrmark Foreign Minister Anton Revik said no.", "Anton Revik", "person"),
        ("Dutchman Ruud van Hessel said no.", "Ruud van Hessel", "person"),
        ("Belgian Paul Rono said no.", "Paul Rono", "person"),
        ("Julian Aldous Crake said no.", "Julian Aldous Crake", "person"),
        ("He met Dr. Oksana Brannig, a hydrologist, on Monday.", "Oksana Brannig", "person"),
        ("The plan, said Anneke van de Velde, was old.", "Anneke van de Velde", "person"),
        ("He asked Khalid al-Mansouri about it.", "Khalid al-Mansouri", "person"),
        ("She thanked J. K. Tarn, 61, for it.", "J. K. Tarn", "person"),
        ("He wrote to the Bank of Vestmark about it.", "Bank of Vestmark", "organization"),
        ("They sued Bexley & Moll over it.", "Bexley & Moll", "organization"),
        ("The talks with NATO went on.", "NATO", "organization"),
        ("They met in Ostrand and went home.", "Ostrand", "place"),
        ("The boat sank in the Velle River last year.", "Velle River", "place"),
        ("She met Dr. Hedvig von Arn und Tolk there.", "Hedvig von Arn und Tolk", "person"),
        ("He thanked Cathal Mac an tSagairt, 40.", "Cathal Mac an tSagairt", "person"),
        ("She wrote to Voix d’Urgence of Lyon.", "Voix d’Urgence", "place"),
        ("He left the Ostrand-based Falk Motors.", "Falk Motors", "organization"),
        ("Cpl. J.-F. Renner, 40, said so.", "J.-F. Renner", "person"),
        ("Minister for Housing Ada Falkmere left.", "Ada Falkmere", "person"),
        ("Minister in the Presidency Bo Falkmere left.", "Bo Falkmere", "person"),
        ("He met Saleh bin Nasser al-Jaro on Monday.", "Saleh bin Nasser al-Jaro", "person"),
        ("He met Ada Falkmere FRS on Monday.", "Ada Falkmere", "person"),
        ("Advocate Wim Falkmere SC left.", "Wim Falkmere", "person"),
        ("He left Kelmore Falkmere SC in May.", "Kelmore Falkmere SC", "person"),
        ("They met Tan Sri Azman Falkmere there.", "Azman Falkmere", "person"),
        ("They met Tan Ah Kow there.", "Tan Ah Kow", "person"),
        ("KTLF 5 reported that it was late.", "KTLF 5", "organization"),
        ("Fox 13 is reporting that it was late.", "Fox 13", "organization"),
        ("Channel 4 News reported that it was late.", "Channel 4 News", "organization"),
        ("He told Radio 4’s Ada Falkmere, who left.", "Radio 4", "organization"),
        ("He told Radio 4’s Ada Falkmere, who left.", "Ada Falkmere", "person"),
        ("It got 50 of the GOP 50 votes.", "GOP", "organization"),
        ("He wrote to AeroNord about it.", "AeroNord", "organization"),
        ("It was late, McLeod said.", "McLeod", "person"),
        ("PAUL RASKE: He had met MR. VELT there.", "PAUL RASKE", "person"),
        ("PAUL RASKE: He had met MR. VELT there.", "VELT", "person"),
        ("The star Falkmere SNUBS the prince.", "Falkmere", "other"),
        ("It is Falkmere’s harbour, Mayor Falkmere said.", "Falkmere", "person"),
    ],
)
def test_one_name(text: str, name: str, kind: str) -> None:
    assert names(text).get(name) == kind


def test_what_is_no_name() -> None:
    found = names(
        "Nobody came. Yesterday it rained. When the Russian boats left on Monday, I’d gone home.",
        "The Prime Minister said so. Residents agreed in March.",
        "“Forty-one last night,” she said. Thousands came.",
    )
    assert found == {}


def test_a_headline_in_capitals_makes_nothing_a_name() -> None:
    made = article("Harbour To Close For Falkmere’s Repairs In May", "Ada Falkmere said so.")
    found = find_names(made, sentences(made))
    assert {made.text[n.span.start : n.span.end] for n in found} == {"Falkmere", "Ada Falkmere"}


def test_nonsense_does_no_harm() -> None:
    assert names("A. B. C. D. & & of of The The", "’s ’s ’S", "Ǆ Ⅷ 𝔄𝔟") is not None


def test_headings_make_nothing_a_name_however_many_there_are() -> None:
    made = article_from_text(
        "What they did\n\n"
        + "\n\n".join(
            f"Council Backs Harbour Repair\n\nThey met on day {i} in the hall, and it was late."
            for i in range(60)
        )
    )
    assert [b.kind for b in made.blocks].count("heading") == 60
    assert find_names(made, sentences(made)) == ()


def test_kin_are_persons_whatever_they_are_called() -> None:
    (speaker,) = read(
        "Ji-woo Han makes violins. His wife, Soon-ok, said that it was late."
    ).speakers
    assert (speaker.name, speaker.kind) == ("Soon-ok", "person")
