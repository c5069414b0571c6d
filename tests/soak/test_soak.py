"""A sitting of a few seconds; what chance does, and what is told of it."""

from itertools import islice
from pathlib import Path

import pytest

from tests.bad_input import CORPUS
from tests.faults.held_terminal import needs_proc
from tests.soak.__main__ import keep, soak
from tests.soak.presses import ESCAPE, Press, press_of, presses
from tests.soak.sitting import Course, FoundError, Look, Sitting
from tests.soak.sources import sources
from tests.soak.steadiness import report, unsteady

CASES = [case for case in CORPUS if case.name in ("a title", "/dev/tty", "markup of Textual")]


def test_chance_is_the_same_for_the_same_seed_and_never_ends_the_reader() -> None:
    done = [*islice(presses(3), 4_000)]
    assert done == [*islice(presses(3), 4_000)] != [*islice(presses(4), 4_000)]
    assert [press_of(press.line()) for press in done] == done
    assert {press.kind for press in done} == {"keys", "size", "suspend", "rest"}
    typed = [press.what for press in done if press.kind == "keys" and "\x1b[200~" not in press.what]
    assert not any(key in keys for keys in typed for key in ("q", "\x11", "~/"))
    slashes = [at for at, press in enumerate(done) if press.kind == "keys" and "/" in press.what]
    assert slashes
    for at in slashes:  # a search, and nothing that could be typed into a path
        assert done[at].what[0] == "/"
        assert [press.what for press in done[:at] if press.kind == "keys"][-1] == ESCAPE


@needs_proc
def test_a_short_sitting_finds_nothing(tmp_path: Path) -> None:
    sitting, course = Sitting(sources(tmp_path / "in", CASES, "c*.txt"), tmp_path), Course()
    try:
        soak(sitting, islice(presses(11), 40), course, seconds=600, every=600)
    finally:
        sitting.close()
    assert len(course.looks) == 2
    assert 0 < course.looks[0].reader < 2**30
    assert min(course.looks[0].worked) > 0
    assert "40 presses" in report(course)[-1]


@needs_proc
def test_a_reader_that_ends_is_found_and_what_was_done_is_kept(tmp_path: Path) -> None:
    sitting = Sitting(sources(tmp_path / "in", CASES, "c*.txt"), tmp_path)
    try:
        sitting.begin()
        sitting.press(Press("keys", "j"))
        sitting.terminal.process.kill()
        sitting.terminal.process.wait()
        with pytest.raises(FoundError, match="ended by itself, with -9") as found:
            sitting.press(Press("rest", "0.1"))
        keep(found.value, sitting, tmp_path / "find.txt")
    finally:
        sitting.close()
    kept = (tmp_path / "find.txt").read_text(encoding="utf-8").splitlines()
    assert "ended by itself" in kept[0]
    assert "see who said what" in "\n".join(kept)
    assert [press_of(line) for line in kept if line[0] == "["] == sitting.done


def looks(*, grown: int = 0, slower: float = 1.0) -> list[Look]:
    """Sixteen looks, the last four of a reader that has grown by megabytes, or become slower."""
    early = Look(90 * 2**20, 200 * 2**20, [0.1, 0.2, 0.1], [0.05, 0.06])
    late = Look(early.reader + grown * 2**20, 0, [0.1 * slower] * 3, [slower * 0.05, slower * 0.06])
    return [early] * 12 + [late] * 4


def test_what_grows_or_becomes_slower_over_its_bound_is_told() -> None:
    assert unsteady(looks()) == ""
    assert unsteady(looks(grown=30, slower=1.3)) == ""
    assert unsteady(looks(grown=60)) == "The reader grew from 90 to 150 MB."
    assert "A key costs 110 ms, at first 55 ms." in unsteady(looks(slower=2.0))
    assert "A key takes 400 ms, at first 100 ms." in unsteady(looks(slower=4.0))
    assert unsteady(looks(grown=600)[-6:]) == ""  # too few to say
