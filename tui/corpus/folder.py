"""The folder of a corpus: made, or found to be one of this version and engine."""

import json
from pathlib import Path
from typing import Any, Final

from tui.corpus.engine_name import engine_name
from tui.corpus.files import MARK
from tui.kept_files import private_folder, write_atomically

SCHEMA: Final = 1
"""The version of the tables; `schema` has them, and holds that it is this one."""
_CHOOSE: Final = "choose another folder"


class FolderError(Exception):
    """A folder cannot take a corpus; a sentence says why."""


def claimed(folder: Path) -> None:
    """Make a folder a corpus, private to its user, unless it is one. Raises FolderError."""
    try:
        if folder.exists() and not folder.is_dir():
            raise FolderError(f"{folder} is a file: {_CHOOSE}")
        private_folder(folder)
        if (folder / MARK).exists():
            _compare(folder, _read(folder / MARK))
            return
        if any(folder.iterdir()):
            raise FolderError(f"{folder} holds something else: {_CHOOSE}")
        folder.chmod(0o700)
        told = json.dumps({"schema": SCHEMA, "engine": engine_name()})
        write_atomically(folder / MARK, told + "\n")
    except OSError as error:
        raise FolderError(
            f"{folder} cannot be used: {(error.strerror or str(error)).lower()}"
        ) from None
    except ValueError:
        raise FolderError("the folder has no name that there could be") from None


def _read(mark: Path) -> dict[str, Any]:
    try:
        told = json.loads(mark.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise FolderError(f"{mark} is damaged: {_CHOOSE}")
    return told


def _compare(folder: Path, told: dict[str, Any]) -> None:
    if told.get("schema") != SCHEMA:
        raise FolderError(
            f"the tables in {folder} are of schema {told.get('schema')}, and this version writes"
            f" schema {SCHEMA}: {_CHOOSE}"
        )
    if told.get("engine") != engine_name():
        raise FolderError(
            f"the articles in {folder} were read by another engine ({told.get('engine')}) than"
            f" this one ({engine_name()}), and its tables would not fit: {_CHOOSE}"
        )
