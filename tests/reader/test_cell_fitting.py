"""Text in a row too short for it."""

import pytest
from rich.cells import cell_len

from tui.reader.cell_fitting import fitted, fitted_around

BEFORE, WORDS, AFTER = (
    "After the vote in the old hall ",
    "the mayor",
    " of Ostrand left by the back door.",
)


def test_what_fits_stays_whole() -> None:
    assert fitted("Ostrand", 7) == "Ostrand"
    assert fitted_around(BEFORE, WORDS, AFTER, 80) == (BEFORE, WORDS, AFTER)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert fitted("Ostrand", 6) == "Ostra…"
    assert fitted("Ostrand", 0) == ""


def test_the_words_stay_between_what_there_is_room_for() -> None:
    assert fitted_around(BEFORE, WORDS, AFTER, 40) == ("…the old hall ", WORDS, " of Ostrand left…")
    assert fitted_around("And ", WORDS, AFTER, 30) == ("And ", WORDS, " of Ostrand left…")
    assert fitted_around(BEFORE, WORDS, " left.", 30) == ("…the old hall ", WORDS, " left.")


def test_words_without_room_are_cut_themselves() -> None:
    assert fitted_around(BEFORE, WORDS, AFTER, 6) == ("", "the m…", "")


@pytest.mark.parametrize("width", range(-4, 60))
@pytest.mark.parametrize("after", [AFTER, "港のかべは五月になおされる。" * 9, ""])
def test_no_row_is_too_wide(width: int, after: str) -> None:
    for before in (BEFORE, "港のかべ、" * 30, ""):
        assert cell_len("".join(fitted_around(before, WORDS, after, width))) <= max(0, width)
