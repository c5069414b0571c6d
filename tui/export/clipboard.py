"""The clipboard: text out by every road that may lead to it, and word of which were taken."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TIMEOUT_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes the clipboard's new text on its standard input."""

    name: str
    command: tuple[str, ...]
    encoding: str = "utf-8"


def tools(environment: Mapping[str, str], platform: str = sys.platform) -> tuple[Tool, ...]:
    """The programs that may set the clipboard in front of the user, the likeliest first.

    On a remote machine that is tmux alone, which hands the text on: any other program there would
    fill the remote machine's clipboard. Programs that are not installed are left out.
    """
    path = environment.get("PATH", os.defpath)
    found: list[Tool] = []

    def add(command: str, *arguments: str, encoding: str = "utf-8") -> bool:
        where = shutil.which(command, path=path)
        if where is not None:
            found.append(Tool(Path(command).stem, (where, *arguments), encoding))
        return where is not None

    if environment.get("TMUX"):
        add("tmux", "load-buffer", "-w", "-")
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return tuple(found)
    if platform == "darwin":
        add("pbcopy")
    elif platform == "win32" or environment.get("WSL_DISTRO_NAME"):
        add("clip.exe", encoding="utf-16")
    else:
        if environment.get("WAYLAND_DISPLAY"):
            add("wl-copy")
        if environment.get("DISPLAY"):
            add("xclip", "-selection", "clipboard") or add("xsel", "--clipboard", "--input")
    return tuple(found)


def feed(text: str, available: Iterable[Tool]) -> tuple[str, ...]:
    """Hand text to programs that set the clipboard; gives the names of those that took it.

    Each has `TIMEOUT_SECONDS`. The terminal is another road, and always to be taken as well (an
    OSC 52 sequence, which is never answered): it may be the only one to the user's own clipboard.
    """
    return tuple(tool.name for tool in available if _feed(tool, text))


def _feed(tool: Tool, text: str) -> bool:
    try:
        # Some of these stay in the background and hold what they inherited: no pipe to wait on.
        subprocess.run(
            tool.command,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT_SECONDS,
            check=True,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
