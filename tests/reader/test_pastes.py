"""Nothing within a paste can press a key or act on the terminal."""

import os
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tests.faults.held_terminal import MEETING, PAINTED, READER, HeldTerminal, needs_proc
from tests.reader.desk import MEDIUM, reader
from tui.reader.pastes import BEGIN, END, Pastes


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("n\x1b[A\x1b", "n\x1b[A\x1b"),
        (f"{BEGIN}a ferry{END}\x1b[B", f"{BEGIN}a ferry{END}\x1b[B"),
        (f"{BEGIN}\x1b[5mq\x1b{END}\x1bq", f"{BEGIN}[5mq{END}\x1bq"),
        (f"{BEGIN}\x1b\x1b[201\x1b[20{END}{BEGIN}\x1bx{END}", f"{BEGIN}[201[20{END}{BEGIN}x{END}"),
        (f"{BEGIN}{BEGIN}q{END}q", f"{BEGIN}[200~q{END}q"),
    ],
)
def test_escapes_are_taken_out_of_pastes_alone_however_they_come(sent: str, read: str) -> None:
    assert Pastes().harmless(sent) == read
    pastes = Pastes()
    assert "".join(pastes.harmless(character) for character in sent) == read


@needs_proc
def test_a_paste_that_holds_a_long_sequence_leaves_the_reader_alone() -> None:
    with HeldTerminal(*READER, MEETING) as reader:
        reader.wait_for(PAINTED)
        before = len(reader.written)
        os.write(reader.master, f"{BEGIN}\x1bP{'q' * 40}{END}?".encode())
        reader.wait_for("Next quote", before)
        reader.press("qq")
        assert reader.end() == 0


@pytest.mark.parametrize("keys", [("c",), ("slash",), ("ctrl+p",), ("x", "enter")])
async def test_what_is_pasted_is_one_line_without_controls(
    folder: Path, keys: tuple[str, ...]
) -> None:
    async with reader(folder, MEDIUM) as desk:
        await desk.press("n", *keys)
        desk.app.post_message(events.Paste("the\x01 old\x9b5m\u202e\r\nmayor\n"))
        await desk.until("the old mayor")


async def test_of_what_is_too_long_as_much_is_taken_as_has_room(folder: Path) -> None:
    async with reader(folder, MEDIUM) as desk:
        await desk.press("n", "c", "x")
        desk.app.post_message(events.Paste("y" * 20_000))
        await desk.until("yyyyyyyy")
        line = desk.app.screen.query_one(Input)
        assert len(line.value) == line.max_length
