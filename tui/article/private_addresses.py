"""Whether an address or a name of a host belongs to a private network, and not to the web."""

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

_NAT64: Final = ip_network("64:ff9b::/96")
_GLOBAL: Final = ip_network("2000::/3")
_PRIVATE_ENDS: Final = frozenset(
    {"localhost", "local", "internal", "lan", "home", "corp", "intranet", "arpa"}
)


def is_private(address: str) -> bool:
    """Whether an IP address is one that the web has no way to: loopback, a network at home.

    Raises ValueError where it is none.
    """
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        within = ip.ipv4_mapped or ip.sixtofour
        if within is None and ip in _NAT64:
            # 32 bits are always an address of version 4
            within = ip_address(int(ip) & 0xFFFFFFFF)  # type: ignore[assignment]
        if within is not None:
            return is_private(str(within))
        if ip not in _GLOBAL:
            return True
    return not ip.is_global or ip.is_multicast or ip.is_reserved


def is_private_name(host: str) -> bool:
    """Whether a host's name tells that it is on a private network; IP addresses are told by value.

    Such a name may have an address all the same that is none of a private network.
    """
    name = host.rstrip(".").lower()
    try:
        return is_private(name.strip("[]"))
    except ValueError:
        _, dot, end = name.rpartition(".")
        return not dot or end in _PRIVATE_ENDS
