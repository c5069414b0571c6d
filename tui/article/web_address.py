"""An address on the web: what is written of it -> its parts, in the form that is asked for."""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from tui.article.fetch_errors import FetchError

_SCHEMES: Final = {"http": 80, "https": 443}
_UNWRITTEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LONGEST: Final = 8000


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address as it is asked for: ASCII alone, without a place in the page."""

    scheme: str
    host: str
    """Lower case; an IPv6 address has no brackets."""
    port: int
    target: str
    """The path and the query."""

    @property
    def authority(self) -> str:
        """The host and, where it is not the usual one, the port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _SCHEMES[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def parsed(written: str) -> WebAddress:
    """The address that a user, a feed or a server wrote. Raises FetchError."""
    written = written.strip(" \t\r\n")
    if _UNWRITTEN.search(written):
        raise FetchError("it is no address: there is a control character in it")
    if len(written) > _LONGEST:
        raise FetchError("it is no address: it is too long")
    try:
        found = parse_url(_STRAY_PERCENT.sub("%25", written))
    except LocationParseError:
        raise FetchError("it is no address: its host or port cannot be") from None
    if found.scheme not in _SCHEMES:
        raise FetchError("only http and https addresses are opened")
    if not found.host or not found.host.strip("."):
        raise FetchError("it is no address: it names no host")
    if found.port == 0:
        raise FetchError("it is no address: its host or port cannot be")
    if found.auth is not None:
        raise FetchError("it has a user's name or password in it, which are never sent")
    return WebAddress(
        scheme=found.scheme,
        host=found.host.strip("[]"),
        port=found.port or _SCHEMES[found.scheme],
        target=found.request_uri,
    )


def redirected(address: WebAddress, location: str) -> WebAddress:
    """Where a server sends who asked for an address. Raises FetchError."""
    with suppress(UnicodeError):
        # a head is read as Latin-1, whatever it is in
        location = location.encode("latin-1").decode("utf-8")
    try:
        return parsed(urljoin(str(address), location.strip(" \t\r\n")))
    except FetchError as error:
        raise FetchError(f"it redirects to another address, but {error}") from None
    except ValueError:  # brackets that do not match
        raise FetchError("it redirects to what is no address") from None
