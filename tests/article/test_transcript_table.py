"""A transcript that somebody set in a table is one of turns."""

import pytest

from tui.article.manuscript import Piece
from tui.article.transcript_table import turns_of

TALK = [
    ("00:12", "FALK", "Did you see the heron?"),
    ("00:40", "SAND", "Only its feet."),
    ("01:02", "FALK", "That is most of a heron."),
]


def turned(*rows: tuple[str, ...]) -> list[tuple[str, str]] | None:
    cells = [[[Piece("paragraph", cell)] if cell else [] for cell in row] for row in rows]
    found = turns_of(cells)
    return None if found is None else [(piece.kind, piece.text) for piece in found]


def test_rows_of_a_time_a_name_and_words_become_turns_without_the_time() -> None:
    assert turned(*TALK) == [
        ("turn", "FALK: Did you see the heron?"),
        ("turn", "SAND: Only its feet."),
        ("turn", "FALK: That is most of a heron."),
    ]


def test_a_label_may_have_its_colon_and_the_time_stand_behind_the_words() -> None:
    found = turned(*((f"{name}:", words, time) for time, name, words in TALK))
    assert found == turned(*TALK)


def test_numbers_of_rows_and_the_names_of_columns_are_no_words_of_anybody() -> None:
    rows = [(str(i), name, words) for i, (_, name, words) in enumerate(TALK, start=1)]
    assert turned(("No.", "Speaker", "Words"), *rows) == turned(*TALK)
    assert turned(("", "Speaker", "Words"), *rows) == turned(*TALK)


def test_words_in_a_row_without_a_speaker_go_on() -> None:
    found = turned(*TALK, ("01:20", "", "The rest is neck."))
    assert found is not None
    assert found[-1] == ("paragraph", "The rest is neck.")


def test_a_table_of_figures_is_none() -> None:
    assert turned(("Party", "Seats"), ("Reds", "12"), ("Blues", "9"), ("Reds", "3")) is None


def test_names_that_never_come_back_are_what_a_table_tells_of() -> None:
    assert (
        turned(
            ("Tomatoes", "Like the sun."),
            ("Beans", "Like a pole."),
            ("Leeks", "Like nobody."),
            ("Peas", "Like each other."),
        )
        is None
    )


@pytest.mark.parametrize(
    ("rows", "is_one"),
    [
        (TALK, True), (TALK[:2], False),
        ([*TALK, ("", "", "So."), ("", "", "So.")], True), ([*TALK, *[("", "", "So.")] * 3], False),
        ([*TALK, *[("", "", "")] * 3], True),
        ([("FALK", "Yes"), ("SAND", "No."), ("FALK", "So.")], True),
        ([("FALK", "Yes"), ("SAND", "No"), ("FALK", "So.")], False),
        ([("FALK", "Yes."), ("SAND", "No."), ("LUND", "So.")], False),
        ([("FALK", "Yes.", "x"), ("SAND", "No.", "x"), ("FALK", "So.", "x")], False),
        ([("F" * 60, "Yes."), ("SAND", "No."), ("F" * 60, "So.")], True),
        ([("F" * 61, "Yes."), ("SAND", "No."), ("F" * 61, "So.")], False),
        ([("falk", "Yes."), ("sand", "No."), ("falk", "So.")], False),
        ([("FALK", "“Yes.”"), ("SAND", "No…"), ("FALK", "So")], True),
        ([("FALK", "12"), ("SAND", "14"), ("FALK", "15.")], False), ([], False),
    ],
)  # fmt: skip
def test_which_table_is_a_transcript(rows: list[tuple[str, ...]], is_one: bool) -> None:
    assert (turned(*rows) is not None) == is_one


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (("00:12", "FALK", "Yes."), "FALK: Yes."), (("#3", "FALK", "Yes."), "FALK: Yes."),
        (("3)", "FALK :", "Yes."), "FALK: Yes."), (("00:12 - 00:40", "FALK", "Yes."), "FALK: Yes."),
        (("FALK", "00:12", "Yes."), "FALK: Yes."), (("FALK", "Yes.", "00:12"), "FALK: Yes."),
        (("", "FALK", "Yes."), "FALK: Yes."), (("123456", "FALK", "Yes."), "123456"),
    ],
)  # fmt: skip
def test_times_and_numbers_of_rows_are_left_out(row: tuple[str, ...], text: str) -> None:
    found = turned(*TALK, row)
    assert found is not None
    assert found[3][1] == text


@pytest.mark.parametrize(
    ("head", "stays"),
    [
        (("Time", "Speaker", "Words"), False), (("Time", " WHO ", "What"), False),
        (("Time", "Somebody", "Words"), True), (("Time", "Speaker", "x" * 20), False),
        (("Time", "Speaker", "x" * 21), True),
    ],
)  # fmt: skip
def test_a_row_that_names_the_columns_is_left_out(head: tuple[str, ...], stays: bool) -> None:
    found = turned(head, *TALK)
    assert found is not None
    assert (len(found) > 3) == stays


def test_more_blocks_of_somebodys_words_follow_the_turn() -> None:
    cells = [[[Piece("paragraph", name)], [Piece("paragraph", text)]] for _, name, text in TALK]
    cells[0][1].append(Piece("quote", "It is so."))
    found = turns_of(cells)
    assert found is not None
    assert [piece.kind for piece in found] == ["turn", "quote", "turn", "turn"]
