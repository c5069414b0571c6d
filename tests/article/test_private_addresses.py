"""What is on a private network is told from what is on the web."""

import pytest

from tui.article.private_addresses import is_private, is_private_name


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 127.8.8.8 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 "
    "100.64.0.1 192.0.2.1 224.0.0.1 240.0.0.1 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fc00::1 "
    "fd12::1 fec0::1 ff02::1 2001:db8::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::7f00:1 "
    "64:ff9b::10.0.0.1 64:ff9b::127.0.0.1 64:ff9b:1::a00:1 2002:a00:1::1".split(),
)
def test_an_address_of_a_private_network(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize(
    "address",
    "8.8.8.8 93.184.215.14 172.32.0.1 100.128.0.1 2606:2800:21f:cb07:6820:80da:af6b:8b2c "
    "64:ff9b::808:808 ::ffff:8.8.8.8 2002:808:808::1".split(),
)
def test_an_address_on_the_web(address: str) -> None:
    assert not is_private(address)
    assert not is_private_name(address)


@pytest.mark.parametrize(
    "name",
    "localhost LOCALHOST localhost. a.localhost nas printer.local db.internal x.home.arpa "
    "box.lan 127.0.0.1 ::1 [::1] 2130706433 0x7f000001".split(),
)
def test_a_name_on_a_private_network(name: str) -> None:
    assert is_private_name(name)


@pytest.mark.parametrize("name", "news.example localhost.example www.local.example".split())
def test_a_name_on_the_web(name: str) -> None:
    assert not is_private_name(name)
