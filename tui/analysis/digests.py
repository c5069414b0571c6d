"""The files that hold what was learned: read, or looked at, only as they were made."""

from functools import cache
from hashlib import file_digest, sha256
from importlib.resources import as_file, files
from typing import Final

SUMS: Final = "SHA256SUMS"
"""What each file is to be: lines as `sha256sum` writes them."""
_MEND: Final = "install pullquote again"


class DamagedError(Exception):
    """A file that was installed with the program is not as it was made; a sentence says which."""


def text_of(name: str) -> str:
    """The text of a file of weights. Raises DamagedError."""
    try:
        data = (files("tui.analysis") / "weights" / name).read_bytes()
    except OSError:
        raise DamagedError(f"the program's file {name} cannot be read: {_MEND}") from None
    _compare(name, sha256(data).hexdigest())
    return data.decode("utf-8")


def check(name: str) -> None:
    """Look at a file of weights, however large. Raises DamagedError."""
    try:
        with as_file(files("tui.analysis") / "weights" / name) as path, path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError:
        raise DamagedError(f"the program's file {name} cannot be read: {_MEND}") from None
    _compare(name, digest)


def _compare(name: str, digest: str) -> None:
    if digest != _sums().get(name):
        raise DamagedError(f"the program's file {name} is damaged: {_MEND}")


@cache
def _sums() -> dict[str, str]:
    """What each file is to be, by its name."""
    try:
        lines = (files("tui.analysis") / "weights" / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise DamagedError(f"the program's file {SUMS} cannot be read: {_MEND}") from None
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
