"""Where what is written goes: standard output, or a file that appears whole."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from tui.kept_files import whole_file

THERE: Final = "it is there already; --force overwrites it"


@contextlib.contextmanager
def destination(output: str | None, *, force: bool, newline: str | None) -> Iterator[IO[str]]:
    """Standard output, or a file that appears whole when all has been written. Raises OSError."""
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline=newline)
        yield sys.stdout
        return
    path = Path(output)
    if takes_all(path):
        with path.open("w", encoding="utf-8", newline=newline) as file:
            yield file
        return
    try:
        with whole_file(path, over=force, newline=newline) as file:
            yield file
    except FileExistsError as error:
        raise FileExistsError(error.errno, THERE) from error


def problem_with(output: str, *, force: bool) -> str | None:
    """Why a file cannot be written, as far as that is known before; None where it can."""
    if not output.strip():
        return "no name is given"
    path = Path(output)
    try:
        if takes_all(path) or not path.exists():
            return None
        if path.is_dir():
            return "it is a folder"
    except (OSError, ValueError):
        return None  # whoever writes to it learns why that cannot be done
    return None if force else THERE


def takes_all(path: Path) -> bool:
    """Whether what is written somewhere takes the place of nothing: `/dev/stdout`, a pipe."""
    return path.is_char_device() or path.is_fifo()


def width_of(out: IO[str]) -> int:
    """How wide lines may be that are written somewhere: as the terminal, if it is one."""
    import shutil

    return shutil.get_terminal_size().columns if out.isatty() else 80
