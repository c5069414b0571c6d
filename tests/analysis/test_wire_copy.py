"""The habits of news agencies: datelines behind a summary, acronyms of offices, plain words."""

from tests.analysis.articles import article
from tests.analysis.voices_of import read, speakers_of
from tui.analysis import analyse


def test_a_dateline_below_the_summary_is_nobody() -> None:
    made = article(
        "Grain group cuts outlook",
        "* Says drought costs millions\n* CEO rejects break-up\n* Rival watches\n* Shares slide",
        "(Adds comment)",
        "By Nils Oster",
        "SKAGEN, Oct 3 (Nordwire) - Halvor Grain, a miller, said the drought was “no longer"
        " weather”.",
        "A union chief told the newspaper Skagen Tidende that mills would close.",
    )
    assert "Halvor Grain" in speakers_of(analyse(made))
    assert "Skagen Tidende" not in speakers_of(analyse(made))


def test_a_ceo_is_the_chief_executive() -> None:
    analysis = read(
        "Chief Executive Solveig Halvor said that she would not sell.",
        "The CEO added that the bread was burning.",
    )
    assert speakers_of(analysis) == ["Solveig Halvor", "Solveig Halvor"]


def test_which_is_what_is_named_right_before_it() -> None:
    analysis = read(
        "That was a swipe at the fund Corbel Partners, which has urged the board to split the"
        " group.",
    )
    assert speakers_of(analysis) == ["Corbel Partners"]


def test_what_belongs_to_many_is_one() -> None:
    analysis = read("The farmers’ union warned that mills would close.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [("The farmers’ union", "organization")]
    analysis = read("The farmers' union warned that mills would close.")
    assert speakers_of(analysis) == ["The farmers' union"]


def test_two_people_are_a_group() -> None:
    analysis = read("Two people familiar with the matter said that the deal was off.")
    assert [s.kind for s in analysis.speakers] == ["group"]


def test_a_question_of_its_own_is_answered_by_whoever_was_quoted() -> None:
    analysis = read(
        "“It keeps,” says Edda Rauning, the warden of the island. It belongs, according to the"
        " Harbour Board, to nobody. The board pays her for nine months.",
        "Why?",
        "“Because in the other three the rats come.”",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning"


def test_a_company_is_no_report() -> None:
    analysis = read(
        "The auditors’ report blames “a culture of rounding”. It says that the builder was late.",
        "The company said that it was studying the findings.",
    )
    assert speakers_of(analysis)[-1] == "The company"


def test_one_of_several_leads_by_name() -> None:
    analysis = read(
        "The director, Rui Salgado, called the result “rude”. One of the players, the grandmaster"
        " Evan Lund, was kinder. He admitted that he had lost.",
    )
    assert speakers_of(analysis)[-1] == "Evan Lund"


def test_a_role_keeps_the_apostrophe_inside() -> None:
    analysis = read(
        "“We waited,” said Fergus Blake, regional secretary of the Harbour Workers' Union.",
    )
    assert analysis.speakers[0].role == "regional secretary of the Harbour Workers' Union"


def test_questions_and_a_name_take_turns_inside_a_report() -> None:
    made = article(
        "Inquiry hears of warnings",
        "Dame Carys Bowen told the panel that officials had warned them.",
        "Q: By whom?",
        "Bowen: I would rather not say.",
        "Q: Rather not, or cannot?",
        "Bowen: Both are open to me.",
        "The panel sits again on Monday.",
    )
    assert speakers_of(analyse(made)).count("Carys Bowen") == 3


def test_a_dateline_is_a_place_whole_and_is_not_said() -> None:
    made = article(
        "Ferry captain slept, court hears",
        "By Nils Oster",
        "PORT ELVERY — A ferry captain was asleep in his chair, prosecutors said on Monday.",
    )
    analysis = analyse(made)
    assert [q.text for q in analysis.quotes] == ["A ferry captain was asleep in his chair"]
    assert [(e.name, e.type) for e in analysis.entities] == [("Port Elvery", "place")]


def test_what_stands_behind_a_dateline_with_a_colon_is_not_said() -> None:
    analysis = read(
        "VELTPUR: Angry shopkeepers blocked the harbour road on Tuesday after the power failed,"
        " even as minister Bo Lindahl maintained that all was well.",
        "“It is not,” said Ada Falk.",
    )
    assert not any("shopkeepers" in quote.text for quote in analysis.quotes)


def test_a_statement_is_whose_it_was_said_to_be_in() -> None:
    analysis = read(
        "Ada Falk dismissed the claim. In a statement sent to newsrooms, she said the council had"
        " never agreed. “Where did the money go?” read the statement in part.",
    )
    assert set(speakers_of(analysis)) == {"Ada Falk"}


def test_who_is_quoted_by_another_says_it() -> None:
    analysis = read(
        "Ada Falk, a hydrologist in Velt, was quoted by the state news agency as saying that the"
        " dams had held.",
    )
    (quote,) = analysis.quotes
    assert (speakers_of(analysis), quote.text) == (["Ada Falk"], "the dams had held")


def test_a_quotation_is_whose_tag_stands_right_behind_it() -> None:
    analysis = read(
        "In Reyk, Jón Þór Ólafsson of the weather office said there would be rain. “We will have"
        " wind,” Jón Þór said, “but we always have wind.” His colleague Guðrún Sigurðardóttir"
        " agreed.",
    )
    said = [speaker for quote, speaker in zip(analysis.quotes, speakers_of(analysis), strict=True)
            if "wind" in quote.text]  # fmt: skip
    assert set(said) == {"Jón Þór Ólafsson"}


def test_a_letter_addresses_nobody_who_speaks() -> None:
    analysis = read(
        "Sir, Your correspondent Mr J. Hadley (Letters, 4 May) says that the bypass will “bring"
        " the town to life”.",
        "Sir, Councillor Wragg tells us that fortnightly collections are “what residents want”.",
        head="Letters: the bypass and the bins",
    )
    assert speakers_of(analysis) == ["J. Hadley", "Wragg"]


def test_who_replies_is_not_who_asked_in_the_paragraph_before() -> None:
    analysis = read(
        "The trial went on. Simon Reed, a witness, came to the stand.",
        "“You are guessing, aren’t you?” Mr Bhandari asked.",
        "“I am telling you what my mother said,” the witness replied.",
    )
    assert speakers_of(analysis) == ["Bhandari", "Simon Reed"]
