"""Text into a new file: whole or not at all, and never over what is there."""

import os
import re
from pathlib import Path

from tui.article.listing import EXPORTED
from tui.kept_files import whole_file

_WORDS, _LONGEST = 8, 60
_NUMBERS = [f"-{number}" for number in range(2, 100)]
"""What stands behind the words in names of which the one before is taken."""


def write_new_file(path: Path, text: str) -> None:
    """Write a file in UTF-8. Raises OSError, FileExistsError where there is one already."""
    with whole_file(path, over=False, newline="") as file:
        file.write(text)


def file_name(words: str, ending: str) -> str:
    """A name for a file, made of some words, that is no article of its folder; none has it yet."""
    stem = "-".join(re.findall(r"\w+", words.casefold())[:_WORDS])[:_LONGEST] or "pullquote"
    names = (f"{stem}{number}{EXPORTED}{ending}" for number in ("", *_NUMBERS))
    return next((name for name in names if not os.path.lexists(name)), f"{stem}{EXPORTED}{ending}")
