"""Who a headline or a lead describes, before the text names them."""

from tests.analysis.articles import article
from tests.analysis.voices_of import read, speakers_of
from tui.analysis import analyse


def test_a_headline_describes_who_says_the_same_words_below() -> None:
    analysis = read(
        "Edda Rauning, who has met both sides, left last. “There is a door left ajar here,” she"
        " said.",
        head="Envoy sees ‘a door left ajar’ in harbour talks",
    )
    assert set(speakers_of(analysis)) == {"Edda Rauning"}


def test_a_lead_describes_who_leads_the_next_paragraph() -> None:
    analysis = read(
        "A surgeon who signed off four operations told a tribunal that he had been abroad.",
        "Julian Ferrow, 58, said the notes had been copied.",
        "The surgeon denied that he had hidden them.",
    )
    assert set(speakers_of(analysis)) == {"Julian Ferrow"}


def test_whoever_has_another_role_is_not_whom_the_lead_describes() -> None:
    analysis = read(
        "A surgeon who signed off four operations told a tribunal that he had been abroad.",
        "Health Minister Edda Rauning said she would wait for the verdict.",
    )
    assert len(set(speakers_of(analysis))) == 2


def test_a_headline_that_names_nobody_quotes_who_is_interviewed() -> None:
    made = article(
        "“The bell was flat”",
        "By Bo Lindahl",
        "Edda Rauning has tuned bells for thirty years.",
        "Q. Which was the worst?",
        "A. The one in Ostrand. It had a crack.",
        "Q. And the best?",
        "A. I have not heard it yet.",
    )
    assert speakers_of(analyse(made))[0] == "Edda Rauning"


def test_a_headline_that_only_quotes_is_the_main_voice_s() -> None:
    analysis = read(
        "Edda Rauning has counted birds for forty years. “I count at night,” she said.",
        "She said that the rats came in spring. She added that nobody had asked her why.",
        "Bo Lindahl, who pays her, said that he did not know either.",
        head="“We count because nobody counts us”",
    )
    assert speakers_of(analysis)[0] == "Edda Rauning"


def test_a_body_is_not_the_person_who_says_the_same_for_it() -> None:
    analysis = read(
        "The bolts were “too short by half,” said Edda Rauning, who leads the commission.",
        head="Maker takes back swings; regulator says bolts were “too short by half”",
    )
    assert speakers_of(analysis)[-2:] == ["regulator", "Edda Rauning"]


def test_what_kind_of_text_it_is_does_not_speak() -> None:
    analysis = read(
        "“Crime has doubled since the spring, doubled,” Rocco Tannen told the hall.",
        head="Fact check: “crime has doubled since the spring”",
    )
    assert set(speakers_of(analysis)) == {"Rocco Tannen"}


def test_who_says_the_words_below_a_colon_is_not_what_the_headline_is_about() -> None:
    analysis = read(
        "“Stay off the causeway, even if you know it,” Gwen Arnal of state police said.",
        head="Cyclone Odalys live: ‘Stay off the causeway’",
    )
    assert set(speakers_of(analysis)) == {"Gwen Arnal"}


def test_a_consultant_of_the_lead_is_the_only_one_there_is_below() -> None:
    analysis = read(
        "A teacher would have survived had he been given the drug, a consultant told an inquest.",
        "The ward was full that night. The registrar, Simon Vane, was alone.",
        "“It was a missed chance,” said Farida Bell, a consultant in intensive care.",
    )
    assert set(speakers_of(analysis)) == {"Farida Bell"}


def test_the_office_of_the_lead_is_who_leads_the_next_paragraph() -> None:
    analysis = read(
        "The first minister has refused to say whether two ferries will sail by summer.",
        "Catriona Geddes told members that she was sorry for the islands.",
        "The first minister replied that the letter had been published.",
    )
    assert set(speakers_of(analysis)) == {"Catriona Geddes"}


def test_a_headline_s_description_gives_way_to_who_says_the_words() -> None:
    analysis = read(
        "Edda Rauning, who speaks for the crews, was loud. “We are done being thanked,” she said.",
        "Bo Lindahl, chief of the ferry union, left early. “It was dull,” he said.",
        head="Union chief tells ministers: ‘We are done being thanked’",
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Edda Rauning", "Bo Lindahl"]


def test_a_headline_s_description_is_who_is_called_so_below() -> None:
    analysis = read(
        "The Ostrand Ferry Guild accused the company of sleeping.",
        "The offer, the guild said, was “a slap with a cold fish”.",
        head="Ferries to stop as guild says offer is late",
    )
    assert set(speakers_of(analysis)) == {"Ostrand Ferry Guild"}


def test_who_wrote_the_article_is_not_who_hears() -> None:
    analysis = analyse(
        "Harbour master ‘never saw’ the second list, fraud trial hears\n\nBy Petra Vance\n\n"
        "A former harbour master told a jury on Tuesday that he had never been shown the list.\n\n"
        "Desmond Iwu, 61, who ran the port, gave evidence for a second day.\n\n"
        "“Did you see this list?” asked Harriet Boll KC, prosecuting.\n\n"
        "“I did not,” Mr Iwu replied.\n"
    )
    assert not [s.name for s in analysis.speakers if "Petra" in s.name]
