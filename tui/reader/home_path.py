"""Where a file lies, as people write it: with ~ for the home folder."""

import os
from pathlib import Path


def here() -> str:
    """The folder one is in; empty where it is gone."""
    try:
        return from_home(str(Path.cwd()))
    except OSError:
        return ""


def from_home(path: str) -> str:
    """A whole path, or an address, which stays as it is; ~ stands for the home folder in it."""
    home = str(Path.home())
    return f"~{path.removeprefix(home)}" if path.startswith(home + os.sep) else path
