"""The shells themselves, asked what may come next on the command line."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tui.completion import script

BASH = """
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _shtab_pullquote; printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles, the shell's start among its files."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("court report.txt", "harbour.txt"):
        (folder / name).touch()
    return folder


def bash(folder: Path, *words: str) -> set[str]:
    code = script("bash") + BASH
    done = subprocess.run(["bash", "--norc", "-c", code, "bash", "pullquote", *words],
                          cwd=folder, capture_output=True, text=True, check=True)  # fmt: skip
    return set(done.stdout.split("\n")) - {""}


def fish(folder: Path, *words: str) -> set[str]:
    line = " ".join(["pullquote", *words])
    done = subprocess.run(["fish", "--no-config", "-c", f"{script('fish')}\ncomplete -C '{line}'"],
                          cwd=folder, capture_output=True, text=True, check=True)  # fmt: skip
    return {row.split("\t")[0].replace("\\ ", " ") for row in done.stdout.splitlines()}


@pytest.mark.parametrize("ask", [bash, fish])
def test_what_may_come_next(ask: Callable[..., set[str]], folder: Path) -> None:
    if shutil.which(ask.__name__) is None:
        pytest.skip(f"there is no {ask.__name__} here")
    verbs = {"serve", "corpus", "ask", "engine", "config", "completion"}
    assert ask(folder, "") == {*verbs, "court report.txt", "harbour.txt"}
    assert ask(folder, "con") == {"config"}
    assert ask(folder, "corp") == {"corpus"}
    assert ask(folder, "harbour.txt", "h") == {"harbour.txt"}
    assert ask(folder, "completion", "") == {"bash", "zsh", "fish"}
    assert ask(folder, "--format", "json") == {"json", "jsonl"}
    assert ask(folder, "--summari") == {"--summarizer"}
    assert "harbour.txt" in ask(folder, "-o", "")


def test_zsh(folder: Path) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("there is no zsh here")
    start = folder.parent / "start"
    start.write_text(script("zsh"), encoding="utf-8")
    shell = pexpect.spawn("zsh", ["-f"], cwd=str(folder), encoding="utf-8", timeout=20,
                          dimensions=(24, 80), env={**os.environ, "TERM": "dumb"})  # fmt: skip
    shell.sendline(
        f"PS1=; autoload -U compinit; compinit -D -u; eval \"$(cat '{start}')\"; echo re''ady"
    )
    shell.expect("ready")
    for typed, completed in (
        ("pullquote con\t", "pullquote config"),
        ("pullquote completion f\t", "completion fish"),
        ("pullquote harbour.txt co\t", r"court\\ report\.txt"),
        ("pullquote --forma\t te\t", "--format.*text"),
    ):
        shell.send(typed)
        shell.expect(completed)
        shell.send("\x15")
    shell.close(force=True)
