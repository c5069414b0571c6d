"""A run over the sources of a corpus: its parts planned, handed to who reads them, and written."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from tui.corpus import parts
from tui.corpus.cluster import KilledError, Readers, local_readers, readers_at
from tui.corpus.engine_name import engine_name
from tui.corpus.files import input_size
from tui.corpus.ledger import Ledger
from tui.corpus.parts import Duplicate, Part, Reading
from tui.corpus.planning import Counts, planned_parts
from tui.corpus.progress import Progress, progress
from tui.corpus.reading import unread
from tui.corpus.records import Met, Problem, Record
from tui.corpus.sources import records

_SCRATCH: Final = ".scratch"
_MOST_WAITING: Final = 256 * 1024 * 1024
"""So many bytes of articles are with the cluster at a time, and one part more."""
_PATIENCE: Final = 0.5
_KILLED: Final = (
    "it ends the process that reads it: its memory does not suffice, or there is a fault"
)


@dataclass(slots=True)
class Done:
    """What a run has done so far; `known` are articles that an earlier one had read.

    `failed` are the first of the errors, each a source and the reason; some were told at once.
    """

    articles: int = 0
    quotes: int = 0
    errors: int = 0
    duplicates: int = 0
    known: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    told: set[tuple[str, str]] = field(default_factory=set)


@dataclass(slots=True)
class _OneByOne:
    """A part that could not be read as a whole, and what its items gave so far."""

    part: Part
    found: dict[int, Reading] = field(default_factory=dict)


class Run:
    """One run; the ledger is open, `done` grows, and `check`, often called, may raise to end it."""

    def __init__(
        self,
        folder: Path,
        ledger: Ledger,
        done: Done,
        scheduler: str | None,
        processes: int | None,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self._folder, self._ledger, self._done = folder, ledger, done
        self._check = check
        self._scheduler, self._processes = scheduler, processes
        self._engine = engine_name()
        self._waiting: dict[int, Part] = {}
        self._one_by_one: dict[int, _OneByOne] = {}

    def read(self, sources: Sequence[str]) -> None:
        """Read what is not read yet, and write its tables.

        Raises ClusterError where the cluster cannot be had or is lost, OSError where nothing can
        be written.
        """
        parts.clear(self._folder)
        shutil.rmtree(self._folder / _SCRATCH, ignore_errors=True)
        with progress(input_size(sources)) as shown:
            self._read(records(sources), shown)
        shutil.rmtree(self._folder / _SCRATCH, ignore_errors=True)

    def _read(self, met: Iterable[Met], shown: Progress) -> None:
        readers: Readers | None = None  # where all is read already, no process is needed
        counts, passed = Counts(), Counts()
        try:
            for part in planned_parts(self._telling(met, shown), self._ledger, counts):
                readers = readers or self._readers(shown)
                shown.passed(counts.known_size - passed.known_size, counts.known - passed.known)
                passed = replace(counts)
                self._waiting[part.number] = part
                readers.submit(part)
                while self._is_enough(readers):
                    self._take_in(readers, shown)
            while readers is not None and self._waiting:
                self._take_in(readers, shown)
        except BaseException:
            if readers is not None:
                readers.kill()
            raise
        if readers is not None:
            readers.close()
        self._done.known = counts.known

    def _readers(self, shown: Progress) -> Readers:
        if self._scheduler is not None:
            return readers_at(self._scheduler, shown.say)
        return local_readers(self._processes, self._folder / _SCRATCH, shown.say)

    def _is_enough(self, readers: Readers) -> bool:
        """Whether so much is with the cluster that nobody there waits for more."""
        waiting = sum(part.bytes for part in self._waiting.values())
        return len(self._waiting) > 2 * readers.processes or waiting > _MOST_WAITING

    def _take_in(self, readers: Readers, shown: Progress) -> None:
        self._check()
        for asked, found in readers.done(_PATIENCE):
            part = self._waiting[asked.number]
            if asked is part and isinstance(found, Reading):
                self._finish(part, found, shown)
            elif asked is part:
                # an article of it may end its process, or cannot be put into a table: which one?
                self._one_by_one[part.number] = _OneByOne(part)
                for item in range(len(part.items)):
                    readers.submit(_item_of(part, item))
            else:
                self._take_in_item(asked, found, shown)

    def _take_in_item(self, asked: Part, found: Reading | Exception, shown: Progress) -> None:
        slowly = self._one_by_one[asked.number]
        if isinstance(found, Exception):
            (record,) = asked.items
            if not isinstance(record, Record):
                raise found
            told = f"the engine failed ({type(found).__name__}: {found})"
            reason = _KILLED if isinstance(found, KilledError) else told
            found = unread(record, reason, self._engine)
        slowly.found[asked.item or 0] = found
        if len(slowly.found) == len(slowly.part.items):
            del self._one_by_one[asked.number]
            whole = parts.joined([slowly.found[i] for i in sorted(slowly.found)], self._engine)
            self._finish(slowly.part, whole, shown)

    def _finish(self, part: Part, reading: Reading, shown: Progress) -> None:
        parts.write(self._folder, part.number, reading.tables)
        self._ledger.finish(part.number)
        del self._waiting[part.number]
        self._done.articles += reading.articles
        self._done.quotes += reading.quotes
        self._done.errors += reading.errors
        self._done.failed += reading.failed[: parts.MOST_TOLD - len(self._done.failed)]
        self._done.duplicates += sum(isinstance(item, Duplicate) for item in part.items)
        shown.read(reading, part.size)

    def _telling(self, met: Iterable[Met], shown: Progress) -> Iterator[Met]:
        """The same, and the first of what is wrong in it is told at once."""
        told = self._done.told
        for found in met:
            self._check()
            if isinstance(found, Problem) and len(told) < parts.MOST_TOLD:
                told.add((found.source, found.error))
                shown.say(f"cannot read {found.source}: {found.error}")
            yield found


def _item_of(part: Part, item: int) -> Part:
    return Part(part.number, (part.items[item],), item)
