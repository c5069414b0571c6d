"""Records in their order -> parts, the same ones again when a run that was stopped goes on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from tui.corpus.ledger import Ledger, PlannedPart, Standing
from tui.corpus.parts import Duplicate, Item, Part
from tui.corpus.records import Met, Problem, Record

_FIRST: Final = 8
_LARGEST: Final = 128
_MOST_BYTES: Final = 512 * 1024
_MOST_BESIDE: Final = 1024
"""A part is closed, too, when it holds so many bytes, or so many problems and duplicates."""


def capacity(number: int) -> int:
    """How many articles a part holds: few at first, so that all processes have something to do,
    then more, so that many articles do not become many files.
    """
    return int(min(_FIRST * 2 ** min(number // 8, 16), _LARGEST))


@dataclass(slots=True)
class Counts:
    """What is met in the input, beside what becomes parts."""

    known: int = 0
    known_size: int = 0


@dataclass(slots=True)
class _Open:
    """A part that is being filled."""

    number: int
    items: list[Item] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    beside: set[tuple[Item, str]] = field(default_factory=set)
    bytes: int = 0

    def standing(self, key: str, place: str) -> Standing | None:
        """Whether an article is in it, from this very place or from another one; None if not."""
        if key not in self.keys:
            return None
        return "met" if self.keys[key] == place else "elsewhere"

    def add(self, item: Item, place: str) -> None:
        """Put an item behind the others."""
        self.items.append(item)
        self.places.append(place)
        if isinstance(item, Record):
            self.keys[item.key] = place
            self.bytes += len(item.data)
        else:
            self.beside.add((item, place))

    @property
    def is_full(self) -> bool:
        return (
            len(self.keys) >= capacity(self.number)
            or self.bytes >= _MOST_BYTES
            or len(self.beside) >= _MOST_BESIDE
        )


def planned_parts(met: Iterable[Met], ledger: Ledger, counts: Counts) -> Iterator[Part]:
    """The parts of what is met that are not done, each in the ledger before it is given.

    Parts that the ledger has are made again as they were planned; if something of them is not met
    any more, at the end and without it. What is done already only counts.
    """
    again = _Again(ledger.undone())
    at = _Open(ledger.next_number())
    for found in met:
        item: Item = found
        if isinstance(found, Record):
            key = found.key
            standing = at.standing(key, found.place) or ledger.standing(key, found.place)
            if standing == "met":
                if again.wants(key):
                    if ready := again.with_record(key, found):
                        yield ready
                else:
                    counts.known += 1
                    counts.known_size += found.size
                continue
            if standing == "elsewhere":
                item = Duplicate(found.source, key)
                counts.known_size += found.size
        if not isinstance(item, Record) and (
            ledger.is_told(item, found.place) or (item, found.place) in at.beside
        ):
            continue
        at.add(item, found.place)
        if at.is_full:
            yield _closed(at, ledger)
            at = _Open(at.number + 1)
    for ready, gone in again.rest():
        ledger.forget(gone)
        yield ready
    if at.items:
        yield _closed(at, ledger)


def _closed(at: _Open, ledger: Ledger) -> Part:
    part = Part(at.number, tuple(at.items))
    ledger.plan(part, at.places)
    return part


class _Again:
    """Parts that were planned by an earlier run, until all of their articles are met again."""

    def __init__(self, planned: Iterable[PlannedPart]) -> None:
        self._parts = {part.number: part for part in planned}
        self._of = {
            item: part.number
            for part in self._parts.values()
            for item in part.items
            if isinstance(item, str)
        }
        self._met: dict[int, dict[str, Record]] = {number: {} for number in self._parts}

    @staticmethod
    def _wanted(part: PlannedPart) -> int:
        return sum(isinstance(item, str) for item in part.items)

    def wants(self, key: str) -> bool:
        """Whether an article is of a part that is not made yet."""
        return self._of.get(key) in self._parts

    def with_record(self, key: str, record: Record) -> Part | None:
        """Take in an article; the part, if it was the last that is missing of it."""
        number = self._of[key]
        self._met[number][key] = record
        if len(self._met[number]) < self._wanted(self._parts[number]):
            return None
        return self._made(number)

    def rest(self) -> Iterator[tuple[Part, list[str]]]:
        """The parts of which not all is met, as far as it is, and what of them is gone."""
        for number in sorted(self._parts):
            there = self._met[number]
            wanted = [i for i in self._parts[number].items if isinstance(i, str)]
            gone = [key for key in wanted if key not in there]
            yield self._made(number), gone

    def _made(self, number: int) -> Part:
        planned, there = self._parts.pop(number), self._met.pop(number)
        items: list[Item] = []
        for item in planned.items:
            if isinstance(item, Problem | Duplicate):
                items.append(item)
            elif item in there:
                items.append(there[item])
        return Part(number, tuple(items))
