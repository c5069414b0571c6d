"""Where it is read who speaks in a corpus, and who is the same person in several articles."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.corpus.corpus_folder import Parts

_UNLINKED: Final = """
    SELECT '=' || name AS person, name, list_distinct(flatten(list(aliases))) AS aliases,
        mode(kind) AS kind, list(DISTINCT role) FILTER (role IS NOT NULL) AS roles,
        count(*)::INTEGER AS articles, sum(len(quotes))::INTEGER AS quotes,
        sum(words)::BIGINT AS words, min(published) AS first, max(published) AS last
    FROM read_parquet($speakers)
    JOIN (SELECT article, published FROM read_parquet($articles)) USING (article)
    GROUP BY name"""
"""Who speaks, as long as nobody has found out who is the same over several articles: by name."""


@dataclass(frozen=True, slots=True)
class LinkedPeople:
    """The people of a corpus in a folder, as SQL, with the files that it reads by name."""

    folder: Path

    def people(self, parts: Parts) -> tuple[str, dict[str, object]]:
        """What those who speak are read from, and the files of it."""
        if self.is_whole:
            return "SELECT * FROM read_parquet($people)", {"people": self.file("people")}
        return _UNLINKED, {name: parts.files(name) for name in ("speakers", "articles")}

    def voices(self, parts: Parts) -> tuple[str, dict[str, object]]:
        """Where it is read which speaker of an article is which person, and the files of it."""
        if self.is_whole:
            sql = "SELECT article, speaker, person FROM read_parquet($voices)"
            return sql, {"voices": self.file("voices")}
        sql = "SELECT article, speaker, '=' || name AS person FROM read_parquet($speakers)"
        return sql, {"speakers": parts.files("speakers")}

    @property
    def is_whole(self) -> bool:
        """Whether it is known who is who over several articles."""
        return all((self.folder / "people" / f"{n}.parquet").exists() for n in ("people", "voices"))

    def file(self, name: str) -> list[str]:
        """The file of `people` or `voices`, as one of several."""
        return [str(self.folder / "people" / f"{name}.parquet")]
