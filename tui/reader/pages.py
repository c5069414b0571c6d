"""A long list of which only some pages are at hand: those that were asked for latest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")
PAGE: Final = 50
"""So many are asked for at once."""
_KEPT: Final = 40


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of a list of `total`; so many more are `hidden`, and of so many, where they were
    `compared`, these are the nearest.
    """

    items: Sequence[T]
    total: int
    hidden: int = 0
    compared: int | None = None


class Pages(Generic[T]):
    """What is known of the list, by number from 0."""

    def __init__(self) -> None:
        self._pages: dict[int, Sequence[T]] = {}

    def get(self, number: int) -> T | None:
        """One of them; None while it is not at hand."""
        page = self._pages.get(number // PAGE, ())
        return page[number % PAGE] if 0 <= number % PAGE < len(page) else None

    def known(self) -> list[T]:
        """All that are at hand, in order."""
        return [one for number in sorted(self._pages) for one in self._pages[number]]

    def missing(self, first: int, last: int, total: int) -> list[int]:
        """The pages that are not at hand of a stretch of a list of `total`, the end included, and
        of a page around it: those of the stretch itself come first.
        """
        inner = range(max(0, first) // PAGE, max(0, min(last, total - 1)) // PAGE + 1)
        around = [inner.start - 1, inner.stop]
        wanted = [*inner, *(page for page in around if 0 <= page * PAGE < total)]
        for page in wanted:  # what is looked at is kept longest
            if page in self._pages:
                self._pages[page] = self._pages.pop(page)
        return [page for page in wanted if page not in self._pages]

    def take(self, page: int, items: Sequence[T]) -> None:
        """Have a page at hand, in the place of one that was looked at long ago."""
        self._pages[page] = items
        for old in list(self._pages)[:-_KEPT]:
            del self._pages[old]

    def clear(self) -> None:
        """Have nothing."""
        self._pages.clear()
