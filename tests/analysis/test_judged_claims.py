"""Who says what is told to be odd, or plain."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    "told",
    [
        "It is astounding that Hale demands openness from the council, yet hides his own papers.",
        "It is simply astounding that Hale demands openness from us, yet refuses to show his.",
        "It is clear that Hale believes the road is safe.",
        "It is no surprise that Hale denies the claim.",
    ],
)
def test_whoever_says_it_is_its_speaker(told: str) -> None:
    analysis = read(f"Mayor Bo Hale spoke on Monday. {told}")
    assert set(speakers_of(analysis)) == {"Bo Hale"}


def test_what_is_only_true_is_said_by_nobody() -> None:
    analysis = read("Mayor Bo Hale spoke on Monday. It is clear that the road was closed.")
    assert "Bo Hale" not in speakers_of(analysis)
