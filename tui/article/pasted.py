"""What is on the system's clipboard, as the program that keeps it gives it out."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Final

TIMEOUT_SECONDS: Final = 5.0
_NO_TOOL: Final = (
    "no program here gives it out: in a graphical session wl-clipboard, xclip or xsel does; else"
    " paste into pullquote -"
)
_EMPTY: Final = "there is no text on it"


def pasted(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> bytes:
    """The clipboard's text, in some Unicode encoding. Raises ValueError with a clause that says
    why there is none.
    """
    commands = list(_commands(os.environ if environment is None else environment, platform))
    if not commands:
        raise ValueError(_NO_TOOL)
    for command in commands:
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=TIMEOUT_SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue  # wl-paste, xclip and tmux fail where they have nothing
        if done.stdout.strip():
            return done.stdout
    raise ValueError(_EMPTY)


def _commands(environment: Mapping[str, str], platform: str) -> Iterator[tuple[str, ...]]:
    """What may give the clipboard in front of the user, the likeliest first.

    On a remote machine that is tmux alone: what is copied in the terminal is not told to it.
    """
    path = environment.get("PATH", os.defpath)
    wanted = list[tuple[str, ...]]()
    if not (environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")):
        if platform == "darwin":
            wanted += [("pbpaste",)]
        elif platform == "win32" or environment.get("WSL_DISTRO_NAME"):
            script = "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw"
            wanted += [("powershell.exe", "-NoProfile", "-Command", script)]
        else:
            if environment.get("WAYLAND_DISPLAY"):
                wanted += [("wl-paste", "--no-newline", "--type", "text")]
            if environment.get("DISPLAY"):
                wanted += [
                    ("xclip", "-selection", "clipboard", "-out"),
                    ("xsel", "--clipboard", "--output"),
                ]
    if environment.get("TMUX"):
        wanted += [("tmux", "show-buffer")]
    for command, *arguments in wanted:
        if (where := shutil.which(command, path=path)) is not None:
            yield (where, *arguments)
