"""Fetches what an address on the web holds, within limits, and only where the user named it."""

from dataclasses import dataclass


class FetchError(ValueError):
    """Why an address cannot be had, in a few words."""


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address.

    `data` is the body, unpacked; text in an encoding that only the answer's head tells begins with
    a Unicode mark. `address` is where it was found after all redirects, `name` the file name that
    its kind goes with (`page.html`), or empty.
    """

    data: bytes
    address: str
    name: str


def fetch(address: str, *, named: bool) -> Page:
    """What an address holds. Raises FetchError."""
    raise FetchError("addresses are not read yet")
