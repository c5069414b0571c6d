"""Who is let in: by a token, the host that is asked for, and the page that asks."""

import ipaddress
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass, field

from tui.serve.listening import is_everywhere, is_loopback


@dataclass(frozen=True, slots=True)
class Door:
    """Tells who may come in at a port.

    `hosts` are the names by which this server goes, in lower case. `any_address` lets it go by
    every IP address, too: a page of someone else's can make a name of its own lead here (DNS
    rebinding), but no address.
    """

    port: int
    hosts: frozenset[str]
    any_address: bool = False
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @classmethod
    def before(cls, listener: socket.socket, host: str) -> "Door":
        """The door of a listening socket that was asked for by this host."""
        names = {host, str(listener.getsockname()[0])}
        if is_loopback(listener):
            names.add("localhost")
        if is_everywhere(listener):
            own = socket.gethostname()
            names |= {"localhost", own, f"{own}.local"}
        hosts = frozenset(name.lower() for name in names)
        return cls(listener.getsockname()[1], hosts, is_everywhere(listener))

    @property
    def cookie(self) -> str:
        """What the token's cookie is called: all ports of a host share their cookies."""
        return f"pullquote-{self.port}"

    def knows(self, token: str | None) -> bool:
        """Whether someone has the token; takes the same time for any that is wrong."""
        return token is not None and secrets.compare_digest(
            token.encode("utf-8", "replace"), self.token.encode()
        )

    def is_named(self, host: str | None) -> bool:
        """Whether a request's `Host` is this server."""
        name, mark, port = (host or "").lower().rpartition(":")
        if not mark or port.endswith("]"):  # a browser leaves out the usual port
            name, port = (host or "").lower(), "80"
        if port != str(self.port):
            return False
        name = name.removeprefix("[").removesuffix("]")
        if name in self.hosts:
            return True
        with suppress(ValueError):
            return self.any_address and bool(ipaddress.ip_address(name))
        return False

    def is_own_page(self, origin: str | None, host: str | None) -> bool:
        """Whether a request's `Origin` is a page of this server, at the same host."""
        return self.is_named(host) and (origin or "").lower() == f"http://{host}".lower()
