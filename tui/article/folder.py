"""Which files of a folder are articles: texts, but not what pullquote wrote there itself."""

from pathlib import Path
from typing import Final

EXPORTED: Final = ".quotes"
"""What stands before the ending of a file that is written without the user naming it."""
NO_ARTICLES: Final = "there are no articles (.txt) in it"


def paths_in(folder: Path) -> list[Path]:
    """The articles in a folder, by file name. Raises OSError where it cannot be read."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix == ".txt" and not path.stem.endswith(EXPORTED) and path.is_file()
    )
