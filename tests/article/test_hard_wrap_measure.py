"""At which column lines were wrapped, and which line goes on with the one above."""

import pytest

from tui.article.hard_wrap import Measure, continues, measure_of, own_measure

NOBODY = frozenset[str]()
SHORT = (34, 12, 23)


def group(breaks: str, full: int = 60) -> list[str]:
    """Lines that tell so many line ends: `f` of a full line before a small letter, `F` before a
    capital, `s` of a full line with a stop, `x` and `X` of short lines, `.` of one with a stop.
    """
    made, short = list[str](), 0
    begins = "Seventy"
    for end in breaks:
        length = full
        if end in "xX.":
            length, short = SHORT[short % len(SHORT)], short + 1
        stop = "." if end in "s." else "x"
        made.append(f"{begins} ".ljust(length - 1, "x")[: length - 1] + stop)
        begins = "seventy" if end in "fx" else "Seventy"
    return [*made, begins]


@pytest.mark.parametrize(
    ("breaks", "slack"),
    [
        ("fff", 2), ("fffx", 2), ("ffx", 9), ("ffxxx", 9), ("fffxxxxx", None), ("ffss", 2),
        ("ffsss", None), ("ffFF", 2), ("fFFF", 2), ("fFF", None), ("FFFF", 2), ("FFF", None),
        ("F" * 10 + "XX", None), ("F" * 11 + "XX", 2), ("F" * 7 + "sss", 2),
        ("F" * 6 + "ssss", None), ("F" * 9 + "X", 2), ("F" * 8 + "X", None), ("ff...", 2),
        ("ff....", None), ("ffFFXX", None), ("ffFxxX", 9), ("ssss", None), ("", None),
    ],
)  # fmt: skip
def test_how_many_line_ends_must_tell_of_one_column(breaks: str, slack: int | None) -> None:
    expected = None if slack is None else Measure(60, slack)
    assert measure_of([group(breaks)], NOBODY) == expected
    halves = group(breaks)
    parted = [halves[:2], halves[1:]] if len(halves) > 2 else [halves]
    assert measure_of(parted, NOBODY) == expected


@pytest.mark.parametrize(("full", "is_one"), [(44, False), (45, True), (110, True), (111, False)])
def test_a_column_is_neither_too_narrow_nor_too_wide(full: int, is_one: bool) -> None:
    assert measure_of([group("ffff", full)], NOBODY) == (Measure(full, 2) if is_one else None)


def test_the_column_is_the_narrowest_that_most_line_ends_allow() -> None:
    lines = [*group("ff", 58)[:2], *group("ff", 62)[:2], *group("f", 60)]
    assert measure_of([lines], NOBODY) == Measure(62, 2)
    wide = [*group("ff", 50)[:2], *group("ff", 60)]
    assert measure_of([wide], NOBODY) == Measure(50, 9)


def test_marks_of_quotations_are_no_words() -> None:
    quoted = [f"> {line}" for line in group("ffff", 58)]
    assert measure_of([quoted], NOBODY) == Measure(60, 2)
    assert measure_of([[*group("ff"), "> x", "* * *", "SAND: x"]], frozenset({"SAND"})) == Measure(
        60, 2
    )


@pytest.mark.parametrize(
    ("own", "common", "expected"),
    [
        (group("ffff", 50), None, None),
        (group("ffff", 50), Measure(72, 2), Measure(50, 2)),
        (group("fff", 50), Measure(72, 2), Measure(72, 2)),
        (group("ffff", 61), Measure(72, 2), Measure(61, 2)),
        (group("ffff", 62), Measure(72, 2), Measure(72, 2)),
        (group("FFX."), Measure(72, 2), Measure(72, 2)),
    ],
)
def test_a_group_may_have_a_column_of_its_own(
    own: list[str], common: Measure | None, expected: Measure | None
) -> None:
    assert own_measure(own, common, NOBODY) == expected


STRICT, RAGGED = Measure(40, 2), Measure(40, 9)
FULL = "x" * 33


@pytest.mark.parametrize(
    ("above", "below", "measure", "goes_on"),
    [
        (FULL, "Seventy", None, False),
        (FULL, "Seventy", STRICT, True),
        ("x" * 30, "Seventy", STRICT, False),
        ("x" * 31, "Seventy", STRICT, True),
        ("x" * 31, "Seventy seven", STRICT, True),
        (f"{'x' * 31}.", "Seventy", STRICT, False),
        (f"{'x' * 32}.", "Seventy", STRICT, True),
        (f"{'x' * 22}.", "Seventy", RAGGED, False),
        (f"{'x' * 22}.", "Seventyx", RAGGED, True),
        (f"{'x' * 31};”", "Seventy", STRICT, True),
        ("x" * 28, "seventy", STRICT, False),
        ("x" * 29, "seventy", STRICT, True),
        ("x" * 29, "Seventy", STRICT, False),
        (f"{'x' * 28}.", "seventy", STRICT, False),
        ("xx-", "seventy", STRICT, True),
        (f"> {FULL}", "> Seventy", STRICT, True),
        (f"> {FULL}", "Seventy", STRICT, True),
        (f"> {FULL}.", "Seventy", STRICT, False),
        (FULL, "> Seventy", STRICT, False),
        (f"> {FULL}xxx", "> - Seventy", STRICT, True),
        (f"> {FULL}xxx.", "> - Seventy", STRICT, False),
        (f"> - {FULL}xxx", "> - Seventy", STRICT, False),
        (f"  {FULL}", "  Seventy", STRICT, True),
        (f"  {FULL}", " Seventy", STRICT, True),
        (FULL, " Seventy", STRICT, False),
        (f" {FULL}", "  Seventy", STRICT, False),
        (f"- {FULL}", "  Seventy", STRICT, True),
        (FULL, "12. Seventy seven", STRICT, False),
        (f"{FULL}xxxx", "12. Seventy seven", STRICT, True),
        (f"{FULL}xxxxx.", "12. Seventy seven", STRICT, False),
        (f"- {FULL}xxxx", "- Seventy", STRICT, False),
        (f"{FULL}xxx", "• Seventy", STRICT, False),
        (f"{FULL}xxx", "* * *", STRICT, False),
        ("* * *", "seventy", STRICT, False),
        (f"{FULL}x", "By Ada Falk", STRICT, False),
        (f"{FULL}x", "HALDEN — So.", STRICT, False),
        (f"{FULL}x", "SAND: So.", STRICT, False),
        ("x" * 30, "sand: so.", STRICT, True),
    ],
)
def test_whether_a_line_goes_on(
    above: str, below: str, measure: Measure | None, goes_on: bool
) -> None:
    assert continues(above, below, measure, frozenset({"SAND"}), above) == goes_on


@pytest.mark.parametrize(("first", "goes_on"), [("- one", True), ("  - one", False), ("x", False)])
def test_the_words_of_an_item_may_be_set_deeper(first: str, goes_on: bool) -> None:
    assert continues(FULL, " Seventy", STRICT, NOBODY, first) == goes_on
