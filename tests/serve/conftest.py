"""A site with scripted readers, and a browser-like client that has come in by the address."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.serve import scripted_reader
from tui.serve.door import Door
from tui.serve.listening import listen
from tui.serve.looks import settled_looks
from tui.serve.sessions import Sessions
from tui.serve.site import Site

SCRIPTED = (sys.executable, "-S", scripted_reader.__file__)
PATIENCE = 60


class Visitor:
    """Someone at a site: `door` is what lets them in, `origin` how the site is called."""

    def __init__(self, site: Site, door: Door, http: aiohttp.ClientSession) -> None:
        self.site, self.door, self.http = site, door, http
        self.origin = f"http://127.0.0.1:{door.port}"

    async def come_in(self) -> aiohttp.ClientResponse:
        return await self.http.get(f"{self.origin}/", params={"token": self.door.token})

    async def ask(self, path: str, **headers: str) -> aiohttp.ClientResponse:
        return await self.http.get(
            self.origin + path, headers=headers or None, allow_redirects=False
        )

    async def talk(
        self, query: str = "width=80&height=24", origin: str | None = None
    ) -> aiohttp.ClientWebSocketResponse:
        return await self.http.ws_connect(f"{self.origin}/ws?{query}", origin=origin or self.origin)


@asynccontextmanager
async def visited(limit: int = 2, *how: str) -> AsyncIterator[Visitor]:
    """A visitor of a site with scripted readers, so many at once."""
    with listen("127.0.0.1", 0) as listener:
        door = Door.before(listener, "127.0.0.1")
        site = Site(door, Sessions([*SCRIPTED, *how], limit), "Rain <again>", settled_looks())
        runner = web.AppRunner(site.application(), access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.SockSite(runner, listener).start()
        try:
            async with (
                asyncio.timeout(PATIENCE),
                aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http,
            ):
                yield Visitor(site, door, http)
        finally:
            await site.close()
            await runner.cleanup()


@pytest.fixture
async def visitor() -> AsyncIterator[Visitor]:
    async with visited() as made:
        yield made


async def heard(talk: aiohttp.ClientWebSocketResponse) -> Any:  # noqa: ANN401 - it is JSON
    """The next thing that a reader sends, as JSON."""
    message = await talk.receive(PATIENCE)
    assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
    text = message.data if isinstance(message.data, str) else message.data.decode()
    return json.loads(text.lstrip("DM"))


async def reason(talk: aiohttp.ClientWebSocketResponse) -> tuple[int, str]:
    """The code and the words with which a talk is ended; what comes before them is not heard."""
    while (message := await talk.receive(PATIENCE)).type is not aiohttp.WSMsgType.CLOSE:
        pass
    return int(message.data), str(message.extra)
