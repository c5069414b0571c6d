"""The tables of the database, as a row of migrations; the last one's number is its version."""

from sqlite3 import Connection
from typing import Final

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (
    (
        # `id` is the SHA-256 of the text, `source` null for what was piped; `quote` is where the
        # current quote begins.
        """CREATE TABLE articles (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, source TEXT, opened REAL NOT NULL,
            "offset" INTEGER NOT NULL DEFAULT 0, quote INTEGER,
            progress REAL NOT NULL DEFAULT 0)""",
        "CREATE INDEX articles_by_source ON articles (source)",
        # `aliases` is a JSON list.
        """CREATE TABLE voices (
            article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, rank INTEGER NOT NULL,
            name TEXT NOT NULL, aliases TEXT NOT NULL, kind TEXT NOT NULL, share REAL NOT NULL,
            PRIMARY KEY (article, rank))""",
        # `document` is schema 1 in JSON, compressed (zlib).
        """CREATE TABLE analyses (
            article TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, options TEXT NOT NULL,
            corrections TEXT NOT NULL, engine TEXT NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY (article, options))""",
        # In the order in which they were made; they outlive what else is kept of an article.
        """CREATE TABLE corrections (
            id INTEGER PRIMARY KEY, article TEXT NOT NULL, source TEXT,
            correction TEXT NOT NULL)""",
        "CREATE INDEX corrections_by_article ON corrections (article)",
        "CREATE INDEX corrections_by_source ON corrections (source)",
    ),
    (
        # As `clippings.Clipping` explains them.
        """CREATE TABLE clippings (
            id INTEGER PRIMARY KEY AUTOINCREMENT, position INTEGER NOT NULL,
            article TEXT NOT NULL, "offset" INTEGER NOT NULL, words TEXT NOT NULL,
            told INTEGER NOT NULL, speaker TEXT, role TEXT, title TEXT NOT NULL, source TEXT,
            date TEXT, note TEXT NOT NULL DEFAULT '')""",
    ),
    ("ALTER TABLE clippings ADD COLUMN mixed INTEGER NOT NULL DEFAULT 0",),
    ("CREATE TABLE corpora (folder TEXT PRIMARY KEY, opened REAL NOT NULL)",),
)


def version(connection: Connection) -> int:
    """How many of the migrations a database has had; 0 for an empty one."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def migrate(connection: Connection) -> None:
    """Give a database the migrations that it lacks, within the transaction that is on."""
    for number, statements in enumerate(MIGRATIONS[version(connection) :], version(connection) + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
