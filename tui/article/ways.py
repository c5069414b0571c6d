"""The way to a host: straight to the addresses that were looked at, or through a proxy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.request import getproxies, proxy_bypass

from tui.article.fetch_errors import FetchError, UnreachableError
from tui.article.network import Network, addresses_of
from tui.article.private_addresses import is_private, is_private_name

_REFUSED: Final = "it is on a private network, where only what you name yourself is opened"


@dataclass(frozen=True, slots=True)
class Way:
    """How a host is reached."""

    addresses: Sequence[str]
    """IP addresses; they are connected to as they are, and no name is looked up again."""
    proxy: str | None = None
    private: bool = False


def way_to(
    scheme: str, host: str, port: int, *, private: bool, network: Network, seconds: float
) -> Way:
    """The way to a host, which may be on a private network if `private`. Raises FetchError."""
    told = is_private_name(host)
    if told and not private:
        raise FetchError(_REFUSED)
    proxy = None if told else _proxy(scheme, host)
    try:
        addresses = addresses_of(network, host, port, seconds)
    except UnreachableError:
        if proxy is None:
            raise
        # Behind a company's proxy, names of the web often have no addresses: it is the proxy that
        # looks them up, and that decides where they may lead.
        return Way((), proxy)
    public = [address for address in addresses if not is_private(address)]
    if public:
        return Way(public, proxy)
    if not private:
        raise FetchError(_REFUSED)
    return Way(addresses, private=True)


def _proxy(scheme: str, host: str) -> str | None:
    """The proxy that the environment or the system's settings have for a host."""
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if not proxy or proxy_bypass(host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
