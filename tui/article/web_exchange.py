"""One request to a web server, and its answer: within its time, its size and its encoding."""

import http.client
import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, ProxyManager, Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    InvalidChunkLength,
    ProtocolError,
    ProxyError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as SlowError
from urllib3.response import BaseHTTPResponse
from urllib3.util import make_headers, parse_url

from tui import __version__
from tui.article.answers import Answer
from tui.article.deadlines import within
from tui.article.fetch_errors import FetchError, UnreachableError
from tui.article.network import Limits, Network, connected
from tui.article.ways import Way
from tui.article.web_address import WebAddress

_CHUNK: Final = 64 * 1024
_EARLY: Final = "it ended early"
_GARBLED: Final = "its answer is garbled"
_CERTIFICATES: Final = {  # by the numbers that OpenSSL has for them
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "nobody who is trusted has signed its certificate",
    19: "nobody who is trusted has signed its certificate",
    20: "nobody who is trusted has signed its certificate",
    62: "its certificate is for another host",
    64: "its certificate is for another host",
}


def ask(
    address: WebAddress,
    way: Way,
    asked: Mapping[str, str],
    *,
    limits: Limits,
    network: Network,
    seconds: float,
) -> Answer:
    """What a server answers about an address; `asked` are headers beside the usual ones.

    No cookie, referrer or password is ever sent, and no redirect followed. Raises FetchError.
    """
    sockets = list[socket.socket]()

    def opened() -> socket.socket:
        sockets.append(
            connected(network, way.addresses, address.port, min(limits.connect, seconds))
        )
        return sockets[-1]

    def cut() -> None:
        for one in sockets:
            with suppress(OSError):
                # of an encrypted one, too, the socket itself: whoever reads from it wakes up
                socket.socket.shutdown(one, socket.SHUT_RDWR)

    def answered() -> Answer:
        headers = {**_headers(), **asked, "Host": address.authority}
        timeout = Timeout(connect=min(limits.connect, seconds), read=seconds)
        with _pool(address, way, opened, sockets.append) as pool:
            response = pool.urlopen(
                "GET",
                str(address) if isinstance(pool, ProxyManager) else address.target,
                headers=headers,
                timeout=timeout,
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                head = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status, head, _body(response, limits), way.private)
            finally:
                response.close()

    try:
        return within(seconds, answered, cut)
    except FetchError:
        raise
    except ConnectTimeoutError:
        raise UnreachableError("the proxy for it does not answer") from None
    except (TimeoutError, SlowError):
        raise too_slow(limits) from None
    except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        raise _worded(error) from None


def too_slow(limits: Limits) -> FetchError:
    """That the time for all of it is over."""
    return FetchError(f"it took longer than {limits.total:g} seconds")


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"pullquote/{__version__} "
        "(a terminal reader; fetches only what its user opens)",
        "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf, "
        "application/epub+zip, application/rss+xml, application/atom+xml, application/xml;q=0.9, "
        "*/*;q=0.5",
        "Accept-Language": "en, *;q=0.5",
        "Accept-Encoding": ", ".join(_codings()),
        "Connection": "close",
    }


def _codings() -> list[str]:
    """The ways of packing that can be unpacked, bit by bit."""
    told = str(make_headers(accept_encoding=True)["accept-encoding"]).split(",")
    if "br" in told:
        package = import_module("brotlicffi" if find_spec("brotlicffi") else "brotli")
        if not hasattr(package.Decompressor, "can_accept_more_data"):
            told.remove("br")  # before 1.2 it unpacks all at once, however much that is
    return told


def _body(response: BaseHTTPResponse, limits: Limits) -> bytes:
    """The body, unpacked. Raises FetchError."""
    too_large = f"it is larger than {limits.largest / 2**20:g} MB"
    packed = response.headers.get("content-encoding", "").lower()
    for coding in (name.strip() for name in packed.split(",")):
        if coding not in ("", "identity", "x-gzip", *_codings()):
            raise FetchError(f"it is packed in a way that cannot be unpacked ({coding})")
    if (response.length_remaining or 0) > limits.largest:
        raise FetchError(too_large)
    parts, size = [], 0
    for part in response.stream(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > limits.largest:
            raise FetchError(too_large)
    if size and _is_cut(response):
        raise FetchError(_EARLY)
    return b"".join(parts)


def _is_cut(response: BaseHTTPResponse) -> bool:
    """Whether what is packed ends in the middle, which urllib3 takes for its end."""
    decoder = getattr(response, "_decoder", None)
    ended = getattr(getattr(decoder, "_obj", None), "eof", True)
    # behind the first member of a gzip file there may be anything
    return not ended and not getattr(decoder, "_state", 0)


class _Opened:
    """What makes a connection take a socket that is opened for it, and show the one it reads."""

    sock: Any

    def __init__(
        self,
        *args: object,
        opened: Callable[[], socket.socket],
        shown: Callable[[socket.socket], None],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._opened, self._shown = opened, shown

    def _new_conn(self) -> socket.socket:
        return self._opened()

    def connect(self) -> None:
        super().connect()  # type: ignore[misc]  # it is mixed into a class that has it
        self._shown(self.sock)  # encryption makes another one of it


class _PlainConnection(_Opened, HTTPConnection):
    pass


class _SecureConnection(_Opened, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _pool(
    address: WebAddress,
    way: Way,
    opened: Callable[[], socket.socket],
    shown: Callable[[socket.socket], None],
) -> HTTPConnectionPool | ProxyManager:
    if way.proxy is not None:
        try:
            proxy = parse_url(way.proxy)
            auth = proxy.auth_decoded_joined
            headers = make_headers(proxy_basic_auth=auth) if auth else None
            secure = "https" in (address.scheme, proxy.scheme)
            trust = _trust() if secure else None
            return ProxyManager(way.proxy, proxy_headers=headers, ssl_context=trust)
        except (HTTPError, ValueError):
            raise FetchError("the proxy for it is none that can be used") from None
    if address.scheme == "http":
        return _PlainPool(address.host, address.port, opened=opened, shown=shown)
    # the certificate is that of the host's name, whatever address was connected to
    return _SecurePool(address.host, address.port, ssl_context=_trust(), opened=opened, shown=shown)


def _trust() -> ssl.SSLContext:
    """Whom the system trusts; where it has nobody that can be found, whom browsers do."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        with suppress(ImportError, OSError):
            import certifi

            context.load_verify_locations(certifi.where())
    return context


def _worded(error: Exception) -> FetchError:
    """Why there is no answer, in words for who reads."""
    cause = error.args[-1] if error.args else None
    if isinstance(error, ProxyError):
        return UnreachableError("the proxy for it does not lead to it")
    if isinstance(error, SSLError):
        if isinstance(cause, ssl.SSLCertVerificationError):
            told = "its certificate cannot be trusted"
            return FetchError(_CERTIFICATES.get(cause.verify_code, told))
        return FetchError("there is no secure connection to it")
    if isinstance(error, DecodeError):
        return FetchError("it is damaged: it cannot be unpacked")
    if isinstance(error, ProtocolError):
        if isinstance(cause, http.client.RemoteDisconnected):
            return FetchError("it closed the connection without an answer")
        if isinstance(cause, InvalidChunkLength):
            return FetchError(_GARBLED)
        if isinstance(cause, http.client.IncompleteRead) or "prematurely" in str(error):
            return FetchError(_EARLY)
        if isinstance(cause, OSError):
            return FetchError("the connection broke off")
    return FetchError(_GARBLED)
