"""What an address holds is fetched as what it is, or it is said in a line why not."""

import subprocess
import sys

import pytest

from tests.article.web_server import (
    HTML,
    WebServer,
    got,
    nowhere,
    page,
    redirect,
    refused,
    web,
)
from tui.article.addresses import FetchError, fetch
from tui.article.loading import load

pytest.importorskip("urllib3", reason="addresses need the extra `web`")


def test_a_page_is_fetched(server: WebServer) -> None:
    server.replies["/a"] = page(HTML)
    found = got(server, "/a")
    assert found.data.decode("utf-8-sig") == HTML
    assert (found.address, found.name, found.kept_on) == (
        "http://news.example/a",
        "page.html",
        None,
    )


def test_a_request_tells_who_asks_and_nothing_of_the_user(server: WebServer) -> None:
    server.replies["/a"] = redirect("/b", Set_Cookie="id=1")
    server.replies["/b"] = page(HTML)
    got(server, "/a")
    (_, first), (path, second) = server.asked
    assert path == "/b"
    assert set(first) == set(second) == {
        "host", "user-agent", "accept", "accept-language", "accept-encoding", "connection",
    }  # fmt: skip
    assert first["host"] == "news.example"
    assert first["user-agent"].startswith("pullquote/")
    assert first["accept-language"].startswith("en")


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/a b?c d=ä#place", "/a%20b?c%20d=%C3%A4"),
        ("/100%/é%20é", "/100%25/%C3%A9%20%C3%A9"),
        ("/a/../b/./c", "/b/c"),
        ("?q=1", "/?q=1"),
    ],
)
def test_a_path_is_asked_for_as_it_must_be_written(
    server: WebServer, written: str, path: str
) -> None:
    server.replies[path] = page(HTML)
    assert got(server, written).address == f"http://news.example{path}"


def test_a_host_may_have_other_letters(server: WebServer) -> None:
    server.replies["/"] = page(HTML)
    found = fetch("HTTP://Bücher.example", named=True, network=web(server))
    assert found.address == "http://xn--bcher-kva.example/"
    assert server.asked[0][1]["host"] == "xn--bcher-kva.example"


@pytest.mark.parametrize(
    "written",
    ["http://", "https:///x", "http://a.example:99999/", "http://a.example:0/", "http://a b/",
     "http://[::1", "http://.../", "http://a.example/\nHost: b", "http://a.example/\x1b[2J",
     "http://a.example/" + "x" * 9000, "http://☃.example/"],
)  # fmt: skip
def test_nonsense_is_no_address(written: str) -> None:
    with pytest.raises(FetchError, match="it is no address"):
        fetch(written, named=True, network=nowhere())


def test_a_password_is_never_sent(server: WebServer) -> None:
    with pytest.raises(
        FetchError, match=r"^it has a user's name or password in it, which are never sent$"
    ):
        fetch("http://me:secret@news.example/", named=True, network=web(server))
    server.replies["/a"] = redirect("http://me:secret@other.example/")
    assert "never sent" in refused(server, "/a")
    assert [path for path, _ in server.asked] == ["/a"]


@pytest.mark.parametrize(
    ("kind", "path", "name"),
    [
        ("text/html; charset=utf-8", "/story.php", "page.html"),
        ("application/pdf", "/get", "page.pdf"),
        ("text/markdown", "/get", "page.md"),
        ("application/rss+xml", "/feed", "page.xml"),
        ("message/rfc822", "/1", "page.eml"),
        ("text/vtt", "/1", "page.vtt"),
        ("text/plain", "/notes/READ%20ME.md?raw=1", "READ ME.md"),
        ("application/octet-stream", "/a/b.epub", "b.epub"),
        ("nonsense", "/..%2F%1B%5B2Jx.txt", "x.txt"),
        ("text/plain", "/", ""),
    ],
)
def test_a_page_has_the_name_that_its_kind_goes_with(
    server: WebServer, kind: str, path: str, name: str
) -> None:
    server.replies[path] = page("words", Content_Type=kind)
    assert got(server, path).name == name


def test_text_in_a_charset_that_only_the_head_tells_is_marked(server: WebServer) -> None:
    text = "„Дождь“, — сказала она."
    server.replies["/a"] = page(
        text.encode("cp1251"), Content_Type='text/plain; charset="Windows-1251"'
    )
    assert got(server, "/a").data == b"\xef\xbb\xbf" + text.encode()


def test_the_reader_tells_it_in_one_line(server: WebServer) -> None:
    server.replies["/a"] = page("gone", 404)
    address = f"http://127.0.0.1:{server.port}/a"
    with pytest.raises(ValueError, match=r": the server says 404 \(not found\)$") as told:
        load(address)
    assert str(told.value) == f"cannot read {address}: the server says 404 (not found)"


def test_without_the_extra_it_is_said_what_to_install() -> None:
    code = (
        "import sys; sys.modules['urllib3'] = None\n"
        "from tui.article.addresses import FetchError, fetch\n"
        "try:\n    fetch('http://news.example', named=True)\n"
        "except FetchError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("addresses need one more package")
    assert "pullquote[web]" in done.stdout
