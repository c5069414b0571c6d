"""Work that is waited for only so long, whatever it is stuck in."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T], stop: Callable[[], None] | None = None) -> T:
    """What some work gives. Raises what it raises, and TimeoutError after so many seconds.

    The work goes on in a thread of its own, which nothing waits for once its time is over: `stop`
    may tell it to end. That is the one way to bound what has no limit itself (a look-up of a name)
    or only one for each step (a server that sends a byte a second).
    """
    made: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            made.append(work())
        except BaseException as error:  # whoever waits for the work raises it
            failed.append(error)

    thread = threading.Thread(target=run, name="fetching", daemon=True)
    thread.start()
    late = True
    try:
        thread.join(max(seconds, 0))
        late = thread.is_alive()
    finally:  # interrupted, too
        if late and stop is not None:
            stop()
    if late:
        raise TimeoutError
    if failed:
        raise failed[0]
    return made[0]
