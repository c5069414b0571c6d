"""The socket that pages come to, and the address by which a browser finds it."""

import errno
import ipaddress
import socket
from typing import Final

LOOPBACK: Final = "127.0.0.1"
_PORTS: Final = range(8000, 8100)


class ListenError(Exception):
    """There is no listening there; the message is a sentence for the user."""


def listen(host: str, port: int | None = None) -> socket.socket:
    """A socket that listens at a host; without a port, on the first of 8000 and on that is free.

    Raises ListenError.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise ListenError(f"this machine knows no host {host!r}") from None
    family, own = found[0][0], str(found[0][4][0])
    for tried in _PORTS if port is None else (port,):
        try:
            return socket.create_server((own, tried), family=family)
        except OverflowError:
            raise ListenError(f"there is no port {tried}") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = (error.strerror or str(error)).lower()
                raise ListenError(f"cannot listen at {host}, port {tried}: {reason}") from None
    if port is None:
        raise ListenError(f"all ports from {_PORTS[0]} to {_PORTS[-1]} are taken: name another")
    raise ListenError(f"port {port} is taken by another program")


def is_loopback(listener: socket.socket) -> bool:
    """Whether only this machine reaches it."""
    return ipaddress.ip_address(_own(listener)).is_loopback


def is_everywhere(listener: socket.socket) -> bool:
    """Whether it listens at all addresses of this machine."""
    return ipaddress.ip_address(_own(listener)).is_unspecified


def address(listener: socket.socket, host: str) -> str:
    """Where a browser finds it: `http://127.0.0.1:8000`; by this machine's name if everywhere."""
    name = socket.gethostname() if is_everywhere(listener) else host
    return f"http://{f'[{name}]' if ':' in name else name}:{listener.getsockname()[1]}"


def _own(listener: socket.socket) -> str:
    return str(listener.getsockname()[0]).partition("%")[0]
