"""Two full names of one person."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    "both",
    [
        "Producer Skilli Bendo, whose real name is Andre Wardlow,",
        "Skilli Bendo (real name Andre Wardlow)",
        "Skilli Bendo – born Andre Wardlow in Ibadan –",
        "Skilli Bendo, born Andre Wardlow,",
    ],
)
def test_both_are_one_voice(both: str) -> None:
    analysis = read(f"{both} said it was late. “I went,” Wardlow said. Skilli Bendo said no.")
    assert speakers_of(analysis) == ["Skilli Bendo"] * 3


def test_who_has_a_child_has_no_other_name() -> None:
    analysis = read("Skilli Bendo, born to Andre Wardlow, said it was late. Wardlow said no.")
    assert speakers_of(analysis) == ["Skilli Bendo", "Andre Wardlow"]
