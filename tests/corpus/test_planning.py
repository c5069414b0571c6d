"""Parts are planned before they are read, and are the same again whenever a run was stopped."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tui.corpus.ledger import HeldError, Ledger, LedgerError
from tui.corpus.parts import Duplicate, Part
from tui.corpus.planning import Counts, capacity, planned_parts
from tui.corpus.records import Met, Problem, Record


def record(number: int, place: str = "", size: int = 10) -> Record:
    data = f"article {number}".encode()
    return Record(f"{number}.txt", place or f"{number}.txt", data.ljust(size), size=size)


def some(dice: random.Random, count: int) -> list[Met]:
    """Records, with duplicates and problems among them."""
    made: list[Met] = []
    for number in range(count):
        kind = dice.random()
        if kind < 0.15 and number:
            made.append(record(dice.randrange(number), f"copy {number}"))
        elif kind < 0.25:
            made.append(Problem(f"{number}.pdf", "it is locked", f"{number}.pdf"))
        else:
            made.append(record(number, size=dice.choice([10, 10, 60_000])))
    return made


def told(part: Part) -> Part:
    """A part without where its problems were met, which only the ledger asks."""
    items = [replace(i, place="") if isinstance(i, Problem) else i for i in part.items]
    return Part(part.number, items)


def plan(met: Sequence[Met], ledger: Ledger) -> Iterator[Part]:
    return planned_parts(met, ledger, Counts())


def test_parts_grow_and_hold_everything_once_in_order(tmp_path: Path) -> None:
    met = some(random.Random(1), 900)
    with Ledger(tmp_path) as ledger:
        parts = [*plan(met, ledger)]
    assert [part.number for part in parts] == [*range(len(parts))]
    assert len(parts[0].items) >= capacity(0) == 8
    assert capacity(40) == capacity(10**9) == 128
    items = [item for part in parts for item in part.items]
    assert [getattr(item, "source", "") for item in items] == [item.source for item in met]
    first = {item.key for item in items if isinstance(item, Record)}
    assert all(item.key in first for item in items if isinstance(item, Duplicate))
    assert max(part.bytes for part in parts) < 600_000


@pytest.mark.parametrize("seed", range(3))
def test_a_run_that_was_stopped_goes_on_to_the_same_parts(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    met = some(dice, 400)
    (tmp_path / "whole").mkdir()
    with Ledger(tmp_path / "whole") as ledger:
        whole = {part.number: told(part) for part in plan(met, ledger)}
    (tmp_path / "stopped").mkdir()
    done: dict[int, Part] = {}
    while len(done) < len(whole):
        with Ledger(tmp_path / "stopped") as ledger:  # which a kill closes, too
            waiting: list[Part] = []
            left = dice.randrange(1, 12)
            for part in map(told, plan(met, ledger)):
                assert part == whole[part.number]
                assert part.number not in done
                waiting.append(part)
                dice.shuffle(waiting)
                if len(waiting) > 3:
                    finished = waiting.pop()
                    done[finished.number] = finished
                    ledger.finish(finished.number)
                left -= 1
                if not left:
                    break
            else:
                for finished in waiting:
                    done[finished.number] = finished
                    ledger.finish(finished.number)
    with Ledger(tmp_path / "stopped") as ledger:
        assert [*plan(met, ledger)] == []
        counts = Counts()
        assert [*planned_parts(met[:1], ledger, counts)] == []
        assert counts.known == isinstance(met[0], Record)
    assert done == whole


def test_what_is_gone_is_left_out_and_may_come_back(tmp_path: Path) -> None:
    met = [record(number) for number in range(8)]
    with Ledger(tmp_path) as ledger:
        assert [part.number for part in plan(met, ledger)] == [0]
    with Ledger(tmp_path) as ledger:
        (part,) = plan(met[2:], ledger)
        assert (part.number, part.items) == (0, tuple(met[2:]))
        ledger.finish(0)
    with Ledger(tmp_path) as ledger:
        (part,) = plan(met, ledger)
        assert (part.number, part.items) == (1, tuple(met[:2]))


def test_the_same_place_twice_is_no_duplicate(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        (part,) = plan([record(1), record(1), record(1, "elsewhere"), record(2)], ledger)
    assert [type(item) for item in part.items] == [Record, Duplicate, Record]


def test_one_run_at_a_time_holds_the_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path), pytest.raises(HeldError, match="another run is at work"):
        Ledger(tmp_path)
    Ledger(tmp_path).close()
    assert (tmp_path / "run.sqlite").stat().st_mode & 0o077 == 0


def damage(ledger: Path) -> None:
    """Let what a ledger holds behind its first page be nothing that can be read."""
    data = bytearray(ledger.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    ledger.write_bytes(data)


def test_a_ledger_that_is_damaged_is_said(tmp_path: Path) -> None:
    Ledger(tmp_path).close()
    damage(tmp_path / "run.sqlite")
    told = r"^its ledger run\.sqlite cannot be used: "
    with pytest.raises(LedgerError, match=told), Ledger(tmp_path) as ledger:
        list(plan([record(1)], ledger))


def test_a_ledger_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "run.sqlite").write_bytes(b"this is no database, whatever its name says" * 30)
    with pytest.raises(LedgerError, match="cannot be used"):
        Ledger(tmp_path)
    (tmp_path / "run.sqlite").unlink()
    with sqlite3.connect(tmp_path / "run.sqlite") as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match="another version"):
        Ledger(tmp_path)
