"""Whole analyses, so that an article that was read once is not read again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Final

from tui.analysis.corrections import Correction
from tui.analysis.model import Analysis
from tui.analysis.narrowing import without_doubtful
from tui.analysis.options import Options
from tui.analysis.schema import corrections_to_json, from_json
from tui.analysis.summary_length import written_length
from tui.article.model import Article
from tui.store.articles import keep_voices
from tui.store.database import Database
from tui.store.documents import UNREADABLE, packed, unpacked
from tui.store.keys import article_key, engine_key

MOST_BYTES: Final = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Asked:
    """All that an article's analysis comes from, beside the engine."""

    article: Article
    options: Options
    corrections: Sequence[Correction]

    @property
    def row(self) -> dict[str, str]:
        """The columns that tell this analysis from others."""
        return {
            "article": article_key(self.article),
            "options": f"{self.options.summarizer} {written_length(self.options.sentences)}",
            "corrections": json.dumps(corrections_to_json(self.corrections)),
            "engine": engine_key(),
        }


class AnalysisStore:
    """Analyses of the engine at hand, compressed, `most_bytes` of them at most.

    Those of the articles that were opened least recently go first. All raise StoreError.
    """

    def __init__(self, database: Database | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._database = database or Database()
        self._most_bytes = most_bytes

    def found(self, asked: Asked) -> Analysis | None:
        """What is kept of just this question; None where there is nothing that can be read."""
        with self._database.reading() as rows:
            found = rows.execute(
                "SELECT document FROM analyses WHERE article = :article AND options = :options"
                " AND corrections = :corrections AND engine = :engine",
                asked.row,
            ).fetchone()
        try:
            return None if found is None else from_json(unpacked(found[0]), asked.article)
        except UNREADABLE:
            return None  # it is read anew, and kept in this one's place

    def keep(self, asked: Asked, analysis: Analysis) -> None:
        """Keep the whole analysis of an article that was opened, and who its voices are.

        Of one with a notice, which lacks something, only the voices are kept.
        """
        row = asked.row
        with self._database.writing() as rows:
            if not rows.execute("SELECT 1 FROM articles WHERE id = :article", row).fetchone():
                return
            keep_voices(rows, row["article"], without_doubtful(analysis).speakers)
            # What was asked of another engine, or before a correction, is asked no more.
            rows.execute(
                "DELETE FROM analyses WHERE article = :article AND"
                " (options = :options OR corrections <> :corrections OR engine <> :engine)",
                row,
            )
            if not analysis.notice:
                rows.execute(
                    "INSERT INTO analyses VALUES"
                    " (:article, :options, :corrections, :engine, :document)",
                    {**row, "document": packed(analysis)},
                )
                self._let_go(rows)

    def _let_go(self, rows: Connection) -> None:
        kept = 0
        for row_id, size in rows.execute(
            "SELECT analyses.rowid, length(document) FROM analyses"
            " JOIN articles ON articles.id = article ORDER BY opened DESC, analyses.rowid DESC"
        ).fetchall():
            kept += size
            if kept > self._most_bytes:
                rows.execute("DELETE FROM analyses WHERE rowid = ?", (row_id,))
