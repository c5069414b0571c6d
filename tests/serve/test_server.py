"""`serve` from its start to its end, with real readers."""

import asyncio
import shutil
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.conftest import SAMPLES
from tests.serve.running import PATIENCE, is_alive, serving
from tui.article.listing import NO_ARTICLES
from tui.serve.listening import listen
from tui.serve.server import serve

ARTICLE = str(SAMPLES / "ministers_meeting.txt")
ODD_NAME = "-x $(touch boom); 'a \"b.txt"


Page = tuple[aiohttp.ClientSession, aiohttp.ClientWebSocketResponse]
"""Both are held: what nobody holds is closed, and its reader ended."""


async def _seen(address: str, words: str, count: int = 1) -> list[Page]:
    """Open pages, until each has drawn some words."""
    origin = address.partition("/?")[0]

    async def see() -> Page:
        http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        assert (await http.get(address)).status == 200
        talk = await http.ws_connect(f"{origin}/ws?width=100&height=30", origin=origin)
        seen = ""
        while words not in seen:
            message = await talk.receive(PATIENCE)
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
            if isinstance(message.data, bytes):
                seen += message.data.decode("utf-8", "replace")
        return http, talk

    return await asyncio.gather(*(see() for _ in range(count)))


async def _left(pages: list[Page]) -> None:
    for http, _ in pages:
        await http.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_all_of_it(number: int) -> None:
    with serving(ARTICLE) as server:
        port = int(server.address.partition("127.0.0.1:")[2].partition("/")[0])
        status, more, said = server.stop(number)
    assert status == 128 + number
    assert more == ""
    assert said.splitlines() == [
        "pullquote: open the address in a browser; ctrl+c stops it", "pullquote: stopped"
    ]  # fmt: skip
    listen("127.0.0.1", port).close()


async def test_no_reader_and_no_engine_outlives_the_server(tmp_path: Path) -> None:
    shutil.copy(ARTICLE, tmp_path / ODD_NAME)
    with serving(ODD_NAME, folder=tmp_path) as server:
        pages = await _seen(server.address, "Lake Ishmere", 2)
        readers = server.readers
        assert len(readers) >= 2
        status, _, said = await asyncio.to_thread(server.stop)
        await _left(pages)
    assert status == 143
    assert said.endswith("pullquote: stopped\n")
    assert not any(map(is_alive, readers))
    assert [path.name for path in tmp_path.iterdir() if path.name != "xdg"] == [ODD_NAME]


async def test_no_reader_outlives_a_server_that_was_killed() -> None:
    with serving(str(SAMPLES)) as server:
        pages = await _seen(server.address, "The last lamplighter of Brunnau")
        (reader,) = server.readers
        server.process.kill()
        await asyncio.to_thread(server.process.communicate)
        async with asyncio.timeout(PATIENCE):
            while is_alive(reader):
                await asyncio.sleep(0.01)
        await _left(pages)


@pytest.mark.parametrize(
    ("source", "status", "said"),
    [
        ("nothing.txt", 1, "cannot read nothing.txt: no such file or directory"),
        (".", 1, f"cannot read .: {NO_ARTICLES}"),
        ("-", 2, "serve takes a file, a folder or an address: a pipe is read only once"),
    ],
)
def test_what_cannot_be_served_is_told_in_a_line(
    source: str, status: int, said: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert serve([source]) == status
    assert capsys.readouterr() == ("", f"pullquote: {said}\n")


def test_a_port_that_is_taken_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with listen("127.0.0.1", 0) as other:
        port = other.getsockname()[1]
        assert serve([ARTICLE], port=port) == 1
    assert capsys.readouterr().err == f"pullquote: port {port} is taken by another program\n"


def test_without_the_extra_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    assert serve([ARTICLE]) == 1
    assert "pip install 'pullquote[serve]'" in capsys.readouterr().err
