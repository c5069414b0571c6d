"""The clipboard: text out by every road that may lead to it, and word of which were taken."""

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TIMEOUT_SECONDS: Final = 2.0
SURE_BYTES: Final = 74_994
"""What any terminal takes that takes OSC 52 at all: many have room for 100,000 characters of it."""
_SCREEN_PART: Final = 240


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

    Each has `TIMEOUT_SECONDS`. The terminal (`osc_52`) is another road, and always to be taken as
    well: it never answers, but may be the only one to the user's own clipboard.
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


def osc_52(text: str, environment: Mapping[str, str]) -> str:
    """The escape sequence that asks a terminal to take text, as what stands between hands it on.

    tmux is asked both ways: it obeys the sequence by `set-clipboard on`, and hands on a wrapped
    one by `allow-passthrough on`. screen only hands on, and only little at a time. Empty for the
    Linux console, which has no clipboard.
    """
    if environment.get("TERM") == "linux":
        return ""
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode('ascii')}\a"
    if environment.get("TMUX"):
        return sequence + _wrapped("tmux;" + sequence.replace("\x1b", "\x1b\x1b"))
    if environment.get("STY"):
        starts = range(0, len(sequence), _SCREEN_PART)
        return "".join(_wrapped(sequence[start : start + _SCREEN_PART]) for start in starts)
    return sequence


def _wrapped(part: str) -> str:
    return f"\x1bP{part}\x1b\\"


def told(text: str, what: str, taken: Sequence[str], *, terminal: bool = True) -> str:
    """One line on what was copied, and by which roads.

    `taken` are the programs that took it, `terminal` says whether a terminal was asked to.
    """
    size = "1 character" if len(text) == 1 else f"{len(text):,} characters"
    roads = [*taken, *(["terminal OSC 52"] if terminal else [])]
    if not roads:
        return f"There is no clipboard here; not copied: {what}"
    if taken:
        return f"Copied {size}: {what} ({' + '.join(roads)})"
    sent = f"Sent {size} to the terminal's clipboard (OSC 52): {what}"
    if len(text.encode("utf-8", "replace")) > SURE_BYTES:
        return f"{sent}. That is more than many terminals take: see that all of it arrives."
    return sent
