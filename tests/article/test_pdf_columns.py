"""What stands on a page is read in the order in which its columns are."""

import pytest

from tests.article.pdf_runs import lines, run, texts
from tui.article.pdf_columns import CELL, columns
from tui.article.pdf_letters import Run

LEFT = [f"The left column, its line {i} of six" for i in range(6)]
RIGHT = [f"The right column, line {i} of six" for i in range(6)]


def read(*runs: Run) -> list[list[str]]:
    """The lines of each column."""
    return [texts(column.lines) for column in columns(runs)]


def beside(top: float = 600) -> list[Run]:
    """Two columns."""
    return [*lines(*LEFT, top=top), *lines(*RIGHT, top=top, x=300)]


def test_columns_come_one_after_the_other() -> None:
    assert read(*beside()) == [LEFT, RIGHT]
    assert read() == []


def test_what_goes_across_parts_what_is_above_from_what_is_below() -> None:
    across = run("Rain on all coasts, and " * 3, 560, size=14)
    assert read(*beside(700), across, *beside(500)) == [LEFT, RIGHT, [across.text], LEFT, RIGHT]


def test_a_short_last_line_of_what_goes_across_belongs_to_it() -> None:
    across = [run("Rain on all coasts, and " * 4, 560), run("some fog.", 548)]
    assert read(*beside(700), *across, *beside(500))[2] == texts(across)
    lower = [across[0], run("some fog.", 540)]
    assert read(*beside(700), *lower, *beside(500))[2] == [across[0].text]
    bold = [across[0], run("some fog.", 548, bold=True)]
    assert read(*beside(700), *bold, *beside(500))[2] == [across[0].text]


def test_two_lines_side_by_side_are_no_columns() -> None:
    assert len(read(*lines(*LEFT[:2]), *lines(*RIGHT[:2], x=300))) == 1
    assert len(read(*lines(*LEFT[:3]), *lines(*RIGHT[:3], x=300))) == 2


def test_narrow_cells_are_a_table() -> None:
    towns = [f"Town {i}" for i in range(6)]
    votes = [f"{i}0 votes" for i in range(6)]
    rows = [f"{a}{CELL}{b}" for a, b in zip(towns, votes, strict=True)]
    assert read(*lines(*towns), *lines(*votes, x=160)) == [rows]


def test_words_at_a_little_distance_are_one_line() -> None:
    assert read(run("Rain", 600), run("again", 600, x=100)) == [["Rain again"]]
    assert read(run("Rain", 600), run("again", 600, x=106)) == [[f"Rain{CELL}again"]]
    assert read(run("Rain", 600), run("again", 604, x=100)) == [
        ["again Rain"][:0] or ["Rain again"]
    ]
    assert read(run("Rain", 600), run("again", 594, x=100)) == [["Rain", "again"]]


@pytest.mark.parametrize("label", ["•", "-", "1.", "(2)", "a)", "(B)", "\ufffd"])
def test_a_bullet_goes_with_its_words_however_far_they_stand(label: str) -> None:
    assert read(run(label, 600), run("a rope", 600, x=95)) == [[f"{label} a rope"]]


def test_the_label_of_one_who_speaks_is_no_cell() -> None:
    assert read(run("FALK:", 600), run("Not a word of it.", 600, x=130)) == [
        ["FALK: Not a word of it."]
    ]
    assert CELL in read(run("Falk:", 600), run("Not a word of it.", 600, x=130))[0][0]


@pytest.mark.parametrize(
    ("letter", "words", "gap", "text"),
    [("T", "he ferry left", 2, "The ferry left"), ("A", "ferry left", 4, "A ferry left"),
     ("A", "da left", 1, "Ada left"), ("“T", "he ferry left", 2, "“The ferry left")],
)  # fmt: skip
def test_a_letter_over_several_lines_begins_the_first_of_them(
    letter: str, words: str, gap: float, text: str
) -> None:
    large = run(letter, 588, size=24)
    first = run(words, 600, x=large.x1 + gap)
    second = run("and nobody was on it,", 588, x=large.x1 + 1)
    third = run("as far as one could see.", 576)
    assert read(large, first, second, third) == [
        [text, "and nobody was on it,", "as far as one could see."]
    ]


def test_a_letter_of_the_size_of_the_text_begins_nothing() -> None:
    letter = run("T", 600, size=16)
    assert read(letter, run("he ferry left", 600, x=70)) == [["T he ferry left"]]
