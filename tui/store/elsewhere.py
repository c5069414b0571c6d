"""What a voice has said in the other articles that were opened."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from tui.analysis.full_names import full_names
from tui.analysis.model import Analysis, Speaker
from tui.analysis.narrowing import without_doubtful
from tui.analysis.schema import from_json
from tui.article.loading import article_from_text
from tui.article.model import Article
from tui.store.database import Database
from tui.store.documents import UNREADABLE, unpacked
from tui.store.keys import article_key, engine_key


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another article in which a voice speaks; `speaker` is that voice there."""

    analysis: Analysis
    speaker: Speaker


def said_elsewhere(
    speaker: Speaker, article: Article, database: Database | None = None
) -> tuple[Elsewhere, ...]:
    """Where else a voice of an article speaks, what was opened latest first.

    It is the same voice where the two have a full name in common and are of a kind. Only what is
    kept of the engine at hand counts. Raises StoreError.
    """
    names = full_names(speaker.kind, (speaker.name, *speaker.aliases))
    found = list[Elsewhere]()
    if not names:
        return ()
    with (database or Database()).reading() as rows:
        voices = rows.execute(
            "SELECT articles.id, articles.source, name, aliases FROM voices"
            " JOIN articles ON articles.id = article"
            " WHERE articles.id <> ? AND kind = ? ORDER BY opened DESC, rank",
            (article_key(article), speaker.kind),
        ).fetchall()
        for key, source, name, aliases in voices:
            if names & full_names(speaker.kind, (name, *_list(aliases))):
                analysis = _analysis(rows, key, source)
                if analysis is not None:
                    analysis = without_doubtful(analysis)
                    there = (s for s in analysis.speakers if s.name == name and s.quotes)
                    found += [Elsewhere(analysis, s) for s in there]
    return tuple(found)


def kept_article(key: str, database: Database | None = None) -> Article | None:
    """An article by its key, if it is kept with an analysis of any engine. Raises StoreError."""
    with (database or Database()).reading() as rows:
        found = rows.execute(
            "SELECT source, document FROM articles JOIN analyses ON article = articles.id"
            " WHERE articles.id = ?",
            (key,),
        ).fetchone()
    try:
        return None if found is None else _article(unpacked(found[1]), found[0])
    except UNREADABLE:
        return None


def _article(document: dict[str, Any], source: str | None) -> Article:
    return article_from_text(document["article"]["text"], source or "-")


def _analysis(rows: Connection, key: str, source: str | None) -> Analysis | None:
    """The latest analysis that is kept of an article, over the text that is kept with it."""
    found = rows.execute(
        "SELECT document FROM analyses WHERE article = ? AND engine = ? ORDER BY rowid DESC",
        (key, engine_key()),
    ).fetchone()
    try:
        if found is None:
            return None
        document = unpacked(found[0])
        return from_json(document, _article(document, source))
    except UNREADABLE:
        return None


def _list(written: str) -> Sequence[str]:
    try:
        return [str(name) for name in json.loads(written)]
    except (ValueError, TypeError):
        return ()
