"""A host is reached at one of its addresses, or it is said why it is not."""

import errno
import socket

import pytest

from tui.article.fetch_errors import UnreachableError
from tui.article.network import Network, addresses_of, connected


def test_an_address_that_does_not_answer_leaves_time_for_the_next() -> None:
    tried = list[tuple[str, float]]()
    ours, theirs = socket.socketpair()

    def connect(place: tuple[str, int], seconds: float) -> socket.socket:
        tried.append((place[0], round(seconds)))
        if len(tried) == 1:
            raise TimeoutError
        return ours

    with ours, theirs:
        network = Network(connect=connect)
        assert connected(network, ["2001:db8::1", "192.0.2.1"], 80, 10) is ours
    assert tried == [("2001:db8::1", 5), ("192.0.2.1", 10)]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ConnectionRefusedError(), "it refuses the connection"),
        (TimeoutError(), "it does not answer"),
        (OSError(errno.ENETUNREACH, "?"), "there is no way to it: is the network there?"),
    ],
)
def test_why_there_is_no_connection_is_said(error: OSError, reason: str) -> None:
    def connect(place: tuple[str, int], seconds: float) -> socket.socket:
        raise error

    with pytest.raises(UnreachableError) as told:
        connected(Network(connect=connect), ["192.0.2.1"], 80, 10)
    assert str(told.value) == reason


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "a..example"])
def test_a_name_that_cannot_be_is_no_host(host: str) -> None:
    with pytest.raises(UnreachableError, match=r"^no such host$"):
        addresses_of(Network(), host, 80, 10)
