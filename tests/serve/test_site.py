"""The pages, as who may and who may not see them gets them."""

import pytest
from aiohttp import WSServerHandshakeError

from tests.serve.conftest import Visitor, heard

ROUTES = ("/", "/ws", "/static/textual.js", "/static/reader.js", "/download/1", "/nothing")


async def test_the_address_lets_in_and_its_token_does_not_stay(visitor: Visitor) -> None:
    door = visitor.door
    response = await visitor.ask(f"/?token={door.token}&fontsize=20")
    assert (response.status, response.headers["Location"]) == (303, "/?fontsize=20")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith(f"{door.cookie}={door.token};")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    page = await visitor.ask("/?fontsize=20")
    assert page.status == 200
    assert 'data-font-size="20"' in await page.text()


@pytest.mark.parametrize("route", ROUTES)
async def test_who_has_no_cookie_sees_nothing(visitor: Visitor, route: str) -> None:
    for query in ("", "?token=wrong", "?token="):
        response = await visitor.ask(route + query)
        assert response.status == 403
        assert "Open the whole address that pullquote serve has printed." in await response.text()
        assert "Set-Cookie" not in response.headers
    if route != "/":
        assert (await visitor.ask(f"{route}?token={visitor.door.token}")).status == 403


async def test_a_cookie_that_is_wrong_lets_nobody_in(visitor: Visitor) -> None:
    response = await visitor.ask("/", Cookie=f"{visitor.door.cookie}=wrong")
    assert response.status == 403


async def test_another_host_is_refused_with_the_token_and_the_cookie(visitor: Visitor) -> None:
    await visitor.come_in()
    for path in ("/", f"/?token={visitor.door.token}"):
        response = await visitor.ask(path, Host=f"evil.example:{visitor.door.port}")
        assert response.status == 403
        assert "not the address" in await response.text()


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
async def test_pages_of_others_cannot_talk_to_a_reader(visitor: Visitor, origin: str) -> None:
    await visitor.come_in()
    with pytest.raises(WSServerHandshakeError) as refused:
        await visitor.talk(origin=origin)
    assert refused.value.status == 403
    assert (await visitor.ask("/ws")).status == 403
    assert "pid" in await heard(await visitor.talk())


async def test_a_page_asks_nobody_else_and_keeps_nothing(visitor: Visitor) -> None:
    await visitor.come_in()
    for path in (*ROUTES, "/static/RobotoMono.ttf"):
        headers = (await visitor.ask(path)).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "aiohttp" not in headers["Server"]
    page = await visitor.ask("/")
    policy, text = page.headers["Content-Security-Policy"], await page.text()
    assert "script-src 'self';" in policy
    assert "https:" not in policy + text
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert f'<style nonce="{nonce}">' in text
    assert nonce not in (await visitor.ask("/")).headers["Content-Security-Policy"]


async def test_a_title_is_text(visitor: Visitor) -> None:
    await visitor.come_in()
    assert "<title>Rain &lt;again&gt;</title>" in await (await visitor.ask("/")).text()


@pytest.mark.parametrize("asked", ["0", "7", "41", "9999", "x", "-16", "1e1", "²", ""])
async def test_letters_have_a_size_that_can_be_read(visitor: Visitor, asked: str) -> None:
    await visitor.come_in()
    page = await (await visitor.ask(f"/?fontsize={asked}")).text()
    assert 'data-font-size="16"' in page


@pytest.mark.parametrize("name", ["", "..%2fserver.py", "%2e%2e/site.py", "fonts", "missing.js"])
async def test_only_the_files_of_the_page_are_served(visitor: Visitor, name: str) -> None:
    await visitor.come_in()
    assert (await visitor.ask(f"/static/{name}")).status == 404
