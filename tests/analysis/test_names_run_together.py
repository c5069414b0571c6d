"""Two names that no comma parts."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    "said",
    [
        "In a talk with the Harbour Post Hale said the road was safe.",
        "In a meeting with the editorial board of the Harbour Post Bo Hale said it was safe.",
        "During a visit to the Lund Museum Hale said the road was safe.",
    ],
)
def test_who_speaks_is_not_whom_he_speaks_to(said: str) -> None:
    analysis = read(f"Mayor Bo Hale spoke on Monday. {said}")
    assert speakers_of(analysis)[-1] == "Bo Hale"


def test_a_body_may_have_a_surname_in_it() -> None:
    analysis = read("Bo Hale laughed. The Hale Post said that it would close.")
    assert speakers_of(analysis) == ["Hale Post"]
