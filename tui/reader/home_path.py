"""Where a file lies, as people write it: with ~ for the home folder."""

import os
from pathlib import Path


def into_here() -> str:
    """Where a file without a folder goes, in words behind a verb; empty where that is gone."""
    try:
        return f" into {from_home(str(Path.cwd()))}"
    except OSError:
        return ""


def from_home(path: str) -> str:
    """A whole path, or an address, which stays as it is; ~ stands for the home folder in it."""
    home = str(Path.home())
    return f"~{path.removeprefix(home)}" if path.startswith(home + os.sep) else path
