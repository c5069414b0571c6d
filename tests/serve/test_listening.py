"""Where a server listens."""

import pytest

from tui.serve.listening import ListenError, address, is_everywhere, is_loopback, listen


def test_the_next_port_is_taken_where_one_is_taken() -> None:
    with listen("127.0.0.1") as first, listen("127.0.0.1") as second:
        ports = [listener.getsockname()[1] for listener in (first, second)]
        assert 8000 <= ports[0] < ports[1]
        assert address(first, "127.0.0.1") == f"http://127.0.0.1:{ports[0]}"


def test_a_port_that_was_asked_for_and_is_taken_is_said_to_be() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(ListenError, match=f"port {port} is taken by another program"):
            listen("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "port", "said"),
    [
        ("nowhere.invalid", None, "this machine knows no host 'nowhere.invalid'"),
        ("a" * 70, None, "this machine knows no host"),
        ("127.0.0.1", 70000, "there is no port 70000"),
        ("192.0.2.1", 8000, "cannot listen at 192.0.2.1, port 8000: "),
    ],
)
def test_where_nobody_can_listen_a_sentence_says_so(host: str, port: int | None, said: str) -> None:
    with pytest.raises(ListenError, match=said):
        listen(host, port)


def test_only_loopback_is_out_of_reach_for_others() -> None:
    with listen("127.0.0.1", 0) as own:
        assert is_loopback(own)
        assert not is_everywhere(own)
    with listen("0.0.0.0", 0) as open_to_all:
        assert not is_loopback(open_to_all)
        assert is_everywhere(open_to_all)
        assert "0.0.0.0" not in address(open_to_all, "0.0.0.0")
