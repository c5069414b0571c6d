"""What a page and its reader say to one another, over a websocket, until one of them has gone."""

import asyncio
import json
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import WSCloseCode, WSMsgType, web

from tui.serve.sessions import STOPPED, FullError, Session, Sessions, Size

_HEARTBEAT_SECONDS: Final = 30.0
_CLOSE_SECONDS: Final = 2.0
IDLE_SECONDS: Final = 4 * 3600.0
_LARGEST_MESSAGE: Final = 256 * 1024
_LONGEST_REASON: Final = 123
_LINKS: Final = ("http", "https", "mailto")
_ENDED: Final = 4000
"""The close code after which a page offers to start again; any of our own is in 4000-4999."""


class Conversation:
    """One page and its reader."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._page = web.WebSocketResponse(
            timeout=_CLOSE_SECONDS,
            heartbeat=_HEARTBEAT_SECONDS,
            max_msg_size=_LARGEST_MESSAGE,
            compress=False,
        )

    async def hold(self, request: web.Request) -> web.WebSocketResponse:
        """Start a reader for the page that asks, and keep both talking."""
        await self._page.prepare(request)
        try:
            session = await self._sessions.open(_asked_size(request))
        except FullError as error:
            await self._end(str(error))
            return self._page
        drawing = asyncio.create_task(self._draw(session))
        try:
            await self._hear(session)
        finally:
            drawing.cancel()
            await asyncio.gather(drawing, return_exceptions=True)
            await self._sessions.close(session)
        return self._page

    async def stop(self) -> None:
        """Tell the page that pullquote stops."""
        if self._page.prepared:
            await self._end(STOPPED, WSCloseCode.GOING_AWAY)

    async def _draw(self, session: Session) -> None:
        """Hand on what the reader draws and says; when it ends, so does all."""
        with suppress(ConnectionError):  # a page may go at any time
            async for picture in session.pictures():
                if isinstance(picture, bytes):
                    await self._page.send_bytes(picture)
                elif (said := _for_page(picture)) is not None:
                    await self._page.send_json(said)
            await self._end(await session.failure() or "The session has ended.")

    async def _hear(self, session: Session) -> None:
        """Hand on what the page says, until it is gone or has said nothing for too long."""
        now = asyncio.get_running_loop().time
        try:
            async with asyncio.timeout(IDLE_SECONDS) as limit:
                async for message in self._page:
                    if message.type is WSMsgType.TEXT:
                        limit.reschedule(now() + IDLE_SECONDS)
                        await self._heard(session, message.data)
        except TimeoutError:
            await self._end("The session has ended: it was left alone for hours.")

    async def _heard(self, session: Session, text: str) -> None:
        """Hand on one message; what a page cannot mean is not heard."""
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return
        match said:
            case ["stdin", str(typed)]:
                await session.type(typed)
            case ["resize", {"width": int(width), "height": int(height)}]:
                size = Size.bounded(width, height)
                await session.tell("resize", width=size.width, height=size.height)
            case ["focus" | "blur" as what]:
                await session.tell(what)
            case ["copied", {"number": int(number), "taken": bool(taken)}]:
                await session.tell("copied", number=number, taken=taken)
            case ["ping", str(mark)]:
                await self._page.send_json(["pong", mark])

    async def _end(self, reason: str, code: int = _ENDED) -> None:
        told = reason.encode("utf-8", "replace")[:_LONGEST_REASON]
        await self._page.close(code=code, message=told.decode("utf-8", "ignore").encode())


def _for_page(said: dict[str, Any]) -> list[Any] | None:
    """What a page is told of what a reader says; None for what is none of its business."""
    match said:
        case {"type": "copy" | "looks" as what, **rest}:
            return [what, rest]
        case {"type": "open_url", "url": str(url)} if _is_link(url):
            return ["open_url", {"url": url, "new_tab": True}]
    return None


def _is_link(url: str) -> bool:
    try:
        return urlsplit(url).scheme in _LINKS
    except ValueError:
        return False


def _asked_size(request: web.Request) -> Size:
    def cells(name: str, usual: int) -> int:
        asked = request.query.get(name, "")
        return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else usual

    return Size.bounded(cells("width", 80), cells("height", 24))
