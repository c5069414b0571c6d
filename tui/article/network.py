"""The way to a host: its addresses by its name, and a connection to one of these."""

import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tui.article.deadlines import within
from tui.article.fetch_errors import UnreachableError


@dataclass(frozen=True, slots=True)
class Limits:
    """How long fetching may take, in seconds of wall time, and how much it may bring."""

    total: float = 30
    connect: float = 10
    largest: int = 32 * 1024 * 1024
    """Bytes of a body as it is unpacked."""
    redirects: int = 10


USUAL: Final = Limits()


def _addresses(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


@dataclass(frozen=True, slots=True)
class Network:
    """How names become addresses, and addresses connections."""

    resolve: Callable[[str, int], Sequence[str]] = _addresses
    """The IP addresses of a host. Raises OSError."""
    connect: Callable[[tuple[str, int], float], socket.socket] = socket.create_connection
    """A connection to an IP address and a port, within so many seconds. Raises OSError."""


SYSTEM: Final = Network()


def addresses_of(network: Network, host: str, port: int, seconds: float) -> Sequence[str]:
    """The IP addresses of a host. Raises UnreachableError."""
    try:
        found = within(seconds, lambda: network.resolve(host, port))
    except TimeoutError:
        raise UnreachableError("its name cannot be looked up in time") from None
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise UnreachableError("its name cannot be looked up: there is no network") from None
        raise UnreachableError("no such host") from None
    except (OSError, ValueError):  # ValueError: a name that is too long, or empty in the middle
        raise UnreachableError("no such host") from None
    if not found:
        raise UnreachableError("no such host")
    return found


def connected(
    network: Network, addresses: Sequence[str], port: int, seconds: float
) -> socket.socket:
    """A connection to the first of some IP addresses that takes it. Raises UnreachableError."""
    end = time.monotonic() + seconds
    reason: OSError | None = None
    for i, address in enumerate(addresses):
        # one that is silent leaves the others their share of the time
        share = max(end - time.monotonic(), 0.001) / (len(addresses) - i)
        try:
            return network.connect((address, port), share)
        except OSError as error:
            reason = error
    if isinstance(reason, ConnectionRefusedError):
        raise UnreachableError("it refuses the connection")
    if isinstance(reason, TimeoutError):
        raise UnreachableError("it does not answer")
    raise UnreachableError("there is no way to it: is the network there?")
