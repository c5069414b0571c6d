"""Who is described in the lead and named further down."""

import pytest

from tests.analysis.voices_of import read, speakers_of


def test_who_speaks_next_is_who_the_lead_describes() -> None:
    analysis = read(
        "Mayor Bo Lindahl accused the largest union of walking away, while the union’s president"
        " said it was he who had left the table.",
        "The talks had gone on for weeks.",
        "Edda Rauning, the first woman to lead the Ostrand Guild, said that his offer came late.",
    )
    assert speakers_of(analysis)[1:] == ["Edda Rauning", "Edda Rauning"]
    assert analysis.quotes[1].reason.endswith("the text then names Edda Rauning")


def test_a_name_in_a_description_may_be_a_firm_s() -> None:
    analysis = read(
        "The former head of safety at Falk & Sons told a committee that the doors were broken.",
        "Nobody died.",
        "Asked by Senator Tove Rask when she had told them, Edda Rauning said it was in June.",
    )
    assert {"Edda Rauning"} == {s for s in speakers_of(analysis) if s != "Tove Rask"}


def test_who_is_told_to_be_something_else_is_another() -> None:
    analysis = read(
        "The union’s president said the doors were broken.",
        "Edda Rauning, a baker, said she had seen it.",
    )
    assert speakers_of(analysis) == ["The union’s president", "Edda Rauning"]


def test_a_lead_about_two_names_nobody() -> None:
    analysis = read(
        "The doors were broken, the union’s president said, and the purser wept.",
        "Edda Rauning said she had seen it.",
    )
    assert speakers_of(analysis) == ["the union’s president", "Edda Rauning"]


def test_who_wrote_the_article_is_nobody_whom_it_describes() -> None:
    analysis = read(
        "Ragna Ó Dálaigh",
        "The former head of safety told a committee that the doors were broken.",
        "Nobody died, and the ferry sails again.",
    )
    assert speakers_of(analysis) == ["The former head of safety"]


def test_the_lead_stands_below_a_standfirst_and_a_dateline() -> None:
    analysis = read(
        "Inquiry hears that doors were open for months before the fire that killed nine",
        "By Ragna Holm",
        "OSTRAND, Halland:",
        "Seven weeks after the fire, a councillor accused the home of lying.",
        "“I have nine families here,” Councillor Edda Rauning said.",
    )
    assert speakers_of(analysis)[-2:] == ["Edda Rauning"] * 2


def test_the_man_who_is_accused_is_not_who_is_named_next() -> None:
    analysis = read(
        "The man accused of the crime had been reported twice in a month, relatives said.",
        "Bo Lindahl, 71, was found shot on Monday.",
        "A man who lives next door recalled that it had been quiet. “He was kind,” the man said.",
    )
    assert speakers_of(analysis)[1] == speakers_of(analysis)[2] != "Bo Lindahl"


def test_she_is_whom_the_sentence_before_is_about() -> None:
    analysis = read(
        "A woman with a basket came out of the house. “He thinks the lake is talking,” she said.",
        "The lake groaned all day.",
        "At noon the woman with the basket gave up. She is Edda Rauning, a translator.",
    )
    assert speakers_of(analysis) == ["Edda Rauning"]


def test_the_chief_executive_is_the_ceo_and_not_any_other_chief() -> None:
    analysis = read(
        "Velt’s shares fell after its chief executive told analysts that demand was low.",
        "“Somebody had to say it,” CEO Amara Raske said.",
        "Chief Financial Officer Bob Tolk, who came last year, spoke, too. “It is true,” he said.",
    )
    assert speakers_of(analysis) == ["Amara Raske", "Amara Raske", "Bob Tolk"]


def test_that_somebody_is_a_woman_is_no_role() -> None:
    analysis = read(
        "A woman who lost her house told an inquiry on Monday that engineers had been warned.",
        "Edda Velt, 44, said she had rung the waterworks.",
    )
    assert [(s.name, s.role) for s in analysis.speakers] == [("Edda Velt", None)]


def test_a_former_executive_is_not_who_is_one() -> None:
    analysis = read(
        "The plan is real, a former executive said. Chief executive Ada Falk said that she had "
        "not seen it.",
    )
    assert speakers_of(analysis) == ["a former executive", "Ada Falk"]


def test_one_of_many_is_not_named_further_down() -> None:
    analysis = read(
        "The feud ended with a joint statement and, according to one barrister, “a good Riesling”.",
        "Edda Rauning, 49, claimed that her sister had lied.",
    )
    assert speakers_of(analysis) == ["one barrister", "Edda Rauning"]


def test_the_mother_of_the_dead_is_not_her_daughter() -> None:
    analysis = read(
        "The mother of a student who died last year has told an inquest that her daughter “begged” "
        "staff for help.",
        "Niamh Doolan (20) was found dead on October 9th. Her mother, Bríd Doolan, said Niamh had "
        "rung her.",
    )
    assert set(speakers_of(analysis)) == {"Bríd Doolan"}


def test_an_office_in_capitals_is_named_below() -> None:
    for office in ("Taoiseach", "Prime Minister", "Archbishop of Thorley"):
        analysis = read(
            f"The {office} has said that he will not resign.",
            "Speaking in Leeds on Monday, Bo Lind said that he would stay.",
        )
        assert set(speakers_of(analysis)) == {"Bo Lind"}


def test_who_is_named_behind_what_one_was_called_is_that_one() -> None:
    analysis = read(
        "Ada Falk, the group’s lobbyist, said no on Monday.",
        "A company spokesman said it had erred. The talks had gone on for weeks.",
        "“We are sorry,” said the spokesman, Bo Lind.",
    )
    assert speakers_of(analysis) == ["Ada Falk", "Bo Lind", "Bo Lind"]


def test_but_not_where_another_is_called_so() -> None:
    analysis = read(
        "Ada Falk, a spokesman for the mayor, said no on Monday.",
        "A company spokesman said it had erred. The talks had gone on for weeks.",
        "“We are sorry,” said the spokesman, Bo Lind.",
    )
    assert speakers_of(analysis)[1] != "Bo Lind"


@pytest.mark.parametrize("owner", ["Lind’s", "Bo Lind’s"])
def test_kin_of_that_surname_who_are_named_right_behind(owner: str) -> None:
    analysis = read(
        "A bus hit Bo Lind on Monday.",
        f"{owner} sister said it was wrong. “He was kind,” Ada Lind told the Herald.",
    )
    assert speakers_of(analysis) == ["Ada Lind", "Ada Lind"]


@pytest.mark.parametrize(
    ("whose", "who"), [("brother", "Ada Lind"), ("lawyer", "Ada Lind"), ("sister", "Ada Falk")]
)
def test_but_not_others(whose: str, who: str) -> None:
    analysis = read(
        "A bus hit Bo Lind on Monday.",
        f"Lind’s {whose} said it was wrong. “He was kind,” {who} told the Herald.",
    )
    assert speakers_of(analysis) == [f"Lind’s {whose}", who]


@pytest.mark.parametrize(
    "who",
    [
        "A Strand man who lost his home",
        "A Strand-based pilot who fell",
        "A Lind’s Bay farm worker who fell",
    ],
)
def test_a_lead_from_somewhere_is_about_who_is_named_with_an_age(who: str) -> None:
    analysis = read(
        f"{who} says he is “heartbroken”.",
        "Bo Hale, 41, was asleep on Tuesday when the alarm rang.",
        "“I ran,” he said.",
    )
    assert speakers_of(analysis) == ["Bo Hale", "Bo Hale"]


def test_who_is_accused_in_the_lead_is_the_defendant_whatever_their_trade() -> None:
    analysis = read(
        "A solicitor accused of forging a will practised on a napkin, a court has heard.",
        "Bo Hale, 58, denies forgery. “It may be,” the defendant replied.",
    )
    assert speakers_of(analysis)[-1] == "Bo Hale"


def test_but_a_judge_is_not_who_is_named_below_with_an_age() -> None:
    analysis = read(
        "A Strand judge who jailed a driver says the law is too mild.",
        "Bo Hale, 41, was driving home on Tuesday when the car left the road.",
        "“I ran,” Hale said.",
    )
    assert speakers_of(analysis)[0] != "Bo Hale"
