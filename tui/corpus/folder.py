"""A folder that a run may write to: made, or found to be of this version and engine."""

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.corpus.corpus_folder import INDEX, MARKING, PEOPLE, SCHEMA
from tui.corpus.engine_name import engine_name
from tui.corpus.ledger import FILE as LEDGER
from tui.corpus.schema import COLUMNS
from tui.kept_files import private_folder, write_atomically


class FolderError(Exception):
    """A folder cannot take a corpus; a sentence says why."""


class TakenError(FolderError):
    """Something else is there: another folder can take it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A folder that may be written to; whether it is a corpus only now, and which folders were made
    for it, the innermost first.
    """

    folder: Path
    is_new: bool = False
    made: tuple[Path, ...] = ()

    def give_back(self) -> None:
        """Leave nothing of a corpus in which nothing is. Raises OSError."""
        for name in (*COLUMNS, PEOPLE, INDEX):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for name in (MARKING, LEDGER):
            (self.folder / name).unlink(missing_ok=True)
        with suppress(OSError):  # something else is there by now
            for folder in self.made:
                folder.rmdir()


def claimed(folder: Path) -> Claim:
    """Make a folder a corpus, private to its user, unless it is one. Raises FolderError."""
    try:
        if folder.exists() and not folder.is_dir():
            raise TakenError(f"{folder} is a file")
        made = tuple(path for path in (folder, *folder.parents) if not path.exists())
        private_folder(folder)
        if (folder / MARKING).exists():
            _compare(folder, _read(folder / MARKING))
            return Claim(folder)
        if any(folder.iterdir()):
            raise TakenError(f"{folder} holds something else")
        folder.chmod(0o700)
        told = json.dumps({"schema": SCHEMA, "engine": engine_name()})
        write_atomically(folder / MARKING, told + "\n")
    except OSError as error:
        raise FolderError(
            f"{folder} cannot be used: {(error.strerror or str(error)).lower()}"
        ) from None
    except ValueError:
        raise FolderError("the folder has no name that there could be") from None
    return Claim(folder, True, made)


def _read(mark: Path) -> dict[str, Any]:
    try:
        told = json.loads(mark.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise TakenError(f"{mark} is damaged")
    return told


def _compare(folder: Path, told: dict[str, Any]) -> None:
    if told.get("schema") != SCHEMA:
        raise TakenError(
            f"the tables in {folder} are of schema {told.get('schema')}, and this version writes"
            f" schema {SCHEMA}"
        )
    if told.get("engine") != engine_name():
        raise TakenError(
            f"the tables in {folder} were made by another version ({told.get('engine')}) than this"
            f" one ({engine_name()}): they can still be asked, but nothing can be added to them"
        )
