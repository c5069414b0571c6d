"""What is on the clipboard."""

import os
from pathlib import Path

import pytest

from tui.article.loading import ArticleError, load
from tui.article.pasted import pasted


def tool(folder: Path, name: str, script: str) -> None:
    """A program on the path that stands for one that gives out the clipboard."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    return tmp_path


def test_the_article_on_the_clipboard_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(path, "wl-paste", "printf 'Rain again\\n\\n“It rains,” said Ada Falk.\\n'")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    article = load("clipboard:")
    assert (article.title, article.origin) == ("Rain again", "the clipboard")
    assert "“It rains,” said Ada Falk." in article.text


def test_the_first_tool_that_has_something_gives_it(path: Path) -> None:
    tool(path, "xclip", "exit 1")
    tool(path, "xsel", "printf hello")
    tool(path, "tmux", "printf tmux")
    here = {"PATH": str(path), "DISPLAY": ":0", "TMUX": "x"}
    assert pasted(here, "linux") == b"hello"
    assert pasted({**here, "SSH_TTY": "/dev/pts/0"}, "linux") == b"tmux"


def test_each_system_has_its_own(path: Path) -> None:
    tool(path, "pbpaste", "printf apple")
    tool(path, "powershell.exe", "printf windows")
    assert pasted({"PATH": str(path)}, "darwin") == b"apple"
    assert pasted({"PATH": str(path), "WSL_DISTRO_NAME": "x"}, "linux") == b"windows"


def test_an_empty_clipboard_and_none_are_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArticleError) as told:
        load("clipboard:")
    assert str(told.value) == (
        "cannot read the clipboard: no program here gives it out: in a graphical session"
        " wl-clipboard, xclip or xsel does; else paste into pullquote -"
    )
    monkeypatch.setenv("DISPLAY", ":0")
    tool(path, "xclip", "printf ' '")
    with pytest.raises(ArticleError, match=r"^cannot read the clipboard: there is no text on it$"):
        load("clipboard:")


def test_the_clipboard_is_asked_for_in_words_that_each_program_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[str]()

    def which(command: str, path: str) -> str:
        return f"{path}/{command}"

    def run(command: list[str], **_: object) -> None:
        asked.append(" ".join(command))
        raise OSError

    monkeypatch.setattr("tui.article.pasted.shutil.which", which)
    monkeypatch.setattr("tui.article.pasted.subprocess.run", run)
    here = {"PATH": "p", "DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "TMUX": "t"}
    for environment, platform in ((here, "linux"), ({"PATH": "p"}, "win32")):
        with pytest.raises(ValueError, match=r"^there is no text on it$"):
            pasted(environment, platform)
    assert asked == [
        "p/wl-paste --no-newline --type text",
        "p/xclip -selection clipboard -out",
        "p/xsel --clipboard --output",
        "p/tmux show-buffer",
        "p/powershell.exe -NoProfile -Command [Console]::OutputEncoding=[Text.Encoding]::UTF8;"
        " Get-Clipboard -Raw",
    ]
    asked.clear()
    with pytest.raises(ValueError, match=r"^no program here gives it out: "):
        pasted({**here, "SSH_CONNECTION": "x", "TMUX": ""}, "linux")
