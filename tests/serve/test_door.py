"""Who is let in."""

import pytest

from tui.serve.door import Door
from tui.serve.listening import listen

OWN = Door(8000, frozenset({"127.0.0.1", "localhost"}))


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000"])
def test_a_server_knows_its_own_names(host: str) -> None:
    assert OWN.is_named(host)


@pytest.mark.parametrize(
    "host",
    ["evil.example:8000", "127.0.0.1:8001", "127.0.0.1", "", None, "localhost:8000.evil.example",
     "evil.example#localhost:8000", "192.168.1.4:8000", "[::1]:8000", ":8000"],
)  # fmt: skip
def test_whoever_asks_for_another_host_is_not_let_in(host: str | None) -> None:
    assert not OWN.is_named(host)


def test_everywhere_any_address_will_do_but_no_foreign_name() -> None:
    door = Door(8000, frozenset({"0.0.0.0", "desk"}), any_address=True)
    assert all(map(door.is_named, ["192.168.1.4:8000", "[fe80::1]:8000", "desk:8000"]))
    assert not door.is_named("evil.example:8000")


def test_the_usual_port_is_not_named_by_browsers() -> None:
    assert Door(80, frozenset({"::1"})).is_named("[::1]")
    assert Door(80, frozenset({"desk"})).is_named("desk")


def test_only_a_page_of_the_same_host_is_its_own() -> None:
    assert OWN.is_own_page("http://localhost:8000", "localhost:8000")
    for origin in ("http://127.0.0.1:8000", "https://localhost:8000", "null", None):
        assert not OWN.is_own_page(origin, "localhost:8000")
    assert not OWN.is_own_page("http://evil.example:8000", "evil.example:8000")


def test_a_token_is_long_and_new_each_time_and_never_shown() -> None:
    other = Door(8000, OWN.hosts)
    assert len(OWN.token) == 32
    assert OWN.knows(OWN.token)
    assert not any(map(OWN.knows, [other.token, "", "é", None]))
    assert OWN.token not in repr(OWN)


def test_servers_at_other_ports_keep_their_own_cookies() -> None:
    assert OWN.cookie != Door(8001, OWN.hosts).cookie


def test_on_this_machine_it_is_known_by_name_and_address() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert Door.before(listener, "127.0.0.1").hosts == {"127.0.0.1", "localhost"}
