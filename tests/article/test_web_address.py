"""Addresses as they are asked for."""

import pytest

from tui.article.fetch_errors import FetchError
from tui.article.web_address import parsed


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("http://news.example", "http://news.example/"),
        (" \thttps://news.example/a\r\n", "https://news.example/a"),
        ("https://news.example:443/a", "https://news.example/a"),
        ("http://news.example:443/a", "http://news.example:443/a"),
        ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
        ("http://[2001:db8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("http://news.example/50%?of=%41", "http://news.example/50%25?of=%41"),
    ],
)
def test_an_address_is_written_in_one_form(written: str, address: str) -> None:
    assert str(parsed(written)) == address


def test_the_brackets_of_a_host_are_not_looked_up() -> None:
    assert parsed("http://[::1]:81/").host == "::1"


def test_how_long_an_address_may_be() -> None:
    start = "http://news.example/"
    longest = start + "x" * (8000 - len(start))
    assert str(parsed(longest)) == longest
    with pytest.raises(FetchError, match=r"^it is no address: it is too long$"):
        parsed(f"{longest}x")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("ftp://news.example/", "only http and https addresses are opened"),
        ("news.example", "only http and https addresses are opened"),
        ("http://news.example/\ta", "it is no address: there is a control character in it"),
        ("http://news.example:0/", "it is no address: its host or port cannot be"),
        ("http://", "it is no address: it names no host"),
        (
            "http://ada@news.example/",
            "it has a user's name or password in it, which are never sent",
        ),
    ],
)
def test_why_an_address_is_not_opened(written: str, reason: str) -> None:
    with pytest.raises(FetchError, match=f"^{reason}$"):
        parsed(written)
