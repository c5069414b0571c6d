"""The articles that were opened: their titles and voices, and where one is in each."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from sqlite3 import Connection
from typing import Final

from tui.analysis.model import Speaker
from tui.article.model import Article
from tui.store.database import Database
from tui.store.keys import article_key, source_of

MOST_ARTICLES: Final = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is in an article: offsets are code points of its text.

    `offset` is the first in view, `quote` the one at which the current quote begins, if there is
    one; `progress` is how far the view is on its way through the article, in [0, 1].
    """

    offset: int
    quote: int | None
    progress: float


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in an article, and how much of all that is said, in [0, 1]."""

    name: str
    share: float


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article that was opened; its voices, the largest share first, as far as they are known.

    `key` is its `article_key`.
    """

    key: str
    title: str
    source: str
    voices: tuple[Voice, ...]
    place: Place


class ArticleStore:
    """The articles that were opened, the latest `MOST_ARTICLES` of them. All raise StoreError."""

    def __init__(self, database: Database | None = None) -> None:
        self._database = database or Database()

    def opened(self, article: Article) -> Place:
        """Remember that an article is opened now, and give the place where it was left."""
        key, source = article_key(article), source_of(article)
        title = article.title or PurePath(article.origin).name
        with self._database.writing() as rows:
            # What its file held before is opened no more.
            rows.execute("DELETE FROM articles WHERE source = ? AND id <> ?", (source, key))
            rows.execute(
                "INSERT INTO articles (id, title, source, opened) VALUES (?, ?, ?, "
                # the latest, whatever the clock showed when others were opened
                "max(?, (SELECT coalesce(max(opened) + 0.001, 0) FROM articles)))"
                " ON CONFLICT (id) DO UPDATE SET title = excluded.title,"
                " source = coalesce(excluded.source, source), opened = excluded.opened",
                (key, title, source, time.time()),
            )
            rows.execute(
                "DELETE FROM articles WHERE id <> ? AND id NOT IN"
                " (SELECT id FROM articles ORDER BY opened DESC LIMIT ?)",
                (key, MOST_ARTICLES),
            )
            found = rows.execute(
                'SELECT "offset", quote, progress FROM articles WHERE id = ?', (key,)
            ).fetchone()
        return Place(*found)

    def left(self, article: Article, place: Place) -> None:
        """Remember where one is in an article that was opened."""
        with self._database.writing() as rows:
            rows.execute(
                'UPDATE articles SET "offset" = ?, quote = ?, progress = ? WHERE id = ?',
                (place.offset, place.quote, place.progress, article_key(article)),
            )

    def latest(self, most: int) -> tuple[OpenedArticle, ...]:
        """The articles that were opened from a file, the latest first."""
        with self._database.reading() as rows:
            return tuple(
                OpenedArticle(key, title, source, _voices(rows, key), Place(*place))
                for key, title, source, *place in rows.execute(
                    'SELECT id, title, source, "offset", quote, progress FROM articles'
                    " WHERE source IS NOT NULL ORDER BY opened DESC LIMIT ?",
                    (most,),
                ).fetchall()
            )


def keep_voices(rows: Connection, key: str, speakers: Sequence[Speaker]) -> None:
    """Let these be the voices of an article that was opened, in a transaction that is on."""
    speaking = sorted((s for s in speakers if s.quotes), key=lambda speaker: -speaker.share)
    rows.execute("DELETE FROM voices WHERE article = ?", (key,))
    rows.executemany(
        "INSERT INTO voices (article, rank, name, aliases, kind, share) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (key, rank, s.name, json.dumps(s.aliases, ensure_ascii=False), s.kind, s.share)
            for rank, s in enumerate(speaking)
        ],
    )


def _voices(rows: Connection, key: str) -> tuple[Voice, ...]:
    found = rows.execute("SELECT name, share FROM voices WHERE article = ? ORDER BY rank", (key,))
    return tuple(Voice(name, share) for name, share in found)
