"""A transcript that somebody set in a table is one of turns."""

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
