"""Text into a new file: whole or not at all, and never over what is there."""

import re
from pathlib import Path

from tui.article.listing import EXPORTED
from tui.kept_files import whole_file

_WORDS, _LONGEST = 8, 60


def write_new_file(path: Path, text: str) -> None:
    """Write a file in UTF-8. Raises OSError, FileExistsError where there is one already."""
    with whole_file(path, over=False, newline="") as file:
        file.write(text)


def file_name(words: str, ending: str) -> str:
    """A name for a file, made of some words, that is no article of its folder."""
    stem = "-".join(re.findall(r"\w+", words.casefold())[:_WORDS])[:_LONGEST] or "pullquote"
    return f"{stem}{EXPORTED}{ending}"
