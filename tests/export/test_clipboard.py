"""The clipboard's roads: which are taken where, and what is said of those that fail."""

import base64
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.terminal_session import TerminalSession
from tui.export.clipboard import SURE_BYTES, Tool, feed, osc_52, told, tools


def programs(folder: Path, *names: str) -> str:
    """A search path on which these programs are installed."""
    for name in names:
        program = folder / name
        program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
        program.chmod(0o755)
    return str(folder)


def names(environment: dict[str, str], platform: str = "linux") -> list[str]:
    return [tool.name for tool in tools(environment, platform)]


def test_each_desktop_has_its_program(tmp_path: Path) -> None:
    path = programs(tmp_path, "pbcopy", "wl-copy", "xclip", "xsel", "clip.exe")
    assert names({"PATH": path}, "darwin") == ["pbcopy"]
    assert names({"PATH": path, "WAYLAND_DISPLAY": "wayland-0"}) == ["wl-copy"]
    assert names({"PATH": path, "DISPLAY": ":0"}) == ["xclip"]
    assert names({"PATH": path, "WSL_DISTRO_NAME": "Any"}) == ["clip"]
    assert names({"PATH": path}) == []


def test_xsel_stands_in_for_xclip(tmp_path: Path) -> None:
    assert names({"PATH": programs(tmp_path, "xsel"), "DISPLAY": ":0"}) == ["xsel"]


def test_a_remote_machines_own_clipboard_is_left_alone(tmp_path: Path) -> None:
    path = programs(tmp_path, "tmux", "xclip")
    remote = {"PATH": path, "DISPLAY": ":10", "SSH_CONNECTION": "1 2 3 4"}
    assert names(remote) == []
    assert names({**remote, "TMUX": "socket"}) == ["tmux"]


def test_inside_tmux_its_buffer_is_filled_too(tmp_path: Path) -> None:
    path = programs(tmp_path, "tmux", "wl-copy")
    here = {"PATH": path, "TMUX": "socket", "WAYLAND_DISPLAY": "wayland-0"}
    assert names(here) == ["tmux", "wl-copy"]


def test_the_text_arrives_whole_and_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "clipboard"
    save = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
    tool = Tool("saver", (sys.executable, "-c", save, str(target)))
    text = "“$(touch pwned) `x`”\n— Žofie 🐟"
    assert feed(text, [tool]) == ("saver",)
    assert target.read_text(encoding="utf-8") == text


def test_what_fails_is_not_named() -> None:
    missing = Tool("missing", ("/nonexistent/program",))
    failing = Tool("failing", (sys.executable, "-c", "raise SystemExit(1)"))
    working = Tool("working", (sys.executable, "-c", "import sys; sys.stdin.read()"))
    assert feed("text", [missing, failing, working]) == ("working",)


def test_one_line_says_what_was_copied_and_by_which_roads() -> None:
    assert told("“We go.”", "quote of Ada", ["tmux", "wl-copy"]) == (
        "Copied 8 characters: quote of Ada (tmux + wl-copy + terminal OSC 52)"
    )
    assert told("x", "selection", []) == (
        "Sent 1 character to the terminal's clipboard (OSC 52): selection"
    )


def test_a_console_has_no_clipboard() -> None:
    assert osc_52("x", {"TERM": "linux"}) == ""
    assert told("x", "quote of Ada", [], terminal=False) == (
        "There is no clipboard here; not copied: quote of Ada"
    )
    assert told("x", "selection", ["xclip"], terminal=False) == (
        "Copied 1 character: selection (xclip)"
    )


def test_only_where_the_terminal_is_the_only_road_is_a_long_text_warned_of() -> None:
    long = "ö" * (SURE_BYTES // 2 + 1)
    assert "more than many terminals take" in told(long, "all summaries", [])
    assert "more than many terminals take" not in told(long[1:], "all summaries", [])
    assert "more than many terminals take" not in told(long, "all summaries", ["xclip"])
    assert "37,498 characters" in told(long, "all summaries", [])


def asked(output: str) -> list[str]:
    """The texts that a terminal is asked to put on its clipboard."""
    return [base64.b64decode(part).decode() for part in re.findall(r"\x1b\]52;c;(.*?)\a", output)]


def test_a_terminal_is_asked_in_one_sequence() -> None:
    assert asked(osc_52("“We go.”\n", {})) == ["“We go.”\n"]


TEXT = "“Harbour 🐟” " * 200


@pytest.mark.parametrize(
    ("program", "arguments", "variable"),
    [
        ("screen", ("-c", "/dev/null"), "STY"),
        ("tmux", ("-L", "{socket}", "-f", "{settings}", "new-session"), "TMUX"),
    ],
)
def test_what_stands_between_hands_it_on(
    tmp_path: Path, program: str, arguments: tuple[str, ...], variable: str
) -> None:
    where = shutil.which(program)
    if where is None:
        pytest.skip(f"there is no {program} here")
    settings = tmp_path / "settings"
    settings.write_text("set -g set-clipboard off\nset -g allow-passthrough on\n", "utf-8")
    script = tmp_path / "copies_text.py"
    script.write_text(
        "import os, sys, time\nfrom tui.export.clipboard import osc_52\n"
        f"assert os.environ['{variable}']\nsys.stdout.write(osc_52({TEXT!r}, os.environ))\n"
        "sys.stdout.flush()\nprint('copied')\ntime.sleep(1)\n",
        "utf-8",
    )
    given = [a.format(socket=tmp_path.name, settings=settings) for a in arguments]
    with TerminalSession(where, *given, sys.executable, str(script)) as session:
        session.wait_for(lambda: bool(asked(session.output)))
        assert asked(session.output) == [TEXT]
        session.wait_for_end()
