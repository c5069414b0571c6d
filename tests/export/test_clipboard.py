"""The clipboard's roads: which are taken where, and what is said of those that fail."""

import sys
from pathlib import Path

from tui.export.clipboard import Tool, feed, tools


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
