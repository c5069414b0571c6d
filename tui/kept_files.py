"""Files that hold what a user made: written whole or not at all, and set aside when damaged."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_atomically(path: Path, text: str) -> None:
    """Put `text` into a file so that it has either all the old or all the new. Raises OSError."""
    from tempfile import mkstemp  # seldom needed, and start-up waits for imports

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    with suppress(OSError), _opened(path.parent) as folder:
        os.fsync(folder)  # the new name is in the folder, which a power cut could take back


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Let no other process that asks for the same folder go on meanwhile, where that can be done.

    The system lets go when the process ends, however it ends. Raises OSError without the folder.
    """
    if sys.platform == "win32":
        yield
    else:
        import fcntl

        with _opened(folder) as handle:
            with suppress(OSError):  # some file systems have no locks
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield


def set_aside(path: Path) -> Path:
    """Give a damaged file another name, which no file has yet. Raises OSError."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return path.rename(aside)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)  # OSError on Windows, which opens no folders
    try:
        yield handle
    finally:
        os.close(handle)
