"""The readers' processes: so many at once, each started for a page and ended with it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import tui

PATIENCE_SECONDS: Final = 2.0
STOPPED: Final = "pullquote serve has been stopped."
_HELLO: Final = b"__GANGLION__\n"
_KEPT_OF_ERRORS: Final = 2000
# Modules that lie about in the user's folder are none of the reader's: no `-m`, and `-P`.
_RUN: Final = (
    "import sys; sys.path.append({!r}); from tui.serve.session import main; "
    "sys.exit(main(sys.argv[1:]))"
)


def command(sources: Sequence[str]) -> tuple[str, ...]:
    """What starts the reader of some sources for a page."""
    folder = str(Path(tui.__file__).parent.parent)
    return sys.executable, "-P", "-c", _RUN.format(folder), *sources


class FullError(Exception):
    """There is no room for another reader; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Size:
    """A page's size in cells."""

    width: int
    height: int

    @classmethod
    def bounded(cls, width: float, height: float) -> "Size":
        """The nearest size that a reader is drawn in."""
        return cls(int(min(max(width, 20), 500)), int(min(max(height, 10), 200)))


class Session:
    """A reader's process, spoken to in Textual's packets."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._errors = b""
        self._listening: asyncio.Task[None] | None = None
        self._drawn = False
        self.is_ending = False

    async def start(self, command: Sequence[str], size: Size) -> None:
        """Start the process. Raises OSError."""
        environment = {
            **os.environ,
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "COLUMNS": str(size.width),
            "ROWS": str(size.height),
        }
        self._process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment,
            # Keys like ctrl+c at the terminal are not meant for it.
            start_new_session=True,
        )  # fmt: skip
        self._listening = asyncio.create_task(self._keep_errors(self._process))

    async def pictures(self) -> AsyncIterator[bytes | dict[str, Any]]:
        """What the process sends, until it ends: what to draw, and what else it says."""
        assert self._process is not None
        assert self._process.stdout is not None
        out = self._process.stdout
        if await out.readline() != _HELLO:
            return
        self._drawn = True
        with suppress(asyncio.IncompleteReadError):
            while True:
                head = await out.readexactly(5)
                payload = await out.readexactly(int.from_bytes(head[1:], "big"))
                if head[:1] == b"D":
                    yield payload
                elif head[:1] == b"M":
                    yield json.loads(payload)

    async def type(self, text: str) -> None:
        """Hand on what was typed."""
        await self._send(b"D", text.encode("utf-8", "replace"))

    async def tell(self, what: str, **more: bool | int) -> None:
        """Hand on what else the page says."""
        await self._send(b"M", json.dumps({"type": what, **more}).encode())

    async def failure(self) -> str | None:
        """Wait for the end of the process; why it failed, if it did."""
        assert self._process is not None
        assert self._listening is not None
        status = await self._process.wait()
        await self._listening
        if status == 0 or self.is_ending:
            return None
        lines = self._errors.decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else f"The reader stopped unexpectedly (status {status})."

    async def end(self) -> None:
        """End the process, and wait until it is gone; nobody may hear `pictures` any more."""
        self.is_ending = True
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return
        if not self._drawn:  # it would not hear that it is to end
            self.kill()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                process.stdin.close()
                while await process.stdout.read(1 << 16):
                    pass  # it may wait until what it has drawn is taken
                await process.wait()
        self.kill()
        await process.wait()

    def kill(self) -> None:
        """End the process at once; its engine ends with it."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _send(self, kind: bytes, payload: bytes) -> None:
        if self._process is None or self._process.stdin is None:
            return
        with suppress(ConnectionError, RuntimeError):  # it may just have ended
            self._process.stdin.write(kind + len(payload).to_bytes(4, "big") + payload)
            await self._process.stdin.drain()

    async def _keep_errors(self, process: Process) -> None:
        assert process.stderr is not None
        while part := await process.stderr.read(4096):
            self._errors = (self._errors + part)[-_KEPT_OF_ERRORS:]


class Sessions:
    """All readers; at most `limit` at once."""

    def __init__(self, command: Sequence[str], limit: int) -> None:
        self._command, self._limit = tuple(command), limit
        self._open: set[Session] = set()
        self._is_over = False
        self._changed = asyncio.Condition()

    async def open(self, size: Size) -> Session:
        """Start a reader, as soon as those that are about to end make room. Raises FullError."""
        async with self._changed:
            await self._changed.wait_for(self._is_decided)
            if self._is_over:
                raise FullError(STOPPED)
            if len(self._open) >= self._limit:
                count = "One reader is" if self._limit == 1 else f"{self._limit} readers are"
                raise FullError(f"{count} open already, which is the most. Close one first.")
            session = Session()
            self._open.add(session)
        try:
            await session.start(self._command, size)
        except OSError as error:
            await self.close(session)
            raise FullError(f"No reader can be started: {error.strerror}.") from None
        return session

    async def close(self, session: Session) -> None:
        """End a reader; comes back when its process is gone."""
        await session.end()
        async with self._changed:
            self._open.discard(session)
            self._changed.notify_all()

    async def close_all(self) -> None:
        """Start no more readers, and wait until those that are there have been closed."""
        self._is_over = True
        async with self._changed:
            self._changed.notify_all()
            await self._changed.wait_for(lambda: not self._open)

    def kill(self) -> None:
        """End all readers at once."""
        for session in self._open:
            session.kill()

    def _is_decided(self) -> bool:
        room = len(self._open) < self._limit
        return room or self._is_over or not any(s.is_ending for s in self._open)
