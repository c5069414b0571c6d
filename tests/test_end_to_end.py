"""A first visit: the installed command in a pseudo-terminal, its keys, its screen, its exits."""

import base64
import re
import signal

import pytest

from tests.conftest import SAMPLES
from tests.terminal_session import RESTORED, TerminalSession, piped, pullquote

MEETING = SAMPLES / "ministers_meeting.txt"


def copied(session: TerminalSession) -> list[str]:
    """The texts that were sent to the terminal's clipboard (OSC 52)."""
    return [
        base64.b64decode(found).decode()
        for found in re.findall(r"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", session.output)
    ]


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)])
def test_a_first_visit(columns: int, rows: int) -> None:
    with pullquote(str(MEETING), columns=columns, rows=rows) as session:
        session.wait_for("Five hours at Lake Ishmere")
        session.wait_for("Ansa Kivimaa")
        session.wait_for("Edmund Cor")
        session.press("n")
        session.wait_for("quote 1 of")
        session.press("n")
        session.wait_for("quote 2 of")
        session.press("s")
        session.press("1")
        session.press("Y")
        session.wait_for(lambda: bool(copied(session)))
        assert copied(session)[0].startswith("Ansa Kivimaa")
        session.press("y")
        session.wait_for(lambda: len(copied(session)) > 1)
        assert "Five hours at Lake Ishmere" in copied(session)[1]
        session.press("?")
        session.wait_for("Next quote")
        session.press("\x1b")
        session.wait_for(lambda: "Next quote" not in session.shown)
        session.press("q")
        assert session.wait_for_end() == 0
        assert all(mode in session.output for mode in RESTORED)


def test_a_small_terminal() -> None:
    with pullquote(str(MEETING), columns=40, rows=12) as session:
        session.wait_for("KESTREL BAY")
        session.wait_for(lambda: bool(re.search(r"–/\d", session.shown)))
        session.press("n")
        session.wait_for(lambda: bool(re.search(r"\b1/\d", session.shown)))
        session.press("\t")
        session.wait_for("VOICES")
        session.press("q")
        assert session.wait_for_end() == 0


def test_an_article_from_a_pipe() -> None:
    with piped(MEETING) as session:
        session.wait_for("Five hours at Lake Ishmere")
        session.wait_for("Ansa Kivimaa")
        session.press("n")
        session.wait_for("quote 1 of")
        session.press("q")
        assert session.wait_for_end() == 0


def test_the_library_opens_a_sample() -> None:
    with pullquote(columns=100, rows=30) as session:
        session.wait_for("Archive of ‘lost’ composer")
        session.press("\r")
        session.wait_for("VOICES")
        session.press("q")
        session.press("q")
        assert session.wait_for_end() == 0


def test_words_selected_with_the_mouse_are_copied() -> None:
    with pullquote(str(MEETING), columns=100) as session:
        session.wait_for("KESTREL BAY")
        session.wait_for("IN SHORT")  # all that comes later is there
        rows = session.screen.display
        y = next(y for y, row in enumerate(rows) if "KESTREL" in row)
        x = rows[y].index("KESTREL")
        for button, column, end in (
            (0, x, "M"),
            (32, x + 5, "M"),
            (32, x + 10, "M"),
            (0, x + 10, "m"),
        ):
            session.press(f"\x1b[<{button};{column + 1};{y + 1}{end}")
        session.press("\x03")
        session.wait_for(lambda: bool(copied(session)))
        assert copied(session) == ["KESTREL BAY"]
        session.press("q")
        assert session.wait_for_end() == 0


def test_a_place_survives_a_resize() -> None:
    with pullquote(str(MEETING), columns=100, rows=24) as session:
        session.wait_for("Edmund Corvale")
        session.press("G")
        session.wait_for("We will find the lake")
        session.resize(24, 60)
        session.wait_for("We will find the lake")
        session.press("q")
        assert session.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_gives_the_terminal_back(number: signal.Signals) -> None:
    with pullquote(str(MEETING)) as session:
        session.wait_for("Five hours at Lake Ishmere")
        session.signal(number)
        assert session.wait_for_end() == 128 + number
        assert all(mode in session.output for mode in RESTORED)


def test_a_missing_file_is_one_line_and_no_screen() -> None:
    with pullquote("nowhere.txt") as session:
        assert session.wait_for_end() == 1
        assert session.output.strip() == (
            "pullquote: cannot read nowhere.txt: no such file or directory"
        )


def test_a_part_of_an_article_is_written_on_a_terminal_too() -> None:
    with pullquote("--speaker", "corvale", str(MEETING)) as session:
        assert session.wait_for_end() == 0
        assert "Edmund Corvale, " in session.output
        assert "Ansa Kivimaa, " not in session.output
        assert "\x1b[?1049h" not in session.output


def test_a_dumb_terminal_gets_the_report_and_the_reason() -> None:
    with pullquote(str(MEETING), TERM="dumb") as session:
        assert session.wait_for_end() == 0
        first, *rest = session.output.splitlines()
        assert first == (
            "pullquote: a terminal with TERM=dumb cannot show the reader; this is the report"
        )
        assert any("Ansa Kivimaa, " in row for row in rest)
        assert "\x1b" not in session.output


def test_a_dumb_terminal_without_an_article_is_told_what_to_name() -> None:
    with pullquote(TERM="dumb") as session:
        assert session.wait_for_end() == 2
        assert "name an article" in session.output


def test_without_utf_8_the_screen_is_drawn_in_plain_letters() -> None:
    with pullquote(
        str(MEETING),
        TERM="linux",
        COLORTERM="",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    ) as session:
        session.wait_for('1| "polite, and quite useless." Her')
        session.press("n")
        session.wait_for("quote 1 of")
        session.press("q")
        assert session.wait_for_end() == 0
        assert "\\u" not in session.output
        assert "38;2;" not in session.output


def test_hostile_text_does_not_act_on_the_terminal(tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    path = tmp_path / "hostile.txt"
    path.write_text(
        "Hostile \x1b]0;OWNED\x07title [b]bold[/oops]\n\n"
        "“Look \x1b]52;c;T1dORUQ=\x07here [@click=app.quit]click[/],” said \x1b[31mAda Falk.\n",
        encoding="utf-8",
    )
    with pullquote(str(path)) as session:
        session.wait_for("[@click=app.quit]")
        session.wait_for("Ada Falk")
        session.press("q")
        assert session.wait_for_end() == 0
        assert "OWNED" not in session.output
        assert "T1dORUQ=" not in session.output
