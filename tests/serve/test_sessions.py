"""The readers' processes."""

from pathlib import Path

import pytest

from tests.serve.conftest import heard, reason, visited
from tests.serve.running import is_alive
from tui.serve import sessions
from tui.serve.sessions import Sessions, Size, command


def test_sizes_stay_within_what_can_be_drawn() -> None:
    assert Size.bounded(0, 10**9) == Size(20, 200)
    assert Size.bounded(10**9, -1) == Size(500, 10)
    assert Size.bounded(float("inf"), 30.9) == Size(500, 30)


def test_a_source_is_one_word_whatever_it_is_called() -> None:
    odd = "-x $(touch boom); 'a \"b.txt"
    assert command([odd])[-1] == odd
    assert all("boom" not in word for word in command([odd])[:-1])


async def test_so_many_readers_and_no_more() -> None:
    async with visited(1) as visitor:
        await visitor.come_in()
        first = await visitor.talk()
        pid = (await heard(first))["pid"]
        second = await visitor.talk()
        assert await reason(second) == (
            4000, "One reader is open already, which is the most. Close one first."
        )  # fmt: skip
        assert is_alive(pid)
        await first.close()
        again = await visitor.talk()  # as when a page is loaded anew
        assert (await heard(again))["pid"] != pid
        assert not is_alive(pid)


async def test_a_reader_that_does_not_listen_is_ended_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sessions, "PATIENCE_SECONDS", 0.01)
    async with visited(1, "deaf") as visitor:
        await visitor.come_in()
        pid = (await heard(talk := await visitor.talk()))["pid"]
        await talk.close()
    assert not is_alive(pid)


async def test_a_reader_that_cannot_be_started_is_said_to_be(tmp_path: Path) -> None:
    readers = Sessions([str(tmp_path / "nothing")], 1)
    for _ in range(2):  # no place is taken by what is not there
        with pytest.raises(sessions.FullError, match="No reader can be started: No such file"):
            await readers.open(Size(80, 24))
    await readers.close_all()
