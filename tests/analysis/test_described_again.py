"""Whom a description takes up: who was brought in last, was just named, or is alone."""

import pytest

from tests.analysis.voices_of import read, speakers_of


def test_who_was_brought_in_last_is_meant() -> None:
    analysis = read(
        "Zofia Gyor, the Hungarian diplomat who chairs the talks, said the sides had not met.",
        "A western diplomat, who lives in Ostrand, was blunter.",
        "“They came to sign, and then they got cold feet,” the diplomat said.",
    )
    assert (speakers_of(analysis)[-1] or "").startswith("A western diplomat")


@pytest.mark.parametrize(
    "said",
    ["The striker said", "The Portuguese said he hoped", "The Italian said", "The rapper said"],
)
def test_who_was_named_is_called_something_else_for_a_change(said: str) -> None:
    analysis = read(
        "Paulo Brandt had been told by Fiona Garrick to wait on the quay.",
        f"{said} the letter would stay in its drawer.",
    )
    assert speakers_of(analysis)[-1] == "Paulo Brandt"


def test_several_of_a_country_are_not_who_was_named() -> None:
    analysis = read("Ada Falk called the pipeline late.", "The Chinese said they would wait.")
    assert speakers_of(analysis) == ["Ada Falk", "The Chinese"]


def test_what_somebody_was_called_once_is_theirs_further_down() -> None:
    analysis = read(
        "Alan Pomfret had brought four pages. “There are more beds,” the prime minister said.",
        "The wards have been full since May. Nurses met on Monday. Doctors met on Tuesday.",
        "The rain went on. The trains were late. Schools opened. The ferries lay in port.",
        "The boats came home at noon. The day was long. The quay was empty by then.",
        "“I will look into it,” the prime minister said.",
    )
    assert set(speakers_of(analysis)) == {"Alan Pomfret"}


def test_the_company_is_the_body_that_was_just_named() -> None:
    analysis = read(
        "The network operator Southgrid Ltd warned that the light may fail.",
        "The company denied that it had cut the line to Cray Point.",
    )
    assert set(speakers_of(analysis)) == {"Southgrid Ltd"}


def test_the_chief_justice_is_none_of_the_other_justices() -> None:
    analysis = read(
        "In a dissent joined in part by Chief Justice Everett Lind, Justice Thaddeus Crane said"
        " the rule had no anchor. “It has a stopwatch,” Crane said.",
        "The chief justice, in two pages, said he would have sent the case back.",
    )
    assert speakers_of(analysis)[-1] == "Everett Lind"


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Mikkel Strand told staff in a memo on Monday that jobs would go.", "the memo"),
        ("Mikkel Strand wrote in a short memoir that he never rowed again.", "the book"),
    ],
)
def test_what_somebody_wrote_speaks_for_them(told: str, source: str) -> None:
    analysis = read(told, f"“I know that some of you will read this in bed,” {source} said.")
    assert speakers_of(analysis) == ["Mikkel Strand", "Mikkel Strand"]


def test_who_was_brought_in_beside_the_subject_may_speak_next() -> None:
    analysis = read(
        "Ada Falk founded a field that had no name until a rude reviewer gave it one.",
        "“Mud acoustics,” the reviewer wrote, “is a fine word for noise.”",
    )
    assert speakers_of(analysis) == ["a rude reviewer"]


def test_of_whom_no_role_is_told_may_be_the_barber() -> None:
    analysis = read(
        "Marty Fell, who has cut hair on the quay since May, complains that nobody can park.",
        "“Do I eat there? Sure I eat there,” the barber said.",
    )
    assert set(speakers_of(analysis)) == {"Marty Fell"}


def test_the_mayor_is_not_the_mayor_s_predecessor() -> None:
    analysis = read(
        "The mayor, Dorian Whitlock, called the closure “an act of vandalism”.",
        "The mill has been there since 1840. It made paper for the crown. It rained all day.",
        "Whitlock’s predecessor, Irene Gough, said the land was always the point.",
        "“I told her she was tired,” the mayor said.",
    )
    assert speakers_of(analysis)[-1] == "Dorian Whitlock"


def test_a_source_stays_one_voice() -> None:
    analysis = read(
        "A source close to Stroud said the opposite. “He is finished,” the source said."
    )
    assert set(speakers_of(analysis)) == {"A source close to Stroud"}


def test_the_barrister_is_no_man_where_she_is_a_woman() -> None:
    analysis = read(
        "Mr Bo Rask KC, prosecuting, wanted to know where the boat had been that night.",
        "Ms Edda Rauning rose next and called the witness a liar.",
        "A diver said that the hull was whole, and would not hear of what Ms Rauning said.",
        "The barrister, in her last words, called the dive “a swim”.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning"


SIGNED = "Governor Ada Falk signed the plan on Monday. Her husband, Tom Falk, stood beside her."


@pytest.mark.parametrize(
    ("newcomer", "called"),
    [
        ("One Democrat, who asked not to be named, was blunt.", "the lawmaker"),
        ("A Harlow backbencher doubted it.", "the member"),
        ("A longtime aide spoke on condition of anonymity.", "the adviser"),
        ("A nurse at the clinic, who would not give her name, disagreed.", "the woman"),
        ("One employee, who feared for his job, described the mood.", "the worker"),
        ("One party strategist saw trouble.", "this person"),
    ],
)
def test_who_has_no_name_may_be_called_something_else_next(newcomer: str, called: str) -> None:
    analysis = read(SIGNED, f"{newcomer} “We will lose the coast,” {called} said.")
    assert (speakers_of(analysis)[-1] or "").startswith(" ".join(newcomer.split()[:2]).rstrip(","))


@pytest.mark.parametrize(
    "before",
    [
        "A nurse disagreed. Nobody else did. The rain fell.",
        "A police spokesman said that somebody was arrested at home.",
        "A waiter in the hall disagreed.",
    ],
)
def test_but_not_somebody_further_up_or_of_another_gender(before: str) -> None:
    analysis = read(f"{before} “We did nothing,” the woman said.")
    assert speakers_of(analysis)[-1] == "the woman"


def test_the_verb_is_no_part_of_who_is_described() -> None:
    analysis = read("A soldier in the trench waved. “Over here,” he said.")
    assert speakers_of(analysis) == ["A soldier in the trench"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Prosecutor Ada Falk told the jury that Bo Lind, 52, had lied.", "the defendant said"),
        ("Detective Ada Falk said that Bo Lind, 52, had fled.", "the suspect said"),
    ],
)
def test_who_brings_others_to_court_is_not_tried(told: str, said: str) -> None:
    assert speakers_of(read(f"{told} “I never lied,” {said}."))[-1] == "Bo Lind"


@pytest.mark.parametrize(
    "said",
    [
        "Standing next to Ada Falk, the mayor said that the bridge would open.",
        "In a phone call with Ada Falk, the mayor said that the bridge would open.",
    ],
)
def test_beside_whom_somebody_stands_is_another(said: str) -> None:
    assert speakers_of(read(f"{said} Falk said she was glad.")) == ["the mayor", "Ada Falk"]


def test_but_whose_words_they_are_may_be_described() -> None:
    analysis = read("In a video posted by Bo Lind, the striker said that he was sorry.")
    assert speakers_of(analysis) == ["Bo Lind"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a driver from Lublin", "the driver in the next cab"),
        ("a councillor from Hexley", "the councillor for Netherby"),
    ],
)
def test_of_another_place_is_another(one: str, other: str) -> None:
    analysis = read(f"“We lost,” said Ada Falk, {one}. “We won,” said {other}.")
    one_of_them, another = speakers_of(analysis)
    assert one_of_them == "Ada Falk"
    assert other.startswith(another or "nobody")


def test_his_company_is_none_that_is_named_further_down() -> None:
    analysis = read(
        "Bo Lind sold his shares. His company said it was sorry. The Ostrand Oil Company said it "
        "had bought them.",
    )
    assert speakers_of(analysis) == ["His company", "Ostrand Oil Company"]


def test_but_one_that_was_named_right_before() -> None:
    analysis = read("Bo Lind founded Harbour Oil Company. His company said it was sorry.")
    assert speakers_of(analysis) == ["Harbour Oil Company"]


def test_his_campaign_has_no_name() -> None:
    analysis = read(
        "Bo Lind runs for mayor. The Harbour Campaign raised a million. His campaign said it was "
        "glad.",
    )
    assert speakers_of(analysis) == ["Bo Lind’s campaign"]


@pytest.mark.parametrize(
    "said",
    [
        "The company said",
        "The Leeds-based company said",
        "The heat pump maker said",
        "The Leeds-based heat pump maker said",
    ],
)
def test_a_company_is_told_by_where_it_is_and_what_it_makes(said: str) -> None:
    analysis = read(f"Kestrelline cut its forecast on Thursday. {said} it was sorry.")
    assert [s.kind for s in analysis.speakers] == ["organization"]
    assert speakers_of(analysis) == ["Kestrelline"]


def test_who_is_backed_by_a_country_is_not_it() -> None:
    analysis = read("The US-backed rebels said no.", "“No,” said the Berlin-based Falk Motors.")
    assert speakers_of(analysis) == ["The US-backed rebels", "Falk Motors"]


@pytest.mark.parametrize("late", ["", " Inside were the medals of her late husband Ron."])
def test_the_mother_is_the_only_woman_who_is_named(late: str) -> None:
    analysis = read(
        f"Doreen Applegarth, 71, was at the bus stop when a boy grabbed her handbag.{late}",
        "“He looked at me and laughed,” the mum of four told the court.",
    )
    assert speakers_of(analysis) == ["Doreen Applegarth"]


@pytest.mark.parametrize("noun", ["automaker", "company"])
def test_who_has_the_in_the_name_is_no_company(noun: str) -> None:
    analysis = read(f"The Teamsters said 400 drivers walked out. The {noun} said it was sorry.")
    assert speakers_of(analysis) == ["Teamsters", f"The {noun}"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ms Hale’s spokesman", "Sinn Féin’s housing spokesman"),
        ("Ella’s mother", "Josh’s mother"),
        ("The mayor’s spokesman", "The union’s spokesman"),
    ],
)
def test_another_s_spokesman_is_another(one: str, other: str) -> None:
    analysis = read(f"{one} said that it was late. {other}, Ada Falk, said that it was early.")
    assert speakers_of(analysis) == [one, "Ada Falk"]


def test_who_sells_seeds_is_no_mayor() -> None:
    analysis = read("Oksana, who sells seeds, said it was cold. The mayor said it was warm.")
    assert speakers_of(analysis) == ["Oksana", "The mayor"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Law enforcement sources told the Herald", "The sources"),
        ("Two people briefed on the talks said", "The people"),
    ],
)
def test_several_are_told_again_by_their_noun_alone(first: str, then: str) -> None:
    analysis = read(f"{first} that it was late.", f"{then} said it was cold.")
    assert len(set(speakers_of(analysis))) == 1


def test_but_not_where_there_are_others() -> None:
    analysis = read(
        "Halland lawmakers said it was late.",
        "Norland lawmakers said it was early.",
        "The lawmakers said no.",
    )
    assert len(set(speakers_of(analysis))) == 3


def test_who_asks_is_not_who_answers() -> None:
    analysis = read(
        "Mr Justice Hale sat on Monday. Sergeant Bo Lind said there was no bollard.",
        "“Was there ever a bollard?” asked the chairman.",
        "“Not in my time,” replied Sergeant Lind.",
    )
    assert speakers_of(analysis)[-2] != "Bo Lind"


def test_the_witness_is_not_the_lawyer_who_asks() -> None:
    analysis = read(
        "The driver, Bo Lind, said that he had asked twice. Asked by Mr Piet Moore, for the firm, "
        "whether he had looked, the witness said he had been busy."
    )
    assert speakers_of(analysis)[-1] == "Bo Lind"


def test_but_an_age_may_be_of_who_asks_again() -> None:
    analysis = read(
        "Actor Bo Lind posted the clip. “It is long,” Lind said. Fans laughed.",
        "“What if he sang?” the 43-year-old asked.",
    )
    assert speakers_of(analysis)[-1] == "Bo Lind"
