"""Text into a new file: whole or not at all, and never over what is there."""

import re
from pathlib import Path

from tui.article.listing import EXPORTED
from tui.kept_files import whole_file


def write_new_file(path: Path, text: str) -> None:
    """Write a file in UTF-8. Raises OSError, FileExistsError where there is one already."""
    with whole_file(path, over=False, newline="") as file:
        file.write(text)


def write_beside(folder: Path, name: str, text: str) -> Path:
    """Write a text file that is called after some words, with a number where that is taken, and
    that is no article of its folder; gives its path. Raises OSError.
    """
    stem = re.sub(r"\W+", "-", name.casefold()).strip("-") or "pullquote"
    number = 1
    while True:
        numbered = stem if number == 1 else f"{stem}-{number}"
        path = folder / f"{numbered}{EXPORTED}.txt"
        try:
            write_new_file(path, text)
        except FileExistsError:
            number += 1
        else:
            return path
