"""Which post of its kind a description tells of."""

import pytest

from tests.analysis.voices_of import read, speakers_of


def who_says(holder: str, description: str) -> str | None:
    """Who speaks by a description, where somebody has a post."""
    analysis = read(
        f"{holder} welcomed the vote in the hall on Monday evening. “It is good,” Lind said.",
        f"{description} said that it was a sad day.",
    )
    return speakers_of(analysis)[-1]


@pytest.mark.parametrize(
    ("holder", "another"),
    [
        ("Council leader Bo Lind", "The opposition leader"),
        ("Finance minister Bo Lind", "The shadow finance minister"),
        ("Police chief Bo Lind", "The fire chief"),
        ("Medical director Bo Lind", "The nursing director"),
        ("Captain Bo Lind", "The opposing captain"),
        ("Coach Bo Lind", "The assistant coach"),
        ("Manager Bo Lind", "The kit manager"),
        ("Mayor Bo Lind", "The deputy mayor"),
        ("Home Secretary Bo Lind", "The union’s general secretary"),
        ("Chief executive Bo Lind", "The firm’s finance chief"),
        ("Gen. Bo Lind", "The ministry’s inspector general"),
        ("His colleague, Bo Lind,", "The company’s chief executive"),
        ("His successor, Bo Lind,", "The union’s leader"),
    ],
)
def test_another_post_is_another_s(holder: str, another: str) -> None:
    assert who_says(holder, another) == another


@pytest.mark.parametrize(
    ("holder", "again"),
    [
        ("Council leader Bo Lind", "The veteran council leader"),
        ("Council leader Bo Lind", "The embattled leader"),
        ("Chief Bo Lind", "The police chief"),
        ("Guild president Bo Lind", "The union’s president"),
    ],
)
def test_the_same_post_is_the_same_one_s(holder: str, again: str) -> None:
    assert who_says(holder, again) == "Bo Lind"


@pytest.mark.parametrize(
    "told",
    [
        "The attorney general of Tarn is suing Lind, claiming that the college is a fraud.",
        "The moderator asked Lind whether he would vote. The moderator said that it was late.",
    ],
)
def test_who_does_something_to_somebody_is_another(told: str) -> None:
    analysis = read("Bo Lind opened a college here in 2010.", told)
    assert "Bo Lind" not in speakers_of(analysis)
