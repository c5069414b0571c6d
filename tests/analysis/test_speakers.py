"""Every voice once, under its full name."""

from dataclasses import replace

import pytest

from tests.analysis.articles import article
from tests.analysis.voices_of import read, speakers_of
from tui.analysis import analyse
from tui.analysis.characters import characters
from tui.analysis.pipeline import read as read_article
from tui.analysis.speakers import counted


def test_surname_title_role_and_pronoun_are_one_voice() -> None:
    analysis = read(
        "Ostrand Mayor Ada Falkmere, 61, said the harbour would close in May.",
        "“It is the least bad of three bad choices,” Falkmere said.",
        "She said the work would take a month.",
        "The mayor added that the ferries would wait.",
        "The 61-year-old promised that the market would stay open.",
        "“I am sorry for the noise,” Ms. Falkmere said.",
    )
    assert set(speakers_of(analysis)) == {"Ada Falkmere"}
    assert len(analysis.quotes) == 6
    assert analysis.speakers[0].role is not None
    assert "mayor" in analysis.speakers[0].role.lower()


def test_the_minister_is_the_one_who_has_the_floor() -> None:
    analysis = read(
        "Norrmark Foreign Minister Anton Revik said the talks with Kestmark Foreign Minister Greta"
        " Kolberg were useless.",
        "Revik said he had told Kolberg about the dam.",
        "The minister added that nothing was settled.",
        "Kolberg said the dam was hers to open.",
        "The minister said it would stay shut.",
    )
    assert speakers_of(analysis)[:3] == ["Anton Revik"] * 3
    assert speakers_of(analysis)[3:] == ["Greta Kolberg"] * 2


def test_pronouns_follow_the_gender_that_the_article_tells() -> None:
    analysis = read(
        "Mr. Anton Revik met Ms. Greta Kolberg on Monday.",
        "“The dam is full,” she said.",
        "“The river is empty,” he said.",
    )
    assert speakers_of(analysis) == ["Greta Kolberg", "Anton Revik"]


def test_two_of_one_family_stay_two() -> None:
    analysis = read(
        "“He locked the doors,” said Maureen Hadden.",
        "“My mother is polite,” said her son, Felix Hadden.",
        "“We were not heard,” Mrs Hadden said.",
    )
    assert speakers_of(analysis) == ["Maureen Hadden", "Felix Hadden", "Maureen Hadden"]


def test_groups_and_papers_are_voices_too() -> None:
    analysis = read(
        "Residents said the noise was unbearable.",
        "The report warned that a later start would double the cost.",
    )
    kinds = {s.name.lower(): s.kind for s in analysis.speakers}
    assert kinds["residents"] == "group"
    assert kinds["the report"] == "document"


def test_shares_are_of_all_attributed_words() -> None:
    analysis = read(
        "“One two three four five six,” said Ada Falkmere.",
        "“One two three,” said Piet Oduya.",
    )
    assert [round(s.share, 2) for s in analysis.speakers] == [0.67, 0.33]
    assert [s.words for s in analysis.speakers] == [6, 3]


def test_an_answer_belongs_to_the_interviewed() -> None:
    analysis = analyse(
        article(
            "Ulrike Sand: “I count it as progress”",
            "By Lise Brand",
            "Ulrike Sand has mediated for thirty years. Sand spoke to us in her kitchen.",
            "Q. Did you know?",
            "A. I knew that it was old.",
            "Q. And now?",
            "A. Now it is older.",
        )
    )
    names = speakers_of(analysis)
    assert names[-4:] == ["Lise Brand", "Ulrike Sand", "Lise Brand", "Ulrike Sand"]


def test_a_headline_names_a_role_without_its_article() -> None:
    analysis = analyse(
        article(
            "Talks end without a word",
            "A lunch with British Foreign Secretary Ada Falk was polite, Bo Rask said.",
            "Foreign secretary vows to return",
            "Falk said the boats would stay in port.",
            "The foreign secretary said that she had expected nothing else.",
        )
    )
    assert [s.name for s in analysis.speakers] == ["Bo Rask", "Ada Falk"]


def test_a_description_with_a_name_in_it_is_somebody_else() -> None:
    analysis = read(
        "Anton Revik said the dam would hold.",
        "A person close to Mr. Revik said that he had his doubts.",
        "The survey signed by surveyor Rufus Tarn said that the ground was wet.",
    )
    assert speakers_of(analysis) == [
        "Anton Revik",
        "A person close to Mr. Revik",
        "The survey",
    ]


def test_a_description_may_give_the_name() -> None:
    analysis = read(
        "A nurse who wished to be known only as Bea said the road was closed.",
        "Bea said she would walk.",
    )
    assert speakers_of(analysis)[-2:] == ["Bea", "Bea"]


def test_a_body_is_not_who_leads_it() -> None:
    analysis = read(
        "The Deckhands Guild called the strike. Its president, Sigrun Holm, said it would last.",
        "The guild said that 400 boats lay still.",
    )
    assert speakers_of(analysis)[-2:] == ["Sigrun Holm", "Deckhands Guild"]


def test_a_deputy_is_not_the_governor() -> None:
    analysis = read(
        "Governor Gudrun Rostad said that rates would stay.",
        "Deputy Governor Tomas Ostrem said that he agreed.",
        "The governor said that prices were high.",
    )
    assert speakers_of(analysis)[-1] == "Gudrun Rostad"


def test_a_byname_in_the_name_is_one_voice() -> None:
    analysis = read(
        "Tobias “Tugboat” Renner, the chief executive, said the port would close.",
        "“It is over,” said Renner.",
        "Tugboat added that he was sorry.",
    )
    assert set(speakers_of(analysis)) == {"Tobias “Tugboat” Renner"}


def test_a_surname_may_stand_first() -> None:
    analysis = read(
        "South Haran’s trade minister, Park Ji-won, said the figures were wrong.",
        "Mr Park said his delegation would go home.",
        "Nagy Erzsébet, an observer, said both sides had come without a mandate.",
        "Nagy said it was the fourth failure.",
    )
    assert speakers_of(analysis) == ["Park Ji-won"] * 2 + ["Nagy Erzsébet"] * 2


def test_a_given_name_with_a_patronymic_is_the_whole_name() -> None:
    analysis = read(
        "Ivan Petrovich Sorokin, the ambassador, said the figures were wrong.",
        "“Nobody was told,” said Ivan Petrovich.",
        "“They are late,” Sorokin said.",
    )
    assert set(speakers_of(analysis)) == {"Ivan Petrovich Sorokin"}


def test_they_may_be_one_person() -> None:
    analysis = read(
        "Jordan Eaves, a translator, said the mood had been icy.",
        "Eaves said they had been asked to leave out two words. “I left out three,” they added.",
    )
    assert set(speakers_of(analysis)) == {"Jordan Eaves"}


def test_an_acronym_is_the_body_that_it_stands_for() -> None:
    analysis = read(
        "The World Maritime Organization said the shoals had moved.",
        "“One lamp is a habit,” the WMO wrote.",
    )
    assert set(speakers_of(analysis)) == {"World Maritime Organization"}


def test_a_title_outweighs_the_pronouns_beside_it() -> None:
    analysis = read(
        "Danny Okafor, a steward, told Ms Sheila Marchetti, the coroner, of the smoke.",
        "Ms Marchetti asked whether he had seen the captain. He had not, he replied.",
    )
    assert speakers_of(analysis)[-1] == "Danny Okafor"


def test_whose_majesty_it_is_tells_nothing_of_who_thanks_him() -> None:
    analysis = read(
        "In a note to the palace, Agnes Trevanion, 61, thanked His Majesty for the medal.",
        "“I turned a handle,” she told the Courier. “That is the job.”",
    )
    assert speakers_of(analysis)[-1] == "Agnes Trevanion"


def test_a_pronoun_never_names_a_voice() -> None:
    analysis = read(
        "Mr. Anton Revik went home on Monday.",
        "The dam is full, according to him.",
        "According to himself, the river was empty.",
        "You said that the dam would hold.",
    )
    assert speakers_of(analysis) == ["Anton Revik", "Anton Revik", None]


def test_who_was_spoken_to_speaks_next() -> None:
    analysis = read(
        "Bo Lindahl stood on the quay at noon, and Tove Rask, the harbour master, told him that the"
        " pier was shut. He said the boats would wait.",
    )
    assert speakers_of(analysis) == ["Tove Rask", "Bo Lindahl"]


def test_who_has_the_title_of_a_man_is_not_she() -> None:
    analysis = read(
        "Tove Rask, counsel to the inquiry, met Mr Bo Lindahl on Monday. She showed him a letter.",
        "In it Edda Lund, an engineer, wrote: “The boiler leaks.”",
        "“How old is that letter?” she asked.",
    )
    assert speakers_of(analysis)[0] == "Edda Lund"


def test_half_a_name_is_the_whole_one() -> None:
    analysis = read("Tove Rask pointed at the letter and said it was old.")
    assert set(speakers_of(analysis)) == {"Tove Rask"}


def test_labels_of_a_transcript_may_tell_who_one_is() -> None:
    analysis = analyse(
        article(
            "Council hears of rents",
            "SEN. MARLA CHEN: Does it set them?",
            "GORDON TULLY, chief executive, RentWise: It suggests.",
            "CHEN: How often?",
            "TULLY: I do not know.",
            "ADAEZE OBI, University of Cascadia: I do.",
        )
    )
    expected = ["Marla Chen", "Gordon Tully", "Marla Chen", "Gordon Tully", "Adaeze Obi"]
    assert speakers_of(analysis)[-5:] == expected


def test_mrs_is_not_her_late_husband() -> None:
    analysis = read(
        "Bronwen Pugh, 52, told the court that Gethin Pugh, a miner, had reported the noise to his"
        " shift manager. “He was told to get his ears tested,” she said.",
        "Asked whether he had put it in writing, Mrs Pugh replied: “They do not give you a pen.”",
    )
    assert speakers_of(analysis)[-1] == "Bronwen Pugh"


def test_the_minister_is_not_the_prime_minister() -> None:
    analysis = read(
        "The prime minister, Mikkel Drange, said Ms Aabye should read a bill of lading.",
        "Oltmark’s agriculture minister, Tove Lind, said the animals had been healthy.",
        "Her Vestmark colleague, Arne Bakke, said three had since died. The minister said he would"
        " not be bullied.",
    )
    assert speakers_of(analysis)[-1] in ("Arne Bakke", "Tove Lind")


def test_whose_deputy_he_is_is_not_he() -> None:
    made = article("Falk’s co-author, the linguist Bo Lind, said he had tried it at home.")
    known = read_article(made)
    genders = {c.name: c.gender for c in characters(made, known.units, known.names)}
    assert genders == {"Falk": None, "Bo Lind": "m"}


def test_a_first_name_behind_a_title_is_no_people_s() -> None:
    analysis = read(
        "“Let us not look,” Sir Julian Peake replied to Ada Falk.",
        "Falk said that she knew. Sir Julian is on holiday. In a message he wrote: “I am not.”",
    )
    assert speakers_of(analysis)[-1] == "Julian Peake"


@pytest.mark.parametrize(
    "who",
    [
        "a woman in a red blanket, who would give only her first name, Rosemary",
        "a clerk who gave her name as Rosemary",
        "a baker whose first name is Rosemary",
    ],
)
def test_whoever_gives_a_name_has_it(who: str) -> None:
    analysis = read(f"“They turned the siren off,” said {who}.", "“Nobody woke us,” Rosemary said.")
    assert [(s.name, len(s.quotes)) for s in analysis.speakers] == [("Rosemary", 2)]


def test_a_wife_is_not_her_husband() -> None:
    analysis = read(
        "Bo Lindahl, 52, stole the boat, Tove Rask KC told the court.",
        "Mr Lindahl said that he had only borrowed it.",
        "Outside, Mrs Lindahl said he was innocent. “He wept,” she said. Mrs Lindahl added that she"
        " was proud of him.",
    )
    assert [(s.name, len(s.quotes)) for s in analysis.speakers] == [
        ("Tove Rask", 1),
        ("Bo Lindahl", 1),
        ("Mrs Lindahl", 3),
    ]


def test_what_somebody_told_a_court_is_no_role() -> None:
    analysis = read("His widow, Edda Lindahl, told Ostrand Coroner’s Court he had come home late.")
    assert analysis.speakers[0].role == "his widow"


HARBOUR = (
    "“It closes in May,” said Ada Falkmere, the mayor of Ostrand.",
    "“We wait,” said Piet Oduya.",
    "“Until June,” Falkmere said. “Or July.”",
)


def test_speakers_are_numbered_in_the_order_of_their_first_words() -> None:
    analysis = read(*HARBOUR)
    assert [(s.id, s.name, s.words) for s in analysis.speakers] == [
        ("s1", "Ada Falkmere", 8), ("s2", "Piet Oduya", 2)
    ]  # fmt: skip
    assert [q.speaker for q in analysis.quotes] == ["s1", "s2", "s1"]
    assert [s.share for s in analysis.speakers] == [0.8, 0.2]
    assert [s.quotes for s in analysis.speakers] == [("q1", "q3"), ("q2",)]


def test_a_name_is_no_alias_of_itself() -> None:
    falkmere, oduya = read(*HARBOUR).speakers
    assert "Ada Falkmere" not in falkmere.aliases
    assert "Falkmere" in falkmere.aliases
    assert oduya.aliases == ()


def test_the_reason_tells_of_the_words_and_of_the_name() -> None:
    said, named = read(*HARBOUR).quotes[2].reason.split("; ", 1)
    assert said
    assert named


def test_a_statement_is_no_surer_than_its_words_and_its_name() -> None:
    assert all(0 < q.confidence <= 1 for q in read(*HARBOUR).quotes)


def test_who_is_counted_anew_keeps_name_and_role() -> None:
    analysis = read(*HARBOUR)
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    nobody = replace(analysis.quotes[0], speaker=None)
    quotes, (oduya, falkmere) = counted([nobody, *analysis.quotes[1:]], speakers)
    assert [q.speaker for q in quotes] == [None, "s1", "s2"]
    assert (oduya.name, oduya.share, oduya.quotes) == ("Piet Oduya", 0.3333, ("q2",))
    assert (falkmere.name, falkmere.share) == ("Ada Falkmere", 0.6667)
    assert falkmere.role == analysis.speakers[0].role
    assert counted([nobody], speakers) == ((nobody,), ())


@pytest.mark.parametrize("possessive", ["’s", "'s"])
def test_a_possessive_is_no_part_of_a_name(possessive: str) -> None:
    analysis = read(f"Ada Falkmere{possessive} answer was brief: “It closes in May,” she said.")
    assert speakers_of(analysis) == ["Ada Falkmere"]


def test_how_sure_a_statement_is_has_two_decimals() -> None:
    assert all(round(q.confidence, 2) == q.confidence for q in read(*HARBOUR).quotes)


def test_the_speakers_of_a_transcript_are_its_labels() -> None:
    analysis = read("HOLM: We asked for a boat.", "PEAKE: You had one.", "HOLM: It sank.")
    assert [s.name for s in analysis.speakers] == ["Holm", "Peake"]
    assert [q.speaker for q in analysis.quotes] == ["s1", "s2", "s1"]


def test_some_of_whom_are_those_right_before() -> None:
    analysis = read(
        "There was a loud bang from Line C. “No,” Bo Lind told the traders, some of whom responded"
        " with chants of “Water! Water!”"
    )
    assert speakers_of(analysis) == ["Bo Lind", "the traders"]
