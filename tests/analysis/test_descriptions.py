"""What an article says that somebody is, in its own words."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Ruth Adeyemi, who leads the opposition, said", "who leads the opposition"),
        ("Ruth Adeyemi, who ran the depot until 2021, said", "who ran the depot until 2021"),
        ("Ruth Adeyemi, who was late, said", None),
        ("Ruth Adeyemi, who lives in Strand, said", None),
        ("Ruth Adeyemi, who asked not to be paid, said", None),
        ("The mayor, Ruth Adeyemi, who leads the opposition, said", "mayor"),
        ("His daughter, Ruth Adeyemi, said", "his daughter"),
        ("Its secretary, Ruth Adeyemi, said", "secretary"),
        ("On Monday board member Ruth Adeyemi said", "board member"),
        ("With him the former premier Ruth Adeyemi said", "former premier"),
        ("The pharmacist Dr. Ruth Adeyemi said", "pharmacist"),
        ("The Speaker, Ruth Adeyemi, said", "Speaker"),
        ("In the debate, Chief Minister Dr. Ruth Adeyemi said", "Chief Minister"),
        ("Water Minister Smt. Ruth Adeyemi said", "Water Minister"),
        ("Ruth Adeyemi KC, prosecuting, said", "prosecuting"),
        ("Ruth Adeyemi, for the defence, said", "for the defence"),
        ("Ruth Adeyemi, representing Mr Pike, said", "representing Mr Pike"),
        ("Ruth Adeyemi, defending her record, said", None),
        ("Mayor Ruth Adeyemi, a former hydrologist, said", "Mayor"),
        ("Ruth Adeyemi, a cheese maker, said", "cheese maker"),
        ("Ruth Adeyemi, for years a farmer, said", None),
        ("Asked about his captain, Ruth Adeyemi said", None),
        ("Mum-of-three Ruth Adeyemi said", "Mum-of-three"),
        ("Joining me now is Mayor Ruth Adeyemi, who said", "Mayor"),
        (
            "A spokeswoman for the coast guard, Ruth Adeyemi, said",
            "spokeswoman for the coast guard",
        ),
    ],
)
def test_roles(told: str, role: str | None) -> None:
    analysis = read(f"{told} the harbour would close in May.")
    assert [(s.name, s.role) for s in analysis.speakers] == [("Ruth Adeyemi", role)]


@pytest.mark.parametrize(
    "told",
    [
        "Bo Lind was afraid of the company’s chairman, Ruth Adeyemi.",
        "Bo Lind, 52, and the company’s chairman, Ruth Adeyemi, deny fraud.",
    ],
)
def test_a_role_begins_where_it_begins_and_is_one_person_s(told: str) -> None:
    analysis = read(told, "Lind said it was late. Adeyemi said it was not.")
    roles = {s.name: s.role for s in analysis.speakers}
    assert roles == {"Bo Lind": None, "Ruth Adeyemi": "company’s chairman"}


@pytest.mark.parametrize("title", ["Smt.", "Shri", "Thiru", "Frau", "Alhaji", "Engr.", "Sheikh"])
def test_a_form_of_address_is_no_name(title: str) -> None:
    analysis = read(
        f"{title} Devika Rangarao said the dam would hold.", f"{title} Rangarao denied a delay."
    )
    assert [(s.name, len(s.quotes)) for s in analysis.speakers] == [("Devika Rangarao", 2)]


def test_counsel_is_known_by_the_side() -> None:
    analysis = read(
        "Asked by Simon Vane KC, prosecuting, where the boat was, Ms Pike replied: “Gone.”",
        "“It sank,” said Ruth Adeyemi, defending.",
        "The prosecutor called that “a tale”. Defence counsel said it was the truth.",
    )
    assert speakers_of(analysis) == [
        "Simon Vane", "Pike", "Ruth Adeyemi", "Simon Vane", "Ruth Adeyemi",
    ]  # fmt: skip


def test_whom_the_lead_describes_has_that_role() -> None:
    analysis = read(
        "A surgeon said on Monday that the diary was wrong.",
        "Julian Ferrars, 58, said he had trusted it.",
    )
    assert [(s.name, s.role) for s in analysis.speakers] == [("Julian Ferrars", "surgeon")]


def test_a_name_that_a_body_is_told_by_is_no_person_s() -> None:
    analysis = read("The company that runs the mine, Cwm Deep, said it was safe.")
    assert [(s.name, s.kind) for s in analysis.speakers] == [("Cwm Deep", "organization")]


@pytest.mark.parametrize(
    ("told", "role"),
    [
        (
            "said Ruth Adeyemi, M.D., Ph.D., Chief Medical Officer of Velt, Inc.",
            "Chief Medical Officer of Velt",
        ),
        (
            "said his counterpart at the Velt Bank, Ruth Adeyemi.",
            "counterpart at the Velt Bank",
        ),
        ("said a pilot named Dr. Ruth Adeyemi.", "pilot"),
        ("said a woman named Ruth Adeyemi.", None),
        ("said, at the mayor’s office, Ruth Adeyemi.", None),
    ],
)
def test_roles_of_who_is_named_behind(told: str, role: str | None) -> None:
    analysis = read(f"“It was late,” {told}")
    assert [(s.name, s.role) for s in analysis.speakers] == [("Ruth Adeyemi", role)]


def test_what_stands_behind_names_is_none() -> None:
    analysis = read(
        "Velt Tools, Inc. (Nasdaq: VLT) announced a loss.", "The company plans to close a yard."
    )
    assert {s.name for s in analysis.speakers} == {"Velt Tools"}


def test_what_a_headline_says_that_somebody_does_to_another_is_no_role() -> None:
    analysis = read(
        "President Bo Lind answered. He said it was late. Ada Falk had a question. “Is it?” she"
        " said.",
        head="Gold Star Mom Corners Lind On His Refusal To Say It",
    )
    roles = {speaker.name: speaker.role for speaker in analysis.speakers}
    assert (roles["Bo Lind"], roles["Ada Falk"]) == ("President", None)
    assert speakers_of(analysis)[-1] == "Ada Falk"
