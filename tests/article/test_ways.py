"""The web is reached through a proxy where there is one, a private network never."""

from pathlib import Path

import pytest

from tests.article.web_server import HTML, PRIVATE, WebServer, nowhere, page, stall, tunnel, web
from tui.article.addresses import FetchError, fetch
from tui.article.network import Limits

pytest.importorskip("urllib3", reason="addresses need the extra `web`")


def test_the_web_is_asked_for_through_a_proxy(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"me:secret@127.0.0.1:{server.port}")
    monkeypatch.setenv("no_proxy", "direct.example")
    server.replies |= {"http://news.example/a": page(HTML), "/a": page("<p>direct</p>")}
    # its names are looked up by the proxy alone
    assert fetch("http://news.example/a", named=True, network=nowhere()).name == "page.html"
    assert server.asked[0][1]["proxy-authorization"].startswith("Basic ")
    assert server.asked[0][1]["host"] == "news.example"
    for host in ("direct.example", "inside.example", "nas.local"):
        network = web(server, {"inside.example": [PRIVATE], "nas.local": [PRIVATE]})
        assert b"direct" in fetch(f"http://{host}/a", named=True, network=network).data
        assert "proxy-authorization" not in server.asked[-1][1]


@pytest.mark.parametrize(
    ("proxy", "reason"),
    [("http://127.0.0.1:1", "does not lead to it"), ("socks5://127.0.0.1:1", "can be used")],
)
def test_a_proxy_that_does_not_work_is_told(
    server: WebServer, monkeypatch: pytest.MonkeyPatch, proxy: str, reason: str
) -> None:
    for scheme in ("http", "https"):
        monkeypatch.setenv(f"{scheme}_proxy", proxy)
        with pytest.raises(FetchError, match=f"the proxy for it .*{reason}"):
            fetch(f"{scheme}://news.example/", named=True, network=nowhere())


def test_an_encrypted_page_comes_through_a_proxy_that_cannot_read_it(
    server: WebServer, secure: WebServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.port}")
    server.replies["news.example:443"] = tunnel(secure.port)
    secure.replies["/a"] = page(HTML)
    assert fetch("https://news.example/a", named=True, network=nowhere()).name == "page.html"
    assert [path for path, _ in server.asked] == ["news.example:443"]
    server.replies["news.example:443"] = page("No", 403)
    with pytest.raises(FetchError, match=r"^the proxy for it does not lead to it$"):
        fetch("https://news.example/b", named=True, network=nowhere())


def test_a_server_that_is_slow_behind_a_proxy_is_there_all_the_same(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
    server.replies["http://news.example/a"] = page(HTML)
    fetch("http://news.example/a", named=True, network=nowhere())
    server.replies["http://news.example/a"] = stall(b"HTTP/1.1 200")
    with pytest.raises(FetchError, match=r"^it took longer than 0\.3 seconds$"):
        fetch("http://news.example/a", named=True, limits=Limits(total=0.3), network=nowhere())
