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


def cut(count: int) -> str:
    """A line of so many letters that ends within a sentence."""
    return f"{WORDS} in"[: count - 1].rstrip().ljust(count - 1, "s") + "s"


@pytest.mark.parametrize(("word", "number"), [("Halden", 2), ("Haldens", 1)])
def test_a_line_ends_a_paragraph_where_the_next_word_would_have_fitted(
    word: str, number: int
) -> None:
    assert len(read(lines(WORDS, cut(46), f"{word} and the bay, which nobody"))) == number


def test_lines_far_apart_are_a_paragraph_each() -> None:
    assert len(read(placed((WORDS, 0, 12), (FULL[1], 0, 26)))) == 2


@pytest.mark.parametrize(
    ("above", "below", "number"),
    [
        ("By Ada Falk and Bo Sand, the correspondents of the Post", "HALDEN — Nobody has", 2),
        ("By Ada Falk and Bo Sand, the correspondents of the Post", "Halden, where nobody has", 1),
        (WORDS, "HALDEN — Nobody has", 1),
    ],
)
def test_a_dateline_begins_a_paragraph_below_a_byline(above: str, below: str, number: int) -> None:
    assert len(read(lines(above, below))) == number


@pytest.mark.parametrize(
    ("labels", "joined"),
    [(["FALK:", "FALK:"], True), (["FALK:", "SAND:"], False), (["NOTE:", "NOTE:"], False)],
)
def test_a_label_that_recurs_on_lines_of_its_own_begins_what_follows(
    labels: list[str], joined: bool
) -> None:
    said = ["Not a word of it.", "Nor have we, so far."]
    told = [line for pair in zip(labels, said, strict=True) for line in pair]
    turns = [f"{label} {words}" for label, words in zip(labels, said, strict=True)]
    assert read([*lines(WORDS, top=700), *lines(*told)])[1:] == (turns if joined else told)


def test_a_label_below_another_says_nothing_of_it() -> None:
    told = ["FALK:", "SAND:", "No.", "FALK:", "SAND:", "Yes."]
    found = read([*lines(WORDS, top=700), *lines(*told)])
    assert found[1:] == ["FALK:", "SAND: No.", "FALK:", "SAND: Yes."]


@pytest.mark.parametrize("count", [3, 4])
def test_lines_with_others_beside_them_have_edges_of_their_own(count: int) -> None:
    first = lines(*[WORDS, "Halden, and in it he writes the hour, and the weather, "] * 2)[:count]
    beside = lines(*[cut(40)] * 4, top=540, x=360)
    assert len(read([*first, *beside])[:-1]) == (1 if count == 4 else 3)


@pytest.mark.parametrize(("page", "x", "number"), [(0, 60, 2), (1, 60, 1), (0, 70, 1)])
def test_other_columns_of_the_page_tell_how_far_lines_may_reach(
    page: int, x: float, number: int
) -> None:
    wide = lines(*[WORDS] * 4, "It closed.", top=700)
    narrow = lines("Nobody on the ferry or in the harbour of", "Halden knew", page=page, x=x)
    assert len(read(wide, narrow)[1:]) == number


@pytest.mark.parametrize(
    ("below", "number"),
    [("Halden, and nobody knows why", 2), ("and nobody knows why", 1)],
)
def test_a_line_further_left_than_those_above_begins_a_paragraph(below: str, number: int) -> None:
    block = [(cut(53), 10.0, 12.0), (cut(53), 10.0, 12.0), (below, 0.0, 12.0)]
    assert len(read(placed((WORDS, 0, 12), (WORDS, 0, 12), *block))) == 1 + number


def test_a_first_line_that_is_indented_goes_on_further_left() -> None:
    block = [(cut(53), 10.0, 12.0), ("Halden, and nobody knows why", 0.0, 12.0)]
    assert len(read(placed((WORDS, 0, 12), (WORDS, 0, 12), *block))) == 2


def test_the_words_of_a_turn_may_hang_below_it() -> None:
    turn = [("FALK: We have asked for one more boat, and were told by", 0.0, 12.0),
            ("Halden that there was none to be had.", 35.0, 12.0)]  # fmt: skip
    assert len(read(placed(*turn, *turn, *turn))) == 3


ENDS = "in, and it closed."
OTHER = "Nobody has asked to see the first two of them, and they"


@pytest.mark.parametrize(
    ("last", "following", "goes_on"),
    [
        ("and whoever was", "there to see it", True),
        ("and whoever was", "There to see it", False),
        ("and it closed.", "eBay sold it", False),
        ("the books of the Anglo-", "Saxon boats", True),
        (WORDS, "Halden and the bay", True),
        (WORDS, "• Halden", False),
        (WORDS.replace("that comes", "to come."), "Halden and the bay", True),
        (WORDS.replace("that comes", "to come."), "“Halden and the bay", False),
        (WORDS, "“Halden” and the bay", True),
    ],
)
def test_where_a_column_goes_on_with_the_one_before(
    last: str, following: str, goes_on: bool
) -> None:
    found = read(lines(WORDS, last), lines(following, x=360))
    assert found == (
        [f"{WORDS} {last}{'' if last[-1] == '-' else ' '}{following}"]
        if goes_on
        else [f"{WORDS} {last}", following]
    )


@pytest.mark.parametrize(("indent", "goes_on"), [(0, True), (10, False)])
def test_where_paragraphs_are_indented_a_column_may_begin_with_one(
    indent: float, goes_on: bool
) -> None:
    first = placed((cut(53), 10, 12), (WORDS, 0, 12), (cut(53), 10, 12), (WORDS, 0, 12))
    following = [run(cut(53), 600, x=360 + indent), *lines(WORDS, WORDS, top=588, x=360)]
    assert len(read(first, following)) == (2 if goes_on else 3)


@pytest.mark.parametrize(("count", "joined"), [(5, True), (6, False)])
def test_a_paragraph_goes_on_behind_few_others(count: int, joined: bool) -> None:
    items = [f"• rope {i}." for i in range(count)]
    found = read(lines(*FULL[:2]), lines(*items, "and whoever was there.", x=360))
    assert (found[-1] == f"{FULL[0]} {FULL[1]} and whoever was there.") == joined
    assert len(found) == count + (1 if joined else 2)


@pytest.mark.parametrize(
    ("between", "goes_on"),
    [
        ([[run("Rain again", 560, size=14), *lines(*NEXT, top=540)]], False),
        ([[run("Rain again", 560, size=14)], lines(*NEXT, x=360)], True),
        ([[run("Rain again.", 560, size=7), *lines(*NEXT, top=540)]], True),
        ([[run("• Rain again.", 600, x=360), *lines(*NEXT, top=580, x=360)]], False),
    ],
)  # fmt: skip
def test_what_stands_between_tells_if_a_capital_goes_on(
    between: list[list[Run]], goes_on: bool
) -> None:
    found = read(lines(*FULL[:2]), *between)
    whole = " ".join([*FULL[:2], *NEXT])
    assert (found[-1] == whole) == goes_on
    assert len(found) == (2 if goes_on else 3)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["all of the coun\xad", "cil came to the harbour-", "masters"],
         "all of the council came to the harbour-masters"),
        (["all of the thirty\u2010", "one"], "all of the thirtyone"),
        (["a well\u2010kept log of thirty\u2010", "one"],
         "a well\u2010kept log of thirty\u2010one"),
        (["it cost twenty\xad", "odd crowns"], "it cost twentyodd crowns"),
    ],
)  # fmt: skip
def test_hyphens_at_the_ends_of_lines_alone_break_words(told: list[str], expected: str) -> None:
    start = "The master, as one will, kept a log of the boats here, "
    assert read(lines(f"{start}{told[0]}", *told[1:])) == [f"{start}{expected}"]
