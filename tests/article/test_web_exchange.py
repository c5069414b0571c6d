"""Whatever a server does, its answer comes within its limits, or it is said what is wrong."""

import gzip
import http.client
import socket
import ssl
import zlib
from pathlib import Path

import pytest

from tests.article.web_server import (
    HTML,
    OK,
    Reply,
    WebServer,
    drip,
    endless,
    got,
    page,
    raw,
    redirect,
    refused,
    slow,
    stall,
    web,
)
from tui.article.addresses import FetchError, fetch
from tui.article.network import SYSTEM, Limits, Network

pytest.importorskip("urllib3", reason="addresses need the extra `web`")

from urllib3.exceptions import DecodeError, ProtocolError, ProxyError, SSLError

from tui.article.web_exchange import _worded

SHORT = Limits(total=0.3, connect=0.3)


@pytest.mark.parametrize(
    "reply",
    [stall(), stall(b"HTTP/1.1 200"), stall(OK + b"Content-Length: 5\r\n\r\nab"),
     drip(b"", b"H"), drip(OK + b"A: ", b"a"), drip(OK + b"\r\n", b"a"),
     drip(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
     drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n")],
)  # fmt: skip
def test_a_slow_server_is_waited_for_only_so_long(server: WebServer, reply: Reply) -> None:
    server.replies["/"] = reply
    assert refused(server, limits=SHORT) == "it took longer than 0.3 seconds"


def test_redirects_that_are_slow_share_the_time(server: WebServer) -> None:
    for i in range(9):
        server.replies[f"/{i}"] = slow(0.1, redirect(f"/{i + 1}"))
    assert refused(server, "/0", limits=SHORT) == "it took longer than 0.3 seconds"
    assert len(server.asked) < 9


def test_a_name_that_nobody_looks_up_is_waited_for_only_so_long(server: WebServer) -> None:
    def resolve(host: str, port: int) -> list[str]:
        server.over.wait(30)
        return []

    with pytest.raises(FetchError, match=r"^its name cannot be looked up in time$"):
        fetch("http://news.example/", named=True, limits=SHORT, network=Network(resolve))


@pytest.mark.parametrize(
    "reply",
    [endless(OK + b"\r\n", b"a" * 5000),
     endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"400\r\n" + b"a" * 1024 + b"\r\n"),
     raw(OK + b"Content-Length: 999999999\r\n\r\na"),
     page(gzip.compress(bytes(20_000_000)), Content_Encoding="gzip"),
     page(gzip.compress(gzip.compress(bytes(20_000_000))), Content_Encoding="gzip, gzip"),
     page(zlib.compress(bytes(20_000_000)), Content_Encoding="deflate")],
)  # fmt: skip
def test_what_is_too_large_ends_early(server: WebServer, reply: Reply) -> None:
    server.replies["/"] = reply
    limits = Limits(largest=2**20)
    assert refused(server, limits=limits) == "it is larger than 1 MB"


@pytest.mark.parametrize(
    ("packed", "coding"),
    [(gzip.compress(HTML.encode(), mtime=0), "gzip"),
     (gzip.compress(HTML.encode(), mtime=0) + bytes(20), "x-gzip"),
     (zlib.compress(HTML.encode()), "deflate"),
     (zlib.compress(HTML.encode())[2:-4], "Deflate"),
     (HTML.encode(), "identity")],
)  # fmt: skip
def test_what_is_packed_is_unpacked(server: WebServer, packed: bytes, coding: str) -> None:
    server.replies["/"] = page(packed, Content_Encoding=coding)
    assert got(server).data.decode("utf-8-sig") == HTML


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (page(HTML, Content_Encoding="gzip"), "it is damaged: it cannot be unpacked"),
        (page(HTML, Content_Encoding="compress"), "packed in a way that cannot be unpacked"),
        (page(HTML, Content_Length="500"), "it ended early"),
        (
            raw(
                OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(HTML.encode(), mtime=0)[:-20]
            ),
            "it ended early",
        ),
        (raw(OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n"), "it ended early"),
        (raw(OK + b"Transfer-Encoding: chunked\r\n\r\n50\r\nabcde"), "it ended early"),
        (raw(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabcde\r\n"), "its answer is garbled"),
        (page(HTML, Content_Length="5, 6"), "its answer is garbled"),
        (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "its answer is garbled"),
        (raw(OK + b"A: " + b"a" * 70_000), "its answer is garbled"),
        (raw(OK + b"A: a\r\n" * 200 + b"\r\n"), "its answer is garbled"),
        (raw(b""), "it closed the connection without an answer"),
        (page(""), "it is empty"),
        (page("\n"), "it is empty"),
        (page("", 204), "it is empty"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said(server: WebServer, reply: Reply, reason: str) -> None:
    server.replies["/"] = reply
    assert reason in refused(server)


def test_what_comes_after_the_end_is_not_read(server: WebServer) -> None:
    server.replies["/"] = page("all of it", Content_Length="3")
    assert got(server).data == b"all"


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (404, {}, "the server says 404 (not found)"),
        (410, {}, "the server says 410 (gone): it was there once"),
        (401, {}, "the server says 401 (unauthorized): it is only for those who log in"),
        (402, {}, "the server says 402 (payment required): it is only for those who pay"),
        (429, {}, "the server says 429 (too many requests)"),
        (
            429,
            {"Retry_After": "90"},
            "the server says 429 (too many requests): try again in 2 minutes",
        ),
        (
            503,
            {"Retry_After": "Fri, 01 Jan 2010 00:00:00 GMT"},
            "the server says 503 (service unavailable): try again",
        ),
        (500, {"Retry_After": "soon"}, "the server says 500 (internal server error)"),
        (206, {}, "the server says 206 (partial content)"),
        (304, {}, "the server says 304 (not modified)"),
        (599, {}, "the server says 599"),
    ],
)
def test_what_the_server_says_is_told(
    server: WebServer, status: int, headers: dict[str, str], said: str
) -> None:
    server.replies["/"] = page("<p>Sorry</p>", status, **headers)
    assert refused(server) == said


def test_a_host_that_is_not_there_is_told_so(server: WebServer) -> None:
    with pytest.raises(FetchError, match=r"^no such host$"):
        fetch("http://nobody.invalid/", named=True, network=web(server))


def test_a_host_that_refuses_is_told_so() -> None:
    with socket.socket() as taken:  # a port that nobody listens at
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(FetchError, match=r"^it refuses the connection$"):
            fetch(f"http://127.0.0.1:{port}/", named=True, network=SYSTEM)


def test_a_certificate_that_nobody_signed_is_refused(server: WebServer, secure: WebServer) -> None:
    with pytest.raises(FetchError, match=r"^nobody who is trusted has signed its certificate$"):
        fetch("https://news.example/", named=True, network=web(secure))


def test_a_certificate_is_that_of_the_name_and_not_of_the_address(
    server: WebServer, secure: WebServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.replies |= {"/": page(HTML), "/slow": drip(OK + b"\r\n", b"a")}
    network = web(secure)
    assert fetch("https://news.example/", named=True, network=network).name == "page.html"
    with pytest.raises(FetchError, match=r"^its certificate is for another host$"):
        fetch("https://other.example/", named=True, network=network)
    with pytest.raises(FetchError, match=r"^it took longer than 0\.3 seconds$"):
        fetch("https://news.example/slow", named=True, limits=SHORT, network=network)


def test_a_server_that_does_not_encrypt_is_told(server: WebServer) -> None:
    with pytest.raises(FetchError, match=r"^there is no secure connection to it$"):
        fetch("https://news.example/", named=True, network=web(server))


UNTRUSTED = ssl.SSLCertVerificationError()
UNTRUSTED.verify_code = 10
ODD = ssl.SSLCertVerificationError()
ODD.verify_code = 99


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ProxyError("x", OSError()), "the proxy for it does not lead to it"),
        (SSLError(UNTRUSTED), "its certificate has expired"),
        (SSLError(ODD), "its certificate cannot be trusted"),
        (SSLError("x"), "there is no secure connection to it"),
        (DecodeError("x"), "it is damaged: it cannot be unpacked"),
        (ProtocolError("x", http.client.RemoteDisconnected("x")),
         "it closed the connection without an answer"),
        (ProtocolError("x", http.client.IncompleteRead(b"")), "it ended early"),
        (ProtocolError("Response ended prematurely"), "it ended early"),
        (ProtocolError("x", socket.gaierror()), "the connection broke off"),
        (ProtocolError("x"), "its answer is garbled"), (ValueError(), "its answer is garbled"),
    ],
)  # fmt: skip
def test_why_there_is_no_answer_is_told(error: Exception, told: str) -> None:
    assert str(_worded(error)) == told
