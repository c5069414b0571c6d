"""What somebody is called for a change: by rank, trade, position, people or age."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("named", "again", "who"),
    [
        ("Pope Urban", "The pontiff", "Urban"),
        ("King Karl", "The monarch", "Karl"),
        ("The Duke of Strand", "The duke", "Duke of Strand"),
        ("Prime Minister Ada Falk", "The premier", "Ada Falk"),
        ("Dutch Ambassador Ada Falk", "The envoy", "Ada Falk"),
        ("Director Ada Falk", "The filmmaker", "Ada Falk"),
        ("Singer Ada Falk", "The musician", "Ada Falk"),
        ("Billionaire Ada Falk", "The investor", "Ada Falk"),
        ("Ada Falk, a Greek tanker owner,", "The veteran shipowner", "Ada Falk"),
        ("Coach Ada Falk", "The Franco-Malian", "Ada Falk"),
        ("Former captain Ada Falk", "The ex-Strand midfielder", "Ada Falk"),
        ("Ada Falk", "The running back", "Ada Falk"),
        ("Ada Falk", "The former soap star", "Ada Falk"),
        ("Ada Falk", "The football legend", "Ada Falk"),
        ("Opposition transport spokesperson Ada Falk", "The Liberal MP", "Ada Falk"),
        ("HRH Ada Falk, the ruler of the town,", "The monarch", "Ada Falk"),
    ],
)
def test_one_who_is_alone_is_called_something_else(named: str, again: str, who: str) -> None:
    analysis = read(f"{named} said the road was safe.", f"{again} said it had rained.")
    assert speakers_of(analysis) == [who, who]


@pytest.mark.parametrize(
    ("again", "who"),
    [("The premier", "Bo Hale"), ("The prime minister", "Ada Falk"), ("The mayor", "The mayor")],
)
def test_each_of_two_has_what_is_told_of_them(again: str, who: str) -> None:
    analysis = read(
        f"Premier Bo Hale met Prime Minister Ada Falk in Strand. {again} said the road would open."
    )
    assert speakers_of(analysis) == [who]


def test_a_star_among_several_is_none_of_them() -> None:
    analysis = read(
        "Ada Falk met Mara Lind. Bo Hale was there. The former soap star said it rained."
    )
    assert speakers_of(analysis) == ["The former soap star"]


def test_a_legend_of_a_family_is_told() -> None:
    analysis = read("Ada Falk said no. The family legend says he came by boat.")
    assert analysis.speakers[-1].kind == "document"


def test_an_age_is_told_of_who_has_just_spoken_without_a_name() -> None:
    analysis = read(
        "Mayor Bo Hale said the road would close. One of the students said she was promised a bus. "
        "“They told me to wait,” the 17-year-old said."
    )
    assert speakers_of(analysis)[-1] == "One of the students"


def test_who_is_told_to_have_a_rare_trade_is_called_by_it() -> None:
    analysis = read(
        "Bo Hale, a luthier, let it ring. “I knew what it was,” says the luthier. “I heard it "
        "all,” says Hale."
    )
    assert speakers_of(analysis) == ["Bo Hale", "Bo Hale"]
