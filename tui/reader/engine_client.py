"""The engine's other end: starts the analysis in a process of its own and hears its answers."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import tui
from tui.analysis.options import Options
from tui.analysis.summary_length import written_length
from tui.article.model import Article

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction
    from tui.analysis.model import Analysis

# Modules that lie about in the user's folder are none of the engine's: no `-m`, and `-P`.
_RUN: Final = "import sys; sys.path.append({!r}); from tui.analysis.engine import main; main()"
ENGINE: Final = (
    sys.executable, "-P", "-c", _RUN.format(str(Path(tui.__file__).parent.parent)),
)  # fmt: skip
_CHUNK: Final = 1 << 18


class EngineError(Exception):
    """The engine could not answer, or is gone; the message is a sentence for the user."""


@dataclass(slots=True, eq=False)
class _Running:
    """A process, and what of its output is no whole line yet, or nobody's who has read it."""

    process: Process
    unread: bytearray = field(default_factory=bytearray)
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)


class EngineClient:
    """One engine process and the article that it is asked about.

    Answers to anything but the latest request are dropped.
    """

    def __init__(self, command: Sequence[str] = ENGINE) -> None:
        self._command = tuple(command)
        self._running: _Running | None = None
        self._turn = asyncio.Lock()
        """Whose turn it is to start or to end the process: there is never a second one."""
        self._requests = 0
        self._article_id = ""
        self._wish_id = ""
        self._article_done = True
        self._options = Options()
        self._corrections: tuple[Correction, ...] = ()
        self._sent: tuple[Options, tuple[Correction, ...]] = self._options, ()
        self.asked: tuple[Options, tuple[Correction, ...]] = self._options, ()
        """What the latest answer of `follow` was asked with: options and corrections."""
        self._wished = False

    @property
    def pid(self) -> int | None:
        """The process id of the engine, where it runs."""
        return self._running.process.pid if self._running else None

    async def start(self) -> None:
        """Start the process, if there is none, so that it can load while others draw.

        Raises EngineError where it cannot be started.
        """
        async with self._turn:
            await self._started()

    async def _started(self) -> _Running:
        if self._running is None or self._running.process.returncode is not None:
            try:
                process = await asyncio.create_subprocess_exec(
                    *self._command,
                    stdin=PIPE,
                    stdout=PIPE,
                    stderr=DEVNULL,
                    limit=2 * _CHUNK,
                    # Keys like ctrl+z and ctrl+c at the terminal are not meant for it.
                    start_new_session=True,
                )
            except OSError as error:
                told = f"The analysis could not be started: {error.strerror}."
                raise EngineError(told) from error
            self._running = _Running(process)
        return self._running

    async def follow(
        self,
        article: Article,
        options: Options,
        view: int = 0,
        corrections: Sequence[Correction] = (),
    ) -> AsyncIterator[Analysis]:
        """All answers about an article, as they come: partial ones, then the whole, then wishes.

        What stands at the offset `view` is read first.
        Ends only when another article is asked about; raises EngineError.
        """
        self._options, self._corrections = options, tuple(corrections)
        async with self._turn:
            if not self._article_done:
                await self._end()  # it would answer the last article first
            running = await self._started()
            own = self._article_id = self._next_id()
            self._article_done, self._wish_id, self._wished = False, "", False
        # Requests and answers come after the first picture, and so do the modules for them.
        from tui.analysis.schema import article_to_json

        request = {"id": own, **self._as_wished(), "view": view}
        line = await asyncio.to_thread(
            lambda: _line({**request, "article": article_to_json(article)})
        )
        if own != self._article_id:
            return
        try:
            await self._send(running, line)
        except EngineError:
            if own != self._article_id:
                return  # it was ended for another article
            raise
        while True:
            line = await self._next_line(running, own)
            if own != self._article_id:
                return
            if not line:
                raise EngineError(await self._obituary(running))
            asked = self._sent  # nothing else is sent before this has been heard
            # Long answers take their time to read: the keys must not wait for it.
            analysis = await asyncio.to_thread(self._heard, line, article)
            if own != self._article_id:
                return
            if analysis is not None:
                self.asked = asked
                yield analysis
            await self._send_wish()

    async def wish(self, options: Options) -> None:
        """Ask for the summaries of the followed article anew; `follow` yields the answer.

        While an earlier request is being answered only the latest wish is kept.
        """
        self._options = options
        await self._ask_anew()

    async def correct(self, corrections: Sequence[Correction]) -> None:
        """Let these be the corrections of the followed article, just as `wish` does."""
        self._corrections = tuple(corrections)
        await self._ask_anew()

    async def close(self) -> None:
        """End the process, at once, and wait until it is gone."""
        async with self._turn:
            await self._end()

    async def _end(self) -> None:
        running, self._running = self._running, None
        self._article_id, self._article_done = "", True
        if running is None:
            return
        with suppress(ProcessLookupError):
            running.process.kill()
        await running.process.wait()

    def _next_id(self) -> str:
        self._requests += 1
        return str(self._requests)

    async def _ask_anew(self) -> None:
        self._wished = bool(self._article_id)
        await self._send_wish()

    async def _send_wish(self) -> None:
        """Send what is wished by now, if anything is and nothing else is being answered."""
        if not self._wished or not self._article_done or self._wish_id:
            return
        self._wished, self._wish_id = False, self._next_id()
        await self._send(self._running, _line({"id": self._wish_id, **self._as_wished()}))

    def _as_wished(self) -> dict[str, Any]:
        from tui.analysis.schema import corrections_to_json

        self._sent = self._options, self._corrections
        return {
            "summarizer": self._options.summarizer,
            "sentences": written_length(self._options.sentences),
            "corrections": corrections_to_json(self._corrections),
        }

    async def _send(self, running: _Running | None, line: bytes) -> None:
        if running is None or running.process.stdin is None:
            raise EngineError(await self._obituary(running))
        try:
            running.process.stdin.write(line)
            await running.process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise EngineError(await self._obituary(running)) from error

    async def _next_line(self, running: _Running, own: str) -> bytes:
        """The next whole line of a process' output, of any length; empty where there is none, or
        where it is for the request that has come after one's `own`.
        """
        searched = 0
        assert running.process.stdout is not None
        async with running.reading:
            while own == self._article_id and (end := running.unread.find(b"\n", searched)) < 0:
                searched = len(running.unread)
                chunk = await running.process.stdout.read(_CHUNK)
                if not chunk:
                    return b""
                running.unread += chunk
            if own != self._article_id:
                return b""
            line = bytes(running.unread[:end])
            del running.unread[: end + 1]
            return line

    def _heard(self, line: bytes, article: Article) -> Analysis | None:
        """The answer that a line holds; None for one to a request that is no longer of interest."""
        import json

        from tui.analysis.schema import from_json

        try:
            answer: dict[str, Any] = json.loads(line)
            if answer["id"] not in (self._article_id, self._wish_id):
                return None
            if answer["id"] == self._wish_id:
                self._wish_id = ""
            if "error" in answer:
                raise EngineError(f"The analysis failed: {answer['error']}")
            if answer["id"] == self._article_id:
                self._article_done = answer["done"] >= 1.0
            return from_json(answer["analysis"], article, step=answer["step"], done=answer["done"])
        except (ValueError, KeyError, TypeError) as error:
            raise EngineError("The analysis sent an answer that cannot be read.") from error

    async def _obituary(self, running: _Running | None) -> str:
        """What is said of a process that does not answer any more; it is ended."""
        status: int | None = None
        if running is not None:
            with suppress(TimeoutError):
                status = await asyncio.wait_for(running.process.wait(), 1)
            with suppress(ProcessLookupError):
                running.process.kill()
        if running is self._running:
            self._running, self._article_done = None, True
        how = "" if status is None else f" (status {status})"
        return f"The analysis stopped unexpectedly{how}. The article can still be read."


def _line(request: dict[str, Any]) -> bytes:
    import json

    return json.dumps(request).encode() + b"\n"
