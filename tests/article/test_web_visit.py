"""An address leads over redirects to its page, never into a private network that was not named."""

import socket
from dataclasses import replace

import pytest

from tests.article.web_server import (
    HTML,
    PRIVATE,
    PUBLIC,
    Reply,
    WebServer,
    got,
    nowhere,
    page,
    raw,
    redirect,
    refused,
    web,
)
from tui.article.addresses import FetchError, fetch
from tui.article.kept_pages import folder
from tui.article.network import Network

pytest.importorskip("urllib3", reason="addresses need the extra `web`")


def test_redirects_are_followed_to_where_the_page_is(server: WebServer) -> None:
    server.replies["/a"] = redirect("//www.news.example/b/c", 301)
    server.replies["/b/c"] = redirect("../d#place", 308)
    server.replies["/d"] = redirect("?e=1", 303)
    server.replies["/d?e=1"] = page(HTML)
    assert got(server, "/a").address == "http://www.news.example/d?e=1"
    assert [head["host"] for _, head in server.asked] == ["news.example", *["www.news.example"] * 3]


def test_a_place_that_is_written_in_plain_letters_is_found(server: WebServer) -> None:
    location = "/café".encode().decode("latin-1")
    server.replies["/a"] = redirect(location)
    server.replies["/caf%C3%A9"] = page(HTML)
    assert got(server, "/a").address == "http://news.example/caf%C3%A9"


def test_a_loop_of_redirects_ends(server: WebServer) -> None:
    server.replies |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert refused(server, "/a") == "it redirects in a loop"
    assert len(server.asked) == 2


def test_redirects_that_go_on_and_on_end(server: WebServer) -> None:
    for i in range(20):
        server.replies[f"/{i}"] = redirect(f"/{i + 1}")
    assert refused(server, "/0") == "it redirects more than 10 times"
    assert len(server.asked) == 11


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http://[::1", "no address"),
        ("http://a.example:99999/", "no address"),
        ("", "does not say where to"),
    ],
)
def test_a_redirect_leads_only_to_the_web(server: WebServer, location: str, reason: str) -> None:
    server.replies["/a"] = redirect(location)
    assert reason in refused(server, "/a")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "10.1.2.3", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254",
     "2130706433", "intranet", "printer.local", "inside.example"],
)  # fmt: skip
def test_a_private_host_is_opened_only_where_it_is_named(server: WebServer, host: str) -> None:
    plain = host.strip("[]")
    network = web(server, {plain: [PRIVATE]})
    server.replies["/"] = page(HTML)
    server.replies["/out"] = redirect(f"http://{host}/")
    with pytest.raises(
        FetchError,
        match=r"^it is on a private network, where only what you name yourself is opened$",
    ):
        fetch(f"http://{host}/", named=False, network=network)
    with pytest.raises(FetchError, match=r"it redirects to .*private network"):
        fetch("http://news.example/out", named=True, network=network)
    assert [path for path, _ in server.asked] == ["/out"]
    assert fetch(f"http://{host}/", named=True, network=network).name == "page.html"
    # what was kept of it is no way round
    with pytest.raises(
        FetchError,
        match=r"^it is on a private network, where only what you name yourself is opened$",
    ):
        fetch(f"http://{host}/", named=False, network=network)


def test_a_named_private_host_may_lead_to_itself_and_to_no_other(server: WebServer) -> None:
    network = web(server, {"nas": [PRIVATE], "router": ["10.1.2.1"]})
    server.replies |= {"/a": redirect("/b"), "/b": page(HTML), "/c": redirect("http://router/b")}
    assert fetch("http://nas/a", named=True, network=network).address == "http://nas/b"
    with pytest.raises(FetchError, match="redirects to router, and of that: it is on a private"):
        fetch("http://nas/c", named=True, network=network)


def test_a_host_is_connected_to_at_the_address_that_was_looked_at(server: WebServer) -> None:
    looked_up = list[str]()
    connected = list[str]()
    there = web(server)

    def resolve(host: str, port: int) -> list[str]:
        """A name that stands for another host when it is asked for again."""
        looked_up.append(host)
        return [PUBLIC, PRIVATE] if len(looked_up) == 1 else [PRIVATE]

    def connect(place: tuple[str, int], seconds: float) -> socket.socket:
        connected.append(place[0])
        return there.connect(place, seconds)

    server.replies |= {"/a": redirect("/b"), "/b": page(HTML)}
    fetch("http://news.example/a", named=False, network=Network(resolve, connect))
    assert (looked_up, connected) == (["news.example"], [PUBLIC, PUBLIC])


def test_a_link_to_a_private_name_asks_nobody_for_it() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise AssertionError(host)

    with pytest.raises(
        FetchError,
        match=r"^it is on a private network, where only what you name yourself is opened$",
    ):
        fetch("http://printer.local/", named=False, network=Network(resolve))


def test_a_page_that_still_holds_is_not_fetched_again(server: WebServer) -> None:
    server.replies["/a"] = page(HTML, Cache_Control="max-age=600")
    assert got(server, "/a") == got(server, "/a")
    assert len(server.asked) == 1


def test_a_page_that_may_have_changed_is_asked_for(server: WebServer) -> None:
    server.replies["/a"] = page(HTML, ETag='"1"', Last_Modified="Fri, 02 Jan 2026 10:00:00 GMT")
    first = got(server, "/a")
    server.replies["/a"] = raw(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n')
    assert got(server, "/a") == first
    asked = server.asked[1][1]
    assert asked["if-none-match"] == '"1"'
    assert asked["if-modified-since"] == "Fri, 02 Jan 2026 10:00:00 GMT"
    server.replies["/a"] = page("<p>Other words</p>")
    assert b"Other words" in got(server, "/a").data


def test_without_a_network_what_was_kept_is_shown_with_its_day(server: WebServer) -> None:
    server.replies |= {"/a": redirect("/b"), "/b": page(HTML)}
    first = got(server, "/a")
    found = fetch("http://news.example/a", named=True, network=nowhere())
    assert found == replace(first, kept_on=found.kept_on)
    assert found.kept_on is not None
    with pytest.raises(FetchError, match=r"^its name cannot be looked up: there is no network$"):
        fetch("http://news.example/other", named=True, network=nowhere())


def test_what_a_server_says_is_not_replaced_by_what_was_kept(server: WebServer) -> None:
    server.replies["/a"] = page(HTML)
    got(server, "/a")
    server.replies["/a"] = page("Gone", 404)
    assert "404" in refused(server, "/a")


@pytest.mark.parametrize(
    "again", [page(HTML, Cache_Control="private, No-Store"), page(HTML, Vary="*")]
)
def test_what_must_not_be_kept_is_not_kept(server: WebServer, again: Reply) -> None:
    server.replies["/a"] = page(HTML)
    got(server, "/a")
    assert list(folder().iterdir())
    server.replies["/a"] = again
    got(server, "/a")
    assert not list(folder().iterdir())


def test_a_damaged_copy_is_fetched_again(server: WebServer) -> None:
    server.replies["/a"] = page(HTML, Cache_Control="max-age=600")
    first = got(server, "/a")
    (path,) = folder().iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert got(server, "/a") == first
    assert len(server.asked) == 2
    assert len(path.read_bytes()) == len(whole)


def test_a_page_is_shown_where_nothing_can_be_kept(server: WebServer) -> None:
    folder().parent.parent.mkdir(parents=True)
    folder().parent.write_text("a file where the folder should be")
    server.replies["/a"] = page(HTML)
    assert got(server, "/a").name == "page.html"
