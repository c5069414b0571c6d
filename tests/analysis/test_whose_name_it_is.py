"""Names that are a person's, and a body's that bears it."""

import pytest

from tests.analysis.voices_of import read, speakers_of


def test_a_foundation_is_not_who_it_is_called_after() -> None:
    analysis = read(
        "“We help,” said Tom Arden. The Tom Arden Foundation hired a lawyer. Arden said no.",
    )
    assert speakers_of(analysis) == ["Tom Arden", "Tom Arden"]


@pytest.mark.parametrize(
    "text",
    [
        "Ratings agency Harcourt said that it was late.",
        "Supermarket chain Harcourt said that it was late.",
        "Rival Harcourt, which makes pots, said that it was late.",
        "Harcourt, a weekly, said that it was late.",
        "He left his employer, Harcourt, in May. Harcourt said that it was late.",
    ],
)
def test_what_is_told_to_be_a_body_is_one(text: str) -> None:
    assert [(s.name, s.kind) for s in read(text).speakers] == [("Harcourt", "organization")]


@pytest.mark.parametrize("surname", ["Post", "Camp"])
def test_a_surname_may_be_a_paper_s(surname: str) -> None:
    analysis = read(f"“It is bad,” said Anna {surname}, a teacher. {surname} said no to reporters.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [(f"Anna {surname}", "person")]


@pytest.mark.parametrize(
    "text",
    [
        "Entrusting Viktor Brandt with it is risky. Brandt said that it was late.",
        "In a trap are Senators Viktor Brandt and Tim Scott of Tarn. Brandt said that it was late.",
        "Many voters fear “ruin.” Viktor Brandt said that it was late.",
    ],
)
def test_what_stands_before_a_name_is_none_of_it(text: str) -> None:
    assert speakers_of(read(text))[-1] == "Viktor Brandt"


def test_a_line_in_capitals_within_an_article_is_a_headline() -> None:
    analysis = read(
        "Senator Ted Crane said on Monday that Viktor Brandt was soft.",
        "Viktor Brandt Apologizes To Nurses.",
        "Brandt said that he was sorry.",
    )
    assert speakers_of(analysis)[-1] == "Viktor Brandt"


@pytest.mark.parametrize(
    "roles",
    [
        "Halland journalist and author",
        "The bank’s chairman and owner",
        "Actor and director",
        "Real estate mogul and television star",
        "Lawyer, author and activist",
    ],
)
def test_who_is_two_things_is_one(roles: str) -> None:
    analysis = read(f"{roles} Hiro Tanabe said it was odd. “It is odd,” Tanabe said.")
    assert speakers_of(analysis) == ["Hiro Tanabe", "Hiro Tanabe"]


@pytest.mark.parametrize(
    "text",
    [
        "On Tarn News channel’s “Sunday Morning Futures,” Marco Hale said that it was late.",
        "In an interview with “Tarn and Friends,” Marco Hale said that it was late.",
    ],
)
def test_where_somebody_says_something_is_not_said(text: str) -> None:
    assert [q.text for q in read(text).quotes] == ["that it was late"]


@pytest.mark.parametrize(
    "before", ["Lena Moss came.", "“Where is he?” Lena Moss asked her deputy, Tom Crewe."]
)
def test_a_reply_that_came_is_somebody_s(before: str) -> None:
    analysis = read(f"{before} “Gone,” came the reply.")
    assert analysis.quotes[-1].text == "“Gone,”"
    assert speakers_of(analysis)[-1] != "Lena Moss"


def test_a_paper_s_name_may_have_a_day_in_it() -> None:
    analysis = read("The Mail on Sunday reported that it was late.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [("Mail on Sunday", "organization")]


@pytest.mark.parametrize("paper", ["The Guardian", "The Economist", "The Spectator"])
def test_a_paper_is_none_of_those_it_is_called_like(paper: str) -> None:
    analysis = read(f"Anna Moss is an economist in Tarn. {paper} reported that prices would rise.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [(paper[4:], "organization")]


def test_but_small_letters_tell_who_somebody_is() -> None:
    analysis = read("Anna Moss, an economist, said no. The economist said that prices would rise.")
    assert set(speakers_of(analysis)) == {"Anna Moss"}


def test_a_longer_name_of_nobody_does_not_speak_for_whom_it_names() -> None:
    analysis = read(
        "Team Marlow thinks that the race is won. Paul Marlow said that he would win.",
        "“I will win,” Marlow said. The Jim Dalby Ohio rally began late. Jim Dalby said no to it.",
    )
    assert speakers_of(analysis) == ["Team Marlow", "Paul Marlow", "Paul Marlow", "Jim Dalby"]


def test_a_dean_is_no_dean_by_name() -> None:
    analysis = read(
        "Vikram Omar, dean of the law school, said that it had changed. “A bit,” Dean Omar said.",
    )
    assert set(speakers_of(analysis)) == {"Vikram Omar"}


def test_but_dean_is_a_given_name() -> None:
    analysis = read("Dean Martin sang. “I am glad,” Dean Martin said. “So am I,” said Tony Martin.")
    assert speakers_of(analysis) == ["Dean Martin", "Tony Martin"]


@pytest.mark.parametrize("before", ["IT giant", "Halland giant", "Leeds outfit"])
def test_a_name_before_what_a_firm_is_does_not_speak(before: str) -> None:
    analysis = read(f"{before} Tarn Systems said that it would cut jobs.")
    assert speakers_of(analysis) == ["Tarn Systems"]


def test_a_body_s_letters_need_not_tell_its_country() -> None:
    analysis = read(
        "The UK Harbour Accidents Board says it was late. The HAB says that nobody was hurt."
    )
    assert speakers_of(analysis) == ["UK Harbour Accidents Board"] * 2


def test_a_field_before_an_and_is_of_the_body_s_name() -> None:
    analysis = read("They left after the Environment and Land Court ruled that it was late.")
    assert speakers_of(analysis) == ["Environment and Land Court"]


def test_who_has_a_post_in_a_body_is_no_other_body() -> None:
    analysis = read(
        "Garda Conor Tiernan said it was late. The Garda Representative Association said no. The"
        " Garda Commissioner said that nobody was hurt."
    )
    assert [(s.name, s.kind) for s in analysis.speakers] == [
        ("Conor Tiernan", "person"),
        ("Garda Representative Association", "organization"),
        ("Garda Commissioner", "person"),
    ]


def test_a_daughter_whom_the_article_is_about_keeps_the_surname() -> None:
    analysis = read(
        "Ada Falk, the daughter of former Senator Bo Falk, won Tuesday’s vote.",
        "Bo Falk held the seat from 1979 to 1989.",
        "Ada Falk, 50, received 40 percent. Rep. Mara Lund was not seeking a fifth term.",
        "“Now it is time,” Falk said in a statement.",
        "“No state has been hurt more,” she said.",
    )
    assert speakers_of(analysis)[-2:] == ["Ada Falk", "Ada Falk"]
