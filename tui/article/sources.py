"""What a source names: a pipe, the clipboard, an address, a file, or one of several parts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

STANDARD_INPUT: Final = "-"
CLIPBOARD: Final = "clipboard:"
PASSING: Final[Mapping[str, str]] = {
    STANDARD_INPUT: "standard input",
    CLIPBOARD: "the clipboard",
}
"""What holds something else the next time, with what it is called."""
_SCHEMES: Final = ("http://", "https://")
PART_MARK: Final = "#"
"""What stands between a source of several articles and the name of one of them."""


def is_address(source: str) -> bool:
    """Whether a source is an address on the web, and not a file."""
    return source[:8].lower().startswith(_SCHEMES)


def host_of(source: str) -> str | None:
    """The host of an address, with its port; None for what is no address."""
    return source.partition("://")[2].partition("/")[0].lower() if is_address(source) else None


def split_part(source: str) -> tuple[str, str | None]:
    """What a source is in, and the name of the part that it is; None where it is the whole.

    A file that has the mark in its own name is a whole. What stands behind the mark in an address
    is a place in a page, too: who asks for it knows which.
    """
    if PART_MARK not in source:
        return source, None
    if not is_address(source) and is_file(source):
        return source, None
    whole, _, name = source.rpartition(PART_MARK)
    return (whole, name) if whole and name else (source, None)


def part_source(whole: str, name: str) -> str:
    """The source that a part of another is."""
    return f"{whole}{PART_MARK}{name}"


def resolved(source: str) -> str | None:
    """A source as it can be found again from anywhere; None for what was piped or pasted."""
    if is_address(source):
        return source
    whole, name = split_part(source)
    if whole in PASSING:
        return None
    path = str(Path(whole).resolve())
    return path if name is None else part_source(path, name)


def is_there(source: str) -> bool:
    """Whether a source that was read can be read again, as far as the disk can tell."""
    return is_address(source) or is_file(split_part(source)[0])


def is_file(path: str) -> bool:
    """Whether a path leads to something that is no folder; not so what can be no path."""
    try:
        return Path(path).exists() and not Path(path).is_dir()
    except (OSError, ValueError):
        return False


def is_pattern(source: str) -> bool:
    """Whether a source stands for all files whose names fit it: `*.txt`."""
    return not (is_address(source) or is_file(source)) and any(c in source for c in "*?[")
