"""What a sitting cost in its course: whether memory and latency stayed as they were."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from tests.soak.sitting import Course, Look

FEWEST: Final = 12
"""Looks without which nothing is said: of so few, quarters have no medians to speak of."""
READER_GROWTH: Final = 48 * 2**20
"""Bytes by which the median of the last quarter may be above that of the second: what the reader
keeps of what it has shown (rows, styles, widgets of each screen's kind) has bounds, which are
nearly reached in the first quarter; a leak of 10 kB a press would be more in 20 minutes."""
ENGINE_GROWTH: Final = 96 * 2**20
"""The same for the engine, which holds one article: how much depends on the largest one that it has
read since it was started, as memory of that size is not given back."""
SLOWER: Final = 1.5
"""So many times more of a processor's time than in the first quarter a probe key may cost."""
LATER: Final = 3.0
"""So many times later may its page be there: others want the processor, too, now more, now less."""


def unsteady(looks: Sequence[Look]) -> str:
    """What grew over its bound, in a sentence or more; empty where nothing did, or too little was
    looked at.
    """
    if len(looks) < FEWEST:
        return ""
    first, second, _, last = _quarters(looks)
    said = []
    for who, held, grown, room in (
        ("reader", _reader(second), _reader(last), READER_GROWTH),
        ("engine", _engine(second), _engine(last), ENGINE_GROWTH),
    ):
        if grown - held > room:
            said.append(f"The {who} grew from {held / 2**20:.0f} to {grown / 2**20:.0f} MB.")
    for what, before, after, most in (
        ("costs", _worked(first), _worked(last), SLOWER),
        ("takes", _waited(first), _waited(last), LATER),
    ):
        if after > most * before:
            said.append(f"A key {what} {after * 1000:.0f} ms, at first {before * 1000:.0f} ms.")
    return " ".join(said)


def report(course: Course) -> list[str]:
    """A line for each quarter, and one for all."""
    lines = []
    if len(course.looks) >= FEWEST:
        for number, looks in enumerate(_quarters(course.looks), 1):
            lines.append(f"quarter {number}: {_told(looks)}")
    return [*lines, f"{course.pressed} presses, {len(course.looks)} looks; {_told(course.looks)}"]


def _told(looks: Sequence[Look]) -> str:
    if not looks:
        return ""
    return (
        f"reader {_reader(looks) / 2**20:.0f} MB, engine {_engine(looks) / 2**20:.0f} MB,"
        f" key to screen {_waited(looks) * 1000:.0f} ms,"
        f" of a processor's time {_worked(looks) * 1000:.0f} ms (medians)"
    )


def _quarters(looks: Sequence[Look]) -> list[Sequence[Look]]:
    edges = [round(len(looks) * part / 4) for part in range(5)]
    return [looks[start:end] for start, end in pairwise(edges)]


def _reader(looks: Sequence[Look]) -> float:
    return median(look.reader for look in looks)


def _engine(looks: Sequence[Look]) -> float:
    return median([look.engine for look in looks if look.engine] or [0])


def _waited(looks: Sequence[Look]) -> float:
    return median(seconds for look in looks for seconds in look.waited)


def _worked(looks: Sequence[Look]) -> float:
    return median(seconds for look in looks for seconds in look.worked)
