"""Where a time of day ends its sentence."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("told", "speakers"),
    [
        ("Falk said it would close at 9 p.m. Residents said they were angry.",
         ["Ada Falk", "Residents"]),
        ("Falk said it began at 5 p.m. Officer Bo Lind said he was sad.", ["Ada Falk", "Bo Lind"]),
        ("Falk said he left by 10 a.m. Lind told the court that it rained.", ["Ada Falk", "Lind"]),
        ("Falk said it ended at 9 p.m. Monday and began at 8 p.m. EST.", ["Ada Falk"]),
        ("Falk said it opened at 10 a.m. The door was red.", ["Ada Falk"]),
    ],
)  # fmt: skip
def test_the_next_sentence_is_another(told: str, speakers: list[str]) -> None:
    analysis = read("Ada Falk spoke in the hall on Monday.", told)
    assert speakers_of(analysis) == speakers
    assert "red" not in analysis.quotes[0].text
