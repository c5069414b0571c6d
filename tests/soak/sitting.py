"""One run of the real reader in a pseudo-terminal, pressed and looked at: what must not happen."""

import os
import re
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyte

from tests.faults.held_terminal import (
    PATIENCE,
    ROOT,
    HeldTerminal,
    children_of,
    gone,
    stat_of,
    switched,
)
from tests.sequences import foreign
from tests.soak.presses import ESCAPE, Press

ROWS, COLUMNS = 30, 100
"""The size in which the reader is looked at."""
OUTPUT_KEPT: Final = 1 << 19
PROBE: Final = "?"
_PROBED: Final = "Find articles by title or voice"
"""What the probe key shows over the library."""
_PROBES: Final = 3
_LONGEST_COPY: Final = 1 << 20
_ESCAPES: Final = 120
_SWITCH: Final = re.compile(rb"\x1b\[\?[\d;]+[hl]|\x1b\[[<>]\d*u")
_UNSHOWN: Final = re.compile(r"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p")
"""What the emulator would print."""
_BAD_WORDS: Final = ("Traceback (most", "The analysis failed", "The analysis stopped")
_STUCK: Final = 3 * PATIENCE


class FoundError(Exception):
    """Something that must not happen, in a sentence or two."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader cost when it was looked at.

    The bytes that it holds and those that its engine holds (0 where there is none), and for each
    probe key the seconds until its page stood on the screen and those of a processor's time.
    """

    reader: int
    engine: int
    waited: Sequence[float]
    worked: Sequence[float]


@dataclass(slots=True)
class Course:
    """What came of a sitting: how many presses, and each look."""

    pressed: int = 0
    looks: list[Look] = field(default_factory=list)


class Sitting:
    """The reader over some sources, in a folder of its own with its settings and its exports."""

    def __init__(self, sources: Sequence[str], folder: Path) -> None:
        self.done: list[Press] = []
        self._ears = folder / "overheard.txt"
        self._ears.unlink(missing_ok=True)
        exports = folder / "exports"
        exports.mkdir(parents=True, exist_ok=True)
        own = {f"XDG_{name}_HOME": f"{folder}/xdg" for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        alone = dict.fromkeys("TMUX STY DISPLAY WAYLAND_DISPLAY SSH_TTY SSH_CONNECTION".split(), "")
        variables = {
            **own, **alone, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PATH": "",
            "HOME": str(folder), "PULLQUOTE_DEBUG": "1", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        command = (sys.executable, "-m", "tests.soak.overheard", str(self._ears), *sources)
        self.terminal = HeldTerminal(
            *command, rows=ROWS, columns=COLUMNS, variables=variables, folder=exports
        )
        os.set_blocking(self.terminal.master, False)
        self._size = f"{ROWS} {COLUMNS}"
        self._unchecked = ""
        self._switches = b""
        self._last = deque[str]()
        self._kept = 0
        self._screen: pyte.Screen | None = None
        self._stream: pyte.Stream | None = None
        self._has_begun = False

    # What is done

    def begin(self) -> None:
        """Wait for the library. Raises FoundError."""
        self._watch()
        self._until(self._is_library, "the library is not shown")
        self._watch_no_more()
        self._has_begun = True

    def press(self, done: Press) -> None:
        """Do something; what the reader writes is checked. Raises FoundError."""
        self.done.append(done)
        match done.kind:
            case "keys":
                self._type(done.what)
            case "size":
                self._size = done.what
                self._resize(done.what)
            case "suspend":
                self._suspend()
            case "rest":
                self._rest(float(done.what))
        self._read(0)
        self._is_well()

    def look(self) -> Look:
        """Go back to the library, press the probe key there, and look at what the reader holds.

        Raises FoundError where the screen does not answer.
        """
        self._watch()
        self._resize(f"{ROWS + 1} {COLUMNS + 1}")
        self._quiet()
        self._resize(f"{ROWS} {COLUMNS}")
        self._quiet()
        for count in range(_ESCAPES):
            if count > 2 and self._is_library():  # it can be seen behind some pages, too
                break
            self._type(ESCAPE)
            self._quiet(0.25)
        else:
            raise FoundError("no way leads back to the library")
        probes = [self._probe() for _ in range(_PROBES)]
        pid = self.terminal.process.pid
        engines = self._engines()
        look = Look(
            held_by(pid),
            max(map(held_by, engines), default=0),
            [waited for waited, _ in probes],
            [worked for _, worked in probes],
        )
        self._watch_no_more()
        self._resize(self._size)
        self._rest(0.2)
        return look

    def end(self) -> None:
        """Leave the reader. Raises FoundError where that is not as it should be."""
        self.look()
        engines = children_of(self.terminal.process.pid)
        self._type("q")
        deadline = time.monotonic() + _STUCK
        while self.terminal.process.poll() is None and time.monotonic() < deadline:
            self._read(0.02)
        while self._read(0):
            pass
        status = self.terminal.process.poll()
        if status != 0:
            raise FoundError(f"told to end, it ends with {status}")
        self._is_given_back()
        if not all(map(gone, engines)):
            raise FoundError("its engine goes on without it")
        self._is_unheard()

    def close(self) -> None:
        """End all that is left of it."""
        self.terminal.__exit__(None, None, None)

    # What is checked

    def _is_well(self) -> None:
        status = self.terminal.process.poll()
        if status is not None:
            while self._read(0.1):
                pass
            raise FoundError(f"it ended by itself, with {status}")
        self._is_unheard()

    def _is_unheard(self) -> None:
        if self._ears.exists() and self._ears.stat().st_size:
            raise FoundError(f"it was overheard: {self._ears.read_text('utf-8', 'replace')}")

    def _is_given_back(self) -> None:
        self.terminal.written = self._switches
        given_back = self.terminal.given_back
        self.terminal.written = b""
        if not given_back:
            raise FoundError(f"the terminal is not given back: {switched(self._switches)}")

    def _check(self, part: bytes) -> None:
        """Look at what was written; what may not be whole yet is looked at later."""
        self._switches += b"".join(_SWITCH.findall(part))
        text = self._unchecked + part.decode("utf-8", "replace")
        cut = text.rfind("\x1b")
        copying = text.startswith("\x1b]52;", cut) and "\x07" not in text[cut:]
        if cut < len(text) - (_LONGEST_COPY if copying else 400) or cut < 0:
            cut = len(text)
        self._unchecked, text = text[cut:], text[:cut]
        if strange := foreign(text):
            raise FoundError(strange)
        for words in _BAD_WORDS:
            if words in text:
                raise FoundError(f"it shows {words!r}")

    def _engines(self) -> list[int]:
        """The processes that it has started; an old one may still be about to end."""
        deadline = time.monotonic() + _STUCK
        while len(found := children_of(self.terminal.process.pid)) > 1:
            if time.monotonic() > deadline:
                raise FoundError(f"it has {len(found)} processes of its own")
            self._read(0.05)
        return found

    # The screen

    @property
    def shown(self) -> str:
        """What stands on the screen, or stood there last."""
        if self._screen is None:
            rows, columns = map(int, self._size.split())
            self._screen = pyte.Screen(columns, rows)
            text = "".join(self._last).rpartition("\x1b[?1049l")
            pyte.Stream(self._screen).feed(_UNSHOWN.sub("", text[0] or text[2]))
        return "\n".join(self._screen.display)

    @property
    def said(self) -> str:
        """The last that was written, without sequences."""
        return re.sub(r"\x1b\[[<=>?]?[\d;:]*[ $]?[@-~]", "", "".join(self._last)[-6_000:])

    @property
    def received(self) -> str:
        """The very last of it as it came."""
        return repr("".join(self._last)[-1_000:])

    def _watch(self) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)

    def _watch_no_more(self) -> None:
        self._screen = self._stream = None

    def _is_library(self) -> bool:
        assert self._screen is not None
        first = self._screen.display[0]
        return bool(re.search(r"see who said what", first)) and bool(
            re.search(r"(?<!of )\b\d+ articles", first)
        )

    def _probe(self) -> tuple[float, float]:
        """How long the probe key takes until its page stands there, and how much work it is."""
        self._quiet()
        worked, pressed = worked_by(self.terminal.process.pid), time.monotonic()
        self._type(PROBE)
        self._until(lambda: _PROBED in self.shown, "the screen does not answer")
        waited = time.monotonic() - pressed
        self._quiet()
        worked = worked_by(self.terminal.process.pid) - worked
        self._type(ESCAPE)
        self._until(self._is_library, "the help does not go away")
        return waited, worked

    # The terminal

    def _read(self, seconds: float) -> bool:
        if not self.terminal.read(seconds):
            return False
        part, self.terminal.written = self.terminal.written, b""
        text = part.decode("utf-8", "replace")
        self._last.append(text)
        self._kept += len(text)
        while self._kept > OUTPUT_KEPT and len(self._last) > 1:
            self._kept -= len(self._last.popleft())
        if self._stream is not None:
            self._stream.feed(_UNSHOWN.sub("", text))
        if self._has_begun:
            self._check(part)
        else:  # what it says of sources that cannot be read, before there is a screen
            self._switches += b"".join(_SWITCH.findall(part))
        return True

    def _rest(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._read(left)

    def _quiet(self, seconds: float = 0.12) -> None:
        """Read until nothing comes for so long."""
        deadline = time.monotonic() + _STUCK
        while self._read(seconds):
            if time.monotonic() > deadline:
                raise FoundError("it writes without end")

    def _until(self, holds: Callable[[], bool], said: str) -> None:
        deadline = time.monotonic() + _STUCK
        while not holds():
            if time.monotonic() > deadline:
                raise FoundError(said)
            if not self._read(0.05):
                self._is_well()

    def _type(self, keys: str) -> None:
        data = keys.encode("utf-8", "surrogateescape")
        deadline = time.monotonic() + _STUCK
        while data:
            try:
                data = data[os.write(self.terminal.master, data) :]
            except BlockingIOError:
                self._read(0.05)
                self._is_well()
                if time.monotonic() > deadline:
                    raise FoundError("it takes no keys") from None

    def _resize(self, size: str) -> None:
        rows, columns = map(int, size.split())
        self.terminal.resize(rows, columns)

    def _suspend(self) -> None:
        process = self.terminal.process
        self.terminal.signal(signal.SIGTSTP)
        self._until(lambda: stat_of(process.pid)[:1] == ["T"], "it cannot be stopped")
        self._rest(0.05)
        self._is_given_back()
        self.terminal.signal(signal.SIGCONT)
        self._until(lambda: not self._is_off, "it does not go on")

    @property
    def _is_off(self) -> bool:
        return self._switches.rfind(b"\x1b[?1049l") > self._switches.rfind(b"\x1b[?1049h")


def held_by(pid: int) -> int:
    """The bytes of memory that a process holds; 0 where it is gone."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def worked_by(pid: int) -> float:
    """The seconds of a processor's time that the threads of a process have had."""
    nanoseconds = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        try:
            nanoseconds += int((thread / "schedstat").read_text("ascii").split()[0])
        except OSError:
            continue
    return nanoseconds / 1e9
