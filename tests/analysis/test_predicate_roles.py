"""What a sentence tells that its subject is."""

import pytest

from tests.analysis.voices_of import read, speakers_of

LEAD = "Bo Lind, the owner, spoke in the hall on Monday. Lind said it was odd."


def role_of(told: str) -> str | None:
    analysis = read(f"{told} Falk said the hall was cold.")
    return next(s.role for s in analysis.speakers if s.name == "Ada Falk")


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Ada Falk is the mayor of Strand.", "mayor of Strand"),
        ("Ada Falk, 45, is a nurse.", "nurse"),
        ("Ada Falk became chief executive in May.", "chief executive"),
        ("Ada Falk, who took over as headteacher in May, was late.", "headteacher"),
        ("Ada Falk has been the fire chief since 2019.", "fire chief"),
        ("Ada Falk was appointed chief executive of Bexley Mills in May.",
         "chief executive of Bexley Mills"),
        ("Ada Falk was named head of the school last year.", "head of the school"),
        ("Ada Falk was sworn in as mayor on Monday.", "mayor"),
        ("Ada Falk succeeded Bo Lind as mayor.", "mayor"),
        ("Ada Falk joined the bank as finance director.", "finance director"),
        ("Ada Falk works as a nurse in Strand.", "nurse"),
        ("Ada Falk, serving as acting mayor, was late.", "acting mayor"),
        ("Ada Falk came late. She is the mayor of Strand.", "mayor of Strand"),
    ],
)  # fmt: skip
def test_it_is_shown_as_its_role(told: str, role: str) -> None:
    assert role_of(told) == role


@pytest.mark.parametrize(
    "told",
    [
        "Ada Falk is not the mayor.",
        "Ada Falk is hardly a politician.",
        "Ada Falk will become mayor in May.",
        "Ada Falk was the mayor until 2019.",
        "Ada Falk served as mayor from 2010 to 2019.",
        "Ada Falk resigned as mayor in May.",
        "Ada Falk is a critic of the plan.",
        "Ada Falk is the favourite.",
        "Bo Lind greeted Ada Falk. He is the mayor.",
    ],
)
def test_what_somebody_is_not_or_was_is_none(told: str) -> None:
    assert role_of(told) is None


def test_what_stands_beside_the_name_is_shown_before_it() -> None:
    assert role_of("Ada Falk is a nurse in Strand. The union's president, Ada Falk, came.") == (
        "union's president"
    )


@pytest.mark.parametrize(
    "told",
    [
        "Ada Falk took over as headteacher in May.",
        "Ada Falk is the headteacher.",
        "Ada Falk was late. She became headteacher in May.",
    ],
)
def test_who_is_so_called_further_on_is_who_it_is(told: str) -> None:
    analysis = read(LEAD, f"{told} Lind laughed.", "The headteacher said the hall was cold.")
    assert speakers_of(analysis)[-1] == "Ada Falk"
