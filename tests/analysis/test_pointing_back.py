"""Whose a quotation is that the next sentence points back to."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.narrowing import without_doubtful

BEFORE = "The bridge fell on Monday. Bo Lind said it was sad."


@pytest.mark.parametrize(
    "behind",
    [
        "That was Ada Falk at the gate.",
        "That’s the view of Ada Falk, who runs the shop.",
        "That was the stark warning from Ada Falk on Monday.",
        "So says Ada Falk, who was first on the scene.",
        "That’s according to Ada Falk, who was first on the scene.",
        "That’s how Ada Falk summed up the talks.",
    ],
)
def test_it_is_theirs_whom_that_sentence_names(behind: str) -> None:
    analysis = read(BEFORE, "“It’s a miracle that nobody died.”", behind)
    assert speakers_of(without_doubtful(analysis))[:2] == ["Bo Lind", "Ada Falk"]


def test_what_another_has_said_stays_theirs() -> None:
    analysis = read("“It’s late,” said Bo Lind.", "That’s the view of Ada Falk, too.")
    assert speakers_of(analysis)[0] == "Bo Lind"


@pytest.mark.parametrize("behind", ["That’s the end of the road.", "That is how it went."])
def test_a_sentence_that_names_nobody_points_at_nobody(behind: str) -> None:
    analysis = read(BEFORE, "“It’s a miracle that nobody died.”", behind)
    assert set(speakers_of(analysis)) == {"Bo Lind"}
