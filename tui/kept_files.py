"""Files that hold what a user made: written whole or not at all, and set aside when damaged."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

_MOST_LETTERS: Final = 60
"""So many of a name are no more bytes than a name can have, with what is put around them."""


def write_atomically(path: Path, text: str) -> None:
    """Put `text` into a private file so that it has either all the old or all the new, in folders
    that are made as needed. A link stays one. Raises OSError.
    """
    path = _end_of_links(path)
    private_folder(path.parent)
    with _beside(path, 0o600, "") as (file, temporary):
        file.write(text)
        _close_on_disk(file)
        temporary.replace(path)
    _keep_name(path)


@contextmanager
def whole_file(path: Path, *, over: bool, newline: str | None = None) -> Iterator[IO[str]]:
    """A file to write text to, in UTF-8, that is there when the block has ended, whole, for whom
    the user lets see new files; nothing is there where the block raises.

    With `over` it takes the place and the permissions of a file that is there. Raises OSError,
    FileExistsError without `over`.
    """
    path = _end_of_links(path) if over else path
    mode = stat.S_IMODE(path.stat().st_mode) if over and path.exists() else None
    with _beside(path, 0o666, newline) as (file, temporary):
        if mode is not None:
            temporary.chmod(mode)
        yield file
        _close_on_disk(file)
        if over:
            temporary.replace(path)
        else:
            _take_name(temporary, path)
    _keep_name(path)


def private_folder(folder: Path) -> None:
    """Make a folder, and those that it lies in, for nobody but the user. Raises OSError."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError:
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


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


def _end_of_links(path: Path) -> Path:
    """Where a file lies that is written over. Raises OSError where something else is there."""
    end = Path(os.path.realpath(path))
    if end.exists() and not end.is_file():
        raise OSError(22, "it is no file that can be written over")
    return end


@contextmanager
def _beside(path: Path, mode: int, newline: str | None) -> Iterator[tuple[IO[str], Path]]:
    """A new file in the folder of another, which is gone after the block. Raises OSError."""
    from secrets import token_hex  # seldom needed, and start-up waits for imports

    name = f".{path.name[:_MOST_LETTERS]}.{token_hex(4)}"
    temporary = path.with_name(name)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline=newline) as file:
            yield file, temporary
    finally:
        temporary.unlink(missing_ok=True)


def _close_on_disk(file: IO[str]) -> None:
    file.flush()
    os.fsync(file.fileno())
    file.close()  # Windows gives no open file another name


def _take_name(temporary: Path, path: Path) -> None:
    """Give a file a name that no other has. Raises FileExistsError."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # some file systems have no second names
        path.open("x").close()
        temporary.replace(path)


def _keep_name(path: Path) -> None:
    """A new name is in the folder, which a power cut could take back."""
    with suppress(OSError), _opened(path.parent) as folder:
        os.fsync(folder)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)  # OSError on Windows, which opens no folders
    try:
        yield handle
    finally:
        os.close(handle)
