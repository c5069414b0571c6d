"""Work that takes too long is left to itself."""

import threading

import pytest

from tui.article.deadlines import within


def test_work_is_waited_for_only_so_long() -> None:
    assert within(5, lambda: 7) == 7
    with pytest.raises(KeyError):
        within(5, lambda: dict[str, int]()["x"])
    stopped, ended = list[bool](), threading.Event()
    with pytest.raises(TimeoutError):
        within(0.01, lambda: ended.wait(5), lambda: stopped.append(True))
    ended.set()
    assert stopped == [True]
    assert within(5, lambda: 7, lambda: stopped.append(False)) == 7
    assert stopped == [True]
    with pytest.raises(TimeoutError):
        within(-1, lambda: threading.Event().wait(0.2))
