"""The web pages: one with the reader, and what is in the way of seeing it."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import jinja2
import textual_serve
from aiohttp import web

from tui.serve.conversation import Conversation
from tui.serve.door import Door
from tui.serve.looks import Looks
from tui.serve.sessions import Sessions

_HERE: Final = Path(__file__).parent
_THEIRS: Final = Path(textual_serve.__file__).parent / "static"
_FILES: Final = {
    "reader.css": _HERE / "static" / "reader.css",
    "reader.js": _HERE / "static" / "reader.js",
    "icon.svg": _HERE / "static" / "icon.svg",
    "textual.js": _THEIRS / "js" / "textual.js",
    "xterm.css": _THEIRS / "css" / "xterm.css",
    "RobotoMono.ttf": _THEIRS / "fonts" / "RobotoMono-VariableFont_wght.ttf",
    "RobotoMono-Italic.ttf": _THEIRS / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf",
}
_USUAL_FONT_SIZE: Final = 16
_FONT_SIZES: Final = range(8, 41)
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "pullquote",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """Serves the reader to whom the door lets in."""

    def __init__(self, door: Door, sessions: Sessions, title: str, looks: Looks) -> None:
        self._door, self._sessions = door, sessions
        self._title, self._looks = title, looks
        self._conversations: set[Conversation] = set()
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
        )

    def application(self) -> web.Application:
        """All routes, none of which answers who is not let in."""
        made = web.Application(middlewares=[self._let_in])
        made.on_response_prepare.append(_add_headers)
        made.add_routes([
            web.get("/", self._page),
            web.get("/ws", self._talk),
            web.get("/static/{name}", self._file),
        ])  # fmt: skip
        return made

    async def close(self) -> None:
        """Tell all pages that there is no more to see, and wait until their readers are gone."""
        stops = (conversation.stop() for conversation in self._conversations)
        await asyncio.gather(self._sessions.close_all(), *stops)

    @web.middleware
    async def _let_in(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        door = self._door
        if not door.is_named(request.headers.get("Host")):
            return self._refused("This is not the address that pullquote serve was given.")
        given = request.query.get("token") if request.path == "/" else None
        if given is not None and door.knows(given):
            return self._welcomed(request)
        if not door.knows(request.cookies.get(door.cookie)):
            return self._refused("Open the whole address that pullquote serve has printed.")
        return await handler(request)

    def _welcomed(self, request: web.Request) -> web.Response:
        """The token goes into a cookie, and out of what the browser shows and remembers."""
        size = _font_size(request)
        there = "/" if size == _USUAL_FONT_SIZE else f"/?fontsize={size}"
        response = web.Response(status=303, headers={"Location": there})
        response.set_cookie(self._door.cookie, self._door.token, httponly=True, samesite="Strict")
        return response

    async def _page(self, request: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(16)
        page = self._templates.get_template("reader.html").render(
            title=self._title,
            looks=self._looks,
            nonce=nonce,
            font_size=_font_size(request),
            socket=f"ws://{request.host}/ws",
        )
        # Where there is no WebGL the terminal writes letters, each with its style.
        letters = "style-src-attr 'unsafe-inline'"
        return _html(page, nonce, f"script-src 'self'; connect-src 'self' ws://{request.host}; "
                                  f"font-src 'self'; img-src 'self'; {letters}")  # fmt: skip

    def _refused(self, sentence: str) -> web.Response:
        nonce = secrets.token_urlsafe(16)
        page = self._templates.get_template("refused.html").render(sentence=sentence, nonce=nonce)
        return _html(page, nonce, status=403)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = _FILES.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path)

    async def _talk(self, request: web.Request) -> web.StreamResponse:
        if not self._door.is_own_page(request.headers.get("Origin"), request.headers.get("Host")):
            return self._refused("Only a page of pullquote itself may ask for this.")
        conversation = Conversation(self._sessions)
        self._conversations.add(conversation)
        try:
            return await conversation.hold(request)
        finally:
            self._conversations.discard(conversation)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
    response.headers.setdefault("Content-Security-Policy", _policy())


def _policy(allowed: str = "", nonce: str = "") -> str:
    """Nothing but what is `allowed`, and styles of a nonce."""
    styles = f"style-src 'self' 'nonce-{nonce}'" if nonce else ""
    rest = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    return "; ".join(part for part in ("default-src 'none'", allowed, styles, rest) if part)


def _html(page: str, nonce: str, allowed: str = "", status: int = 200) -> web.Response:
    policy = {"Content-Security-Policy": _policy(allowed, nonce)}
    return web.Response(text=page, content_type="text/html", status=status, headers=policy)


def _font_size(request: web.Request) -> int:
    asked = request.query.get("fontsize", "")
    wished = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
    return wished if wished in _FONT_SIZES else _USUAL_FONT_SIZE
