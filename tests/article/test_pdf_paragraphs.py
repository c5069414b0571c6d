"""Lines of a PDF file are one paragraph where a reader sees one."""

import pytest

from tests.article.pdf_runs import WORDS, lines, run
from tui.article.pdf_columns import Column
from tui.article.pdf_letters import Run
from tui.article.pdf_paragraphs import Joining, Setting, paragraphs

FULL = [WORDS, "in, and in it he writes the hour, and the weather, too,", "and whoever was"]
"""The lines of a paragraph whose last one is short."""
NEXT = ["Nobody has asked to see the first two of them, and they", "smell of tar."]


def read(*columns: list[Run]) -> list[str]:
    """The paragraphs of some columns, each 280 points wide."""
    setting = Setting([Column(tuple(c), c[0].x0, c[0].x0 + 280) for c in columns])
    found = paragraphs(setting)
    joining = Joining([line for paragraph in found for line in paragraph.lines])
    return [joining.text(paragraph) for paragraph in found]


def placed(*texts: tuple[str, float, float]) -> list[Run]:
    """Lines of some texts: how far each is indented, and how far below the one before."""
    base, made = 600.0, list[Run]()
    for text, indent, step in texts:
        base -= step
        made.append(run(text, base, x=60 + indent))
    return made


def test_a_short_line_ends_a_paragraph() -> None:
    assert read(lines(*FULL, *NEXT)) == [" ".join(FULL), " ".join(NEXT)]


def test_a_short_line_within_a_sentence_does_not() -> None:
    going_on = [*FULL, *(text.lower() for text in NEXT)]
    assert read(lines(*going_on)) == [" ".join(going_on)]


@pytest.mark.parametrize(("step", "number"), [(12, 1), (14, 1), (16, 2), (24, 2)])
def test_a_gap_parts_paragraphs(step: float, number: int) -> None:
    first, second = FULL[:2], [WORDS, FULL[1]]
    set_so = [(text, 0.0, 12.0) for text in first + second]
    set_so[2] = (second[0], 0, step)
    assert len(read(placed(*set_so))) == number


def test_a_gap_before_a_sentence_that_goes_on_parts_it_only_where_it_is_wide() -> None:
    for step, number in ((16, 1), (20, 2)):
        assert len(read(placed((WORDS, 0, 12), (FULL[1], 0, 12), (FULL[1], 0, step)))) == number


@pytest.mark.parametrize(("indent", "number"), [(0, 1), (5, 1), (8, 2), (20, 2)])
def test_an_indentation_begins_a_paragraph(indent: float, number: int) -> None:
    first = [(text, 0.0, 12.0) for text in (WORDS, FULL[1])]
    assert len(read(placed(*first, (WORDS, indent, 12), (FULL[1], 0, 12)))) == number


def test_each_line_of_a_dialogue_may_be_a_paragraph() -> None:
    said = "“We have asked for one more boat, and were given none.”"
    assert len(read(placed((WORDS, 0, 12), (FULL[1], 0, 12), *[(said, 15, 12)] * 3))) == 4


@pytest.mark.parametrize("bullet", ["•", "-", "\uf0b7", "✓"])
def test_each_bullet_begins_an_item(bullet: str) -> None:
    assert read(lines(WORDS, f"{bullet} {FULL[1]}", f"{bullet} a rope")) == [
        WORDS, f"{bullet} {FULL[1]}", f"{bullet} a rope"
    ]  # fmt: skip


def test_numbered_items_begin_anew_and_their_words_go_on() -> None:
    items = placed((f"1. {FULL[1]}", 0, 12), ("and the wind", 12, 12), (f"2. {FULL[1]}", 0, 12))
    assert read(items) == [f"1. {FULL[1]} and the wind", f"2. {FULL[1]}"]


def test_another_size_begins_another_paragraph() -> None:
    head = run("Rain on all coasts and", 624, size=14)
    more = run("some fog at night", 608, size=14)
    assert read([head, more, *lines(*FULL)]) == [f"{head.text} {more.text}", " ".join(FULL)]


def test_a_bold_line_before_a_text_is_a_paragraph_of_its_own() -> None:
    head = run("Rain again", 612, bold=True)
    assert read([head, *lines(*FULL)]) == ["Rain again", " ".join(FULL)]


def test_bold_words_within_a_full_line_part_nothing() -> None:
    line = run(WORDS, 612, bold=True)
    assert read([line, *lines(*FULL[1:])]) == [" ".join(FULL)]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    assert read(lines(*FULL[:2]), lines(FULL[2], *NEXT, x=360))[0] == " ".join(FULL)
    assert read(lines(*FULL[:2], "It closed."), lines(*NEXT, x=360)) == [
        " ".join([*FULL[:2], "It closed."]), " ".join(NEXT)
    ]  # fmt: skip


@pytest.mark.parametrize("opening", ["• a rope and", "“No,” she said, and left the quay for good"])
def test_what_begins_a_column_may_begin_a_paragraph(opening: str) -> None:
    last = "in, and in it he writes the hour, and the weather here."
    assert len(read(lines(WORDS, last), lines(opening, *NEXT, x=360))) > 1


def test_a_column_that_begins_in_bold_begins_a_paragraph() -> None:
    other = [run("and the wind", 600, x=360, bold=True), *lines(*NEXT, top=588, x=360)]
    assert read(lines(WORDS, FULL[1]), other)[0] == f"{WORDS} {FULL[1]}"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("all of the coun\xad", "cil waited", "all of the council waited"),
        ("all of the coun\u2010", "cil waited", "all of the council waited"),
        ("it rained—", "and how", "it rained—and how"),
        ("it rained", "—and how", "it rained—and how"),
        ("it rained –", "and how", "it rained – and how"),
        ("it rained", "– and how", "it rained – and how"),
        ("it rained", "again", "it rained again"),
    ],
)
def test_words_at_the_ends_of_lines(first: str, second: str, joined: str) -> None:
    start = "The harbour master has kept a book, and "
    assert read(lines(f"{start}{first}", second)) == [f"{start}{joined}"]


def test_a_hyphen_that_stands_within_a_line_too_is_a_real_one() -> None:
    start = "The well\u2010kept book of the master is kept by the coun\u2010"
    assert read(lines(start, "cil here")) == [
        "The well\u2010kept book of the master is kept by the council here"
    ]


def test_a_paragraph_goes_on_below_a_note() -> None:
    note = [run("Photographs by the harbour office.", 560, size=7)]
    below = lines(*NEXT, top=500)
    assert read([*lines(*FULL[:2]), *note], below) == [
        note[0].text, " ".join([*FULL[:2], *NEXT])
    ]  # fmt: skip
