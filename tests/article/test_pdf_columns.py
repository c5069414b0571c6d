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


@pytest.mark.parametrize(
    ("base", "size", "bold", "x", "belongs"),
    [
        (548, 10, False, 60, True), (548, 10.4, False, 60, True), (548, 11, False, 60, False),
        (548, 10, True, 60, False), (548, 10, False, 69, True), (548, 10, False, 71, False),
        (545, 10, False, 60, True), (543, 10, False, 60, False), (561, 10, False, 60, False),
    ],
)  # fmt: skip
def test_which_line_below_belongs_to_what_goes_across(
    base: float, size: float, bold: bool, x: float, belongs: bool
) -> None:
    across = run("Rain on all coasts, and " * 4, 560)
    last = run("some fog.", base, size=size, bold=bold, x=x)
    found = read(*beside(700), across, last, *beside(500))
    assert (found[2] == [across.text, last.text]) == belongs


def test_a_line_beside_another_does_not_belong_to_what_is_above() -> None:
    across = run("Rain on all coasts, and " * 4, 560)
    pair = [run("some fog.", 548), run("and some ice on the roads", 548, x=300)]
    assert read(*beside(700), across, *pair, *beside(500))[2] == [across.text]


def test_three_columns_come_one_after_the_other() -> None:
    third = [f"The third column, line {i} of six" for i in range(6)]
    assert read(*beside(), *lines(*third, x=540)) == [LEFT, RIGHT, third]


@pytest.mark.parametrize(("count", "parts"), [(3, True), (4, False)])
def test_what_crosses_a_gap_often_leaves_no_gutter(count: int, parts: bool) -> None:
    crossing = [run("Rain on all coasts, and " * 4, 594 - 12 * i, size=5) for i in range(count)]
    assert (len(read(*beside(), *crossing)) > 1) == parts


@pytest.mark.parametrize(("width", "is_column"), [(16, True), (15, False)])
def test_how_wide_a_column_is_at_least(width: int, is_column: bool) -> None:
    narrow = [line[:width].strip().ljust(width, "x") for line in LEFT]
    assert (read(*lines(*narrow), *lines(*RIGHT, x=300)) == [narrow, RIGHT]) == is_column
    assert (read(*lines(*RIGHT), *lines(*narrow, x=300)) == [RIGHT, narrow]) == is_column


@pytest.mark.parametrize(("gap", "is_apart"), [(6, True), (5, False)])
def test_how_far_columns_are_apart_at_least(gap: float, is_apart: bool) -> None:
    left = [line.ljust(33, "x")[:33] for line in LEFT]
    right = lines(*RIGHT, x=60 + 33 * 5 + gap)
    assert (read(*lines(*left), *right) == [left, RIGHT]) == is_apart


@pytest.mark.parametrize(("below", "is_beside"), [(4, True), (5, False)])
def test_lines_side_by_side_share_half_of_their_height(below: float, is_beside: bool) -> None:
    found = read(run("Rain", 600), run("again", 600 - below, x=100))
    assert found == [["Rain again"] if is_beside else ["Rain", "again"]]


@pytest.mark.parametrize(("x", "is_one"), [(79, True), (78, False)])
def test_words_drawn_over_others_are_a_line_of_their_own(x: float, is_one: bool) -> None:
    expected = [["Rain again"]] if is_one else [["Rain", "again"]]
    assert read(run("Rain", 600), run("again", 600, x=x)) == expected
    assert len(read(run("again", 600, x=x), run("Rain", 600))[0]) == len(expected[0])


@pytest.mark.parametrize(
    ("label", "x", "expected"),
    [
        ("•", 104, ["• a rope"]), ("•", 105, [f"•{CELL}a rope"]), ("•", 65, ["• a rope"]),
        ("so", 96, [f"so{CELL}a rope"]),
    ],
)  # fmt: skip
def test_how_far_from_its_words_a_bullet_may_stand(
    label: str, x: float, expected: list[str]
) -> None:
    assert read(run(label, 600), run("a rope", 600, x=x)) == [expected]


def test_a_number_before_a_bullet_begins_one_item() -> None:
    found = read(run("1.", 600), run("•", 600, x=75), run("a rope", 600, x=100))
    assert found == [["1. • a rope"]]
    found = read(run("•", 600), run("a rope", 600, x=75), run("and two", 600, x=120))
    assert found == [["• a rope and two"]]


@pytest.mark.parametrize(
    ("letter", "size", "gap", "base", "is_initial"),
    [
        ("T", 24, 2, 588, True), ("T", 17, 2, 594, False), ("T", 18, 2, 594, True),
        ("T", 24, 18, 588, True), ("T", 24, 20, 588, False), ("T", 24, -1, 588, True),
        ("T", 24, -2, 588, False), ("t", 24, 2, 588, False), ("THE", 24, 2, 588, False),
        ("T", 24, 2, 607, True), ("T", 24, 2, 609, False), ("T", 24, 2, 580, False),
    ],
)  # fmt: skip
def test_which_letter_begins_the_words_beside_it(
    letter: str, size: float, gap: float, base: float, is_initial: bool
) -> None:
    large = run(letter, base, size=size)
    words = run("he ferry left", 600, x=large.x1 + gap)
    found = read(large, words)
    assert (found == [[f"{letter}he ferry left"]]) == is_initial
