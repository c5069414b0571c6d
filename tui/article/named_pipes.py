"""A named pipe -> what is written into it, where somebody does."""

import os
import select
from pathlib import Path
from typing import Final

_PATIENCE: Final = 2000
"""So many milliseconds somebody may take to begin."""


def read_pipe(path: Path, most: int) -> bytes:
    """What whoever writes into a pipe says until its end, up to so many bytes.

    Raises OSError where nobody opens its other end: to open ours as a file would wait for ever.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with open(handle, "rb", buffering=0) as pipe:  # noqa: PTH123 -- it is open already
        polled = select.poll()
        polled.register(pipe, select.POLLIN)
        polled.poll(_PATIENCE)
        # None while there is a writer who has not said anything yet; nothing where there is none
        first = pipe.read(1)
        if first == b"":
            raise OSError(0, "nobody writes to it")
        os.set_blocking(handle, True)
        said = bytearray(first or b"")
        while len(said) < most and (more := pipe.read(min(2**20, most - len(said)))):
            said += more
        return bytes(said)
