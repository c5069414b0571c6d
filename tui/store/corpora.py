"""The corpora that were opened: the folders of their tables, the latest first."""

import time
from pathlib import Path
from typing import Final

from tui.store.database import Database
from tui.store.keys import can_be_kept

MOST_CORPORA: Final = 20


class CorpusStore:
    """The corpora that were opened, the latest `MOST_CORPORA` of them. All raise StoreError."""

    def __init__(self, database: Database | None = None) -> None:
        self._database = database or Database()

    def opened(self, folder: Path) -> None:
        """Remember that a corpus is opened now, if its path can be kept."""
        path = str(folder.resolve())
        if not can_be_kept(path):
            return
        with self._database.writing() as rows:
            rows.execute(
                "INSERT INTO corpora (folder, opened) VALUES (?, "
                # the latest, whatever the clock showed when others were opened
                "max(?, (SELECT coalesce(max(opened) + 0.001, 0) FROM corpora)))"
                " ON CONFLICT (folder) DO UPDATE SET opened = excluded.opened",
                (path, time.time()),
            )
            rows.execute(
                "DELETE FROM corpora WHERE folder NOT IN"
                " (SELECT folder FROM corpora ORDER BY opened DESC LIMIT ?)",
                (MOST_CORPORA,),
            )

    def latest(self) -> tuple[Path, ...]:
        """Their folders, whether they still exist or not."""
        with self._database.reading() as rows:
            found = rows.execute("SELECT folder FROM corpora ORDER BY opened DESC").fetchall()
        return tuple(Path(folder) for (folder,) in found)
