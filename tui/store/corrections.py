"""The corrections of an article, found by the article's words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from tui.analysis.corrections import Correction
from tui.analysis.schema import corrections_from_json, corrections_to_json
from tui.article.model import Article
from tui.store.database import DamagedError, Database, StoreError
from tui.store.keys import article_key, source_of


@dataclass(frozen=True, slots=True)
class _Change:
    """A correction that was made, or taken back."""

    correction: Correction
    made: bool

    def __call__(self, before: tuple[Correction, ...]) -> tuple[Correction, ...]:
        if self.made:
            return (*before, self.correction)
        if self.correction not in before:
            return before
        last = len(before) - 1 - before[::-1].index(self.correction)
        return (*before[:last], *before[last + 1 :])


class CorrectionsStore:
    """The corrections of one article, in the order in which they were made.

    `corrections` hold now. What cannot be kept holds as long as this store does; `problem` then
    says so in a sentence, as it does where what was kept is damaged, and where corrections were
    made in an earlier text of the same source. Each change is made to what is kept by then:
    another reader of the same article loses nothing.
    """

    def __init__(self, article: Article, database: Database | None = None) -> None:
        self._database = database or Database()
        self._key, self._source = article_key(article), source_of(article)
        self.article = article
        self._unkept: list[_Change] = []
        self.corrections: tuple[Correction, ...] = ()
        self.problem: str | None = None
        try:
            self._refresh()
            if not self.corrections and self.problem is None and (earlier := self._made_before()):
                fit = "correction no longer fits" if earlier == 1 else "corrections no longer fit"
                self.problem = (
                    f"{article.origin} has changed since you corrected it: {earlier} {fit}."
                )
        except StoreError as error:
            self.problem = str(error)

    def add(self, correction: Correction) -> None:
        """Keep a correction. Raises nothing: see `problem`."""
        self.problem = None
        self._change(_Change(correction, made=True))

    def undo(self) -> Correction | None:
        """Take back the latest correction, and give it; None where there is none."""
        self.problem = None
        try:
            self._refresh()
        except StoreError as error:
            self._take_trouble(error)
        if not self.corrections:
            return None
        latest = self.corrections[-1]
        self._change(_Change(latest, made=False))
        return latest

    def _change(self, change: _Change) -> None:
        after = change(self.corrections)
        try:
            self._keep([*self._unkept, change])
        except StoreError as error:
            self._take_trouble(error)
            self._unkept.append(change)
            self.corrections = after
            if isinstance(error, DamagedError):
                self._keep_what_holds()

    def _keep_what_holds(self) -> None:
        """A new database has room for what the damaged one had of this session."""
        try:
            self._keep(self._unkept)
        except StoreError as error:
            self._take_trouble(error)

    def _take_trouble(self, error: StoreError) -> None:
        if isinstance(error, DamagedError):
            self.problem = str(error)
            self._unkept = [_Change(correction, made=True) for correction in self.corrections]
        else:
            self.problem = f"This holds until you close the article: {error}"

    def _keep(self, changes: Iterable[_Change]) -> None:
        """Make changes to what is kept, and take over what then is. Raises StoreError."""
        with self._database.writing() as rows:
            for change in changes:
                (self._insert if change.made else self._delete)(rows, change.correction)
            kept = self._rows(rows)
        self.corrections = kept
        self._unkept.clear()

    def _insert(self, rows: Connection, correction: Correction) -> None:
        rows.execute(
            "INSERT INTO corrections (article, source, correction) VALUES (?, ?, ?)",
            (self._key, self._source, _written(correction)),
        )

    def _delete(self, rows: Connection, correction: Correction) -> None:
        rows.execute(
            "DELETE FROM corrections WHERE id ="
            " (SELECT max(id) FROM corrections WHERE article = ? AND correction = ?)",
            (self._key, _written(correction)),
        )

    def _refresh(self) -> None:
        """Take over what is kept by now. Raises StoreError."""
        with self._database.reading() as rows:
            kept = self._rows(rows)
        for change in self._unkept:
            kept = change(kept)
        self.corrections = kept

    def _rows(self, rows: Connection) -> tuple[Correction, ...]:
        found, unreadable = list[Correction](), 0
        for (written,) in rows.execute(
            "SELECT correction FROM corrections WHERE article = ? ORDER BY id", (self._key,)
        ):
            try:
                found += corrections_from_json([json.loads(written)])
            except (ValueError, KeyError, TypeError, RecursionError):
                unreadable += 1
        if unreadable:
            these = "correction" if unreadable == 1 else "corrections"
            self.problem = f"{unreadable} {these} of this article cannot be read."
        return tuple(found)

    def _made_before(self) -> int:
        """How many corrections were made in the text that this source had when it was corrected."""
        with self._database.reading() as rows:
            (count,) = rows.execute(
                "SELECT count(*) FROM corrections WHERE article = (SELECT article FROM corrections"
                " WHERE source = ? ORDER BY id DESC LIMIT 1)",
                (self._source,),
            ).fetchone()
        return int(count)


def _written(correction: Correction) -> str:
    return json.dumps(corrections_to_json([correction])[0], ensure_ascii=False)
