"""The numbers of lines go; numbers that tell something stay."""

import pytest

from tests.article.pdf_runs import run, texts
from tui.article.pdf_letters import Run
from tui.article.pdf_line_numbers import without_line_numbers

TOP = 700.0


def prose(count: int, *, width: int = 40, capitals: int = 0) -> list[Run]:
    """So many lines of text, of which some begin with a capital."""
    words = "and nobody has asked to see them since then"[:width]
    return [
        run(words.capitalize() if i < capitals else words, TOP - 12 * i, x=60) for i in range(count)
    ]


def numbers(*told: int, first: int = 1, x: float = 30) -> list[Run]:
    """Numbers beside the lines that they count, from line `first` on."""
    return [run(str(n), TOP - 12 * (n - first), x=x) for n in told]


def left(*runs: Run) -> list[Run]:
    (page,) = without_line_numbers([runs])
    return page


@pytest.mark.parametrize("x", [30, 400])
def test_a_count_on_either_side_of_its_lines_goes(x: float) -> None:
    lines = prose(12)
    assert left(*numbers(*range(1, 13), x=x), *lines) == lines


def test_numbers_are_one_column_where_they_end_at_one_place() -> None:
    lines = prose(12)
    told = [run(str(n), TOP - 12 * (n - 95), x=45 - 5 * len(str(n))) for n in range(95, 107)]
    assert left(*told, *lines) == lines


@pytest.mark.parametrize(
    ("told", "goes"),
    [
        (range(1, 7), True), (range(1, 6), False), (range(2, 9, 2), True), (range(2, 7, 2), False),
        (range(3, 25, 3), False), (range(5, 16, 5), True), (range(5, 11, 5), False),
        (range(10, 31, 10), True), ([1, 2, 3, 4, 5, 7], True), ([1, 2, 3, 5, 6, 8], False),
    ],
)  # fmt: skip
def test_enough_numbers_that_grow_steadily_are_a_count(told: list[int], goes: bool) -> None:
    lines, count = prose(32), numbers(*told)
    assert left(*count, *lines) == (lines if goes else [*count, *lines])


@pytest.mark.parametrize("told", [[6, 5, 4, 3, 2, 1], [1, 2, 3, 4, 5, 5], [1, 1, 1, 1, 1, 1]])
def test_numbers_that_do_not_grow_are_no_count(told: list[int]) -> None:
    count = [run(str(n), TOP - 12 * i, x=30) for i, n in enumerate(told)]
    assert left(*count, *prose(12)) == [*count, *prose(12)]


@pytest.mark.parametrize(
    ("step", "lines", "goes"),
    [(12, 10, True), (7, 13, True), (7, 14, False), (36, 4, True), (48, 3, False)],
)
def test_a_count_has_about_as_many_numbers_as_there_are_lines(
    step: float, lines: int, goes: bool
) -> None:
    beside = [run(one.text, TOP - step * i, x=60) for i, one in enumerate(prose(lines))]
    count = numbers(*range(1, 11))
    assert left(*count, *beside) == (beside if goes else [*count, *beside])


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        (prose(10, width=30), True), (prose(10, width=29), False), (prose(10, capitals=7), True),
        (prose(10, capitals=8), False), ([], False),
    ],
)  # fmt: skip
def test_what_is_counted_is_prose(lines: list[Run], goes: bool) -> None:
    count = numbers(*range(1, 11))
    assert left(*count, *lines) == (lines if goes else [*count, *lines])


def test_lines_above_and_below_a_count_tell_nothing_of_it() -> None:
    table = [run(f"Town {i}", y, x=60) for y in (750, 735, 500, 485) for i in range(5)]
    assert left(*numbers(*range(1, 11)), *prose(10), *table) == [*prose(10), *table]


def test_other_numbers_of_the_page_stay() -> None:
    others = [run("1984", 760, x=200), run("1", 740, x=300), run("311", 400, x=200)]
    assert left(*others, *numbers(*range(1, 11)), *prose(10)) == [*others, *prose(10)]


@pytest.mark.parametrize(
    ("at", "words", "x", "expected"),
    [
        (3, "4 and it rained on", 30, "and it rained on"),
        (3, "4 and it rained on", 28, "and it rained on"),
        (0, "1 and it rained on", 30, "and it rained on"),
        (3, "5 and it rained on", 30, "and it rained on"),
        (3, "6 and it rained on", 30, "6 and it rained on"),
        (3, "3 and it rained on", 30, "3 and it rained on"),
        (3, "4 and it rained on", 60, "4 and it rained on"),
        (3, "4 and it rained on", 25, "4 and it rained on"),
        (3, "and 4 of them", 30, "and 4 of them"),
    ],
)
def test_a_number_close_before_its_words_is_cut_off(
    at: int, words: str, x: float, expected: str
) -> None:
    lines, count = prose(10), numbers(*(n for n in range(1, 11) if n != at + 1))
    lines[at] = run(words, lines[at].base, x=x)
    found = left(*count, *lines)
    assert texts(found)[at] == expected
    assert found[at].x0 == (60 if expected != words else x)
    assert texts(found)[:at] + texts(found)[at + 1 :] == texts(prose(9))
