"""Clippings: quotes that were kept, with all that tells whose they are and where they are from."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import PurePath
from sqlite3 import Connection
from typing import Final

from tui.article.model import Article
from tui.store.database import Database
from tui.store.keys import article_key, source_of

_COLUMNS: Final = (
    'id, position, article, "offset", words, told, speaker, role, title, source, date, note, mixed'
)


@dataclass(frozen=True, slots=True)
class Clipping:
    """A quote that was kept.

    `id` and `position` (where it stands on the list) are 0 while it is not. `article` is the key of
    its article's text, `offset` where the quote begins there (code points). `told` says that the
    words are not the speaker's own, but sentences that tell what was said, `mixed` that some of
    what was said stands in quotation marks; `source` is a path, None for what was piped; `note` is
    the user's.
    """

    id: int
    position: int
    article: str
    offset: int
    words: str
    told: bool
    speaker: str | None
    role: str | None
    title: str
    source: str | None
    date: str | None
    note: str = ""
    mixed: bool = False

    @property
    def file(self) -> str:
        """The name of the file that it is from; empty where there is none, or its title says it."""
        name = PurePath(self.source or "").name
        return "" if self.title.endswith(name) else name


def clipping(
    article: Article,
    offset: int,
    words: str,
    speaker: str | None,
    role: str | None,
    *,
    told: bool,
    mixed: bool = False,
) -> Clipping:
    """A clipping of an article that is on no list yet."""
    return Clipping(
        0, 0, article_key(article), offset, words, told, speaker, role,
        article.title or article.origin, source_of(article), article.date, mixed=mixed,
    )  # fmt: skip


class ClippingStore:
    """The list of clippings, in the user's order. All raise StoreError.

    What is no longer on the list (another program may have deleted it) is left alone.
    """

    def __init__(self, database: Database | None = None) -> None:
        self._database = database or Database()

    def all(self) -> tuple[Clipping, ...]:
        """The whole list."""
        with self._database.reading() as rows:
            return _listed(rows)

    def add(self, kept: Clipping) -> bool:
        """Put a new one last; False where the same quote is on the list already."""
        with self._database.writing() as rows:
            listed = _listed(rows)
            if any((c.article, c.offset) == (kept.article, kept.offset) for c in listed):
                return False
            position = listed[-1].position + 1 if listed else 1
            _insert(rows, (None, position, *astuple(kept)[2:]))
            return True

    def put_back(self, deleted: Clipping) -> None:
        """Put one that was deleted back where it was."""
        with self._database.writing() as rows:
            if not any(clip.id == deleted.id for clip in _listed(rows)):
                _insert(rows, astuple(deleted))

    def delete(self, clip: Clipping) -> None:
        """Take one off the list."""
        with self._database.writing() as rows:
            rows.execute("DELETE FROM clippings WHERE id = ?", (clip.id,))

    def annotate(self, clip: Clipping, note: str) -> None:
        """Let a note stand beside one, in the place of any before; an empty one is none."""
        with self._database.writing() as rows:
            rows.execute("UPDATE clippings SET note = ? WHERE id = ?", (note, clip.id))

    def attribute(self, article: str, voices: Mapping[int, tuple[str | None, str | None]]) -> None:
        """Give those of an article's text, by its key, that begin at an offset a name and role."""
        with self._database.writing() as rows:
            rows.executemany(
                'UPDATE clippings SET speaker = ?, role = ? WHERE article = ? AND "offset" = ?',
                [(*voice, article, offset) for offset, voice in voices.items()],
            )

    def move(self, clip: Clipping, by: int) -> None:
        """Let one change places with the next one, or with the one before (-1)."""
        with self._database.writing() as rows:
            listed = _listed(rows)
            at = next((i for i, other in enumerate(listed) if other.id == clip.id), -1)
            if at >= 0 and 0 <= at + by < len(listed):
                here, there = listed[at], listed[at + by]
                for moved, position in ((here, there.position), (there, here.position)):
                    rows.execute(
                        "UPDATE clippings SET position = ? WHERE id = ?", (position, moved.id)
                    )


def _listed(rows: Connection) -> tuple[Clipping, ...]:
    # SQLite's 0 and 1 are Python's False and True.
    found = rows.execute(f"SELECT {_COLUMNS} FROM clippings ORDER BY position, id")
    return tuple(Clipping(*row) for row in found)


def _insert(rows: Connection, values: Sequence[object]) -> None:
    marks = ", ".join("?" * len(values))
    rows.execute(f"INSERT INTO clippings ({_COLUMNS}) VALUES ({marks})", values)
