"""A web server for tests, on this machine alone, which can also do all that a server should not."""

import select
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tui.article.addresses import FetchError, Page, fetch
from tui.article.network import USUAL, Limits, Network

Reply = Callable[["Handler"], None]
PUBLIC = "93.184.215.14"
PRIVATE = "10.1.2.3"
OK = b"HTTP/1.1 200 OK\r\n"
HTML = "<html><body><p>“It rains,” said Oda Lind.</p></body></html>"


class WebServer(ThreadingHTTPServer):
    """Replies to each path as it is told to, and knows what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        """The path and the headers, with names in lower case, of each request."""
        self.over = threading.Event()

    @property
    def port(self) -> int:
        return self.server_port

    def handle_error(self, request: object, client_address: object) -> None:
        """Who is cut off says nothing: that is what the tests do."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: WebServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        self.server.replies[self.path](self)

    do_CONNECT = do_GET  # noqa: N815 - the name that the base class has for it

    def log_message(self, *args: object) -> None:
        """Tests are silent."""

    def wait(self, seconds: float) -> bool:
        """Wait as long, or until the server is over; whether it is."""
        return self.server.over.wait(seconds)


def page(body: bytes | str, status: int = 200, **headers: str) -> Reply:
    """A whole answer; a header's name has `_` for `-`."""
    data = body.encode() if isinstance(body, str) else body
    told = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(data))} | headers
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
    return raw(f"HTTP/1.1 {status} Whatever\r\n{lines}\r\n".encode("latin-1") + data)


def raw(data: bytes) -> Reply:
    """These bytes, and the end of the connection."""

    def reply(handler: Handler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return reply


def redirect(location: str, status: int = 302, **headers: str) -> Reply:
    return page("moved", status, Location=location, **headers)


def drip(first: bytes, one: bytes) -> Reply:
    """Some bytes, then one after the other for ever."""

    def reply(handler: Handler) -> None:
        handler.wfile.write(first)
        while not handler.wait(0.02):
            handler.wfile.write(one)

    return reply


def endless(first: bytes, more: bytes) -> Reply:
    """Some bytes, then others as fast as they are read, for ever."""

    def reply(handler: Handler) -> None:
        handler.wfile.write(first)
        while not handler.wait(0):
            handler.wfile.write(more)

    return reply


def stall(first: bytes = b"") -> Reply:
    """Some bytes, then nothing."""

    def reply(handler: Handler) -> None:
        handler.wfile.write(first)
        handler.wait(30)

    return reply


def slow(seconds: float, reply: Reply) -> Reply:
    """A reply that comes late."""

    def late(handler: Handler) -> None:
        handler.wait(seconds)
        reply(handler)

    return late


def tunnel(port: int) -> Reply:
    """What a proxy does that passes on bytes, to and from a port of this machine."""

    def reply(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 Connected\r\n\r\n")
        ours = handler.connection
        with socket.create_connection(("127.0.0.1", port)) as theirs:
            other = {ours: theirs, theirs: ours}
            while not handler.wait(0):
                for one in select.select([ours, theirs], [], [], 0.05)[0]:
                    data = one.recv(65536)
                    if not data:
                        return
                    other[one].sendall(data)

    return reply


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[WebServer]:
    """A server while it runs; with a certificate and its key in one file, an https one."""
    with WebServer() as server:
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.over.set()
        server.shutdown()


def web(server: WebServer, names: Mapping[str, list[str]] | None = None) -> Network:
    """A network in which this server is the whole web: `*.example` leads to it.

    `names` has the IP addresses of hosts; all others have a public one.
    """

    def resolve(host: str, port: int) -> list[str]:
        found = (names or {}).get(host, [PUBLIC] if host.endswith(".example") else [])
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "nobody")
        return found

    def connect(place: tuple[str, int], seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", server.port), seconds)

    return Network(resolve, connect)


def nowhere() -> Network:
    """No network at all."""

    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "nobody to ask")

    return Network(resolve)


def got(server: WebServer, path: str = "/", *, limits: Limits = USUAL) -> Page:
    """What a server that is the whole web has at a path."""
    return fetch(f"http://news.example{path}", named=True, limits=limits, network=web(server))


def refused(server: WebServer, path: str = "/", *, limits: Limits = USUAL) -> str:
    """Why nothing is had of it."""
    try:
        got(server, path, limits=limits)
    except FetchError as error:
        return str(error)
    raise AssertionError("a page was had")
