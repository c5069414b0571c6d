"""What a voice said in other articles: the same full name, and nobody else's."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reader.voiced_harbour import voiced_harbour
from tests.store.ferry import ferry
from tui.analysis.model import Analysis, Speaker
from tui.analysis.options import Options
from tui.store import analyses
from tui.store.analyses import AnalysisStore, Asked
from tui.store.articles import ArticleStore
from tui.store.database import Database
from tui.store.elsewhere import said_elsewhere

HARBOUR, FERRY = voiced_harbour(), ferry()
ADA = next(s for s in HARBOUR.speakers if s.name == "Ada Falkmere")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "pullquote.db")


def keep(database: Database, *found: Analysis) -> None:
    for analysis in found:
        ArticleStore(database).opened(analysis.article)
        AnalysisStore(database).keep(Asked(analysis.article, Options(), ()), analysis)


def called(name: str, *aliases: str, analysis: Analysis = FERRY) -> Analysis:
    """The ferry's article with another name for its first voice."""
    first, *others = analysis.speakers
    return replace(analysis, speakers=(replace(first, name=name, aliases=aliases), *others))


def found(database: Database, speaker: Speaker = ADA) -> list[str]:
    return [there.speaker.name for there in said_elsewhere(speaker, HARBOUR.article, database)]


def test_a_voice_is_found_with_all_that_it_said(database: Database) -> None:
    keep(database, HARBOUR, FERRY)
    (there,) = said_elsewhere(ADA, HARBOUR.article, database)
    assert there.analysis.article.text == FERRY.article.text
    assert there.analysis.quotes == FERRY.quotes
    assert there.speaker == FERRY.speakers[0]


@pytest.mark.parametrize(
    ("name", "aliases"), [("Falkmere", ["Mayor Ada Falkmere"]), ("Ada FALKMERE", [])]
)
def test_one_full_name_of_all_is_enough(database: Database, name: str, aliases: list[str]) -> None:
    keep(database, called(name, *aliases))
    assert found(database) == [name]


@pytest.mark.parametrize(
    ("name", "aliases"), [("Falkmere", []), ("Ida Falkmere", ["Falkmere"]), ("the mayor", [])]
)
def test_a_part_of_a_name_is_not(database: Database, name: str, aliases: list[str]) -> None:
    keep(database, called(name, *aliases))
    assert found(database) == []


def test_who_has_no_full_name_is_nowhere_else(database: Database) -> None:
    keep(database, called("the mayor"))
    assert found(database, replace(ADA, name="the mayor", aliases=())) == []


def test_only_the_engine_at_hand_counts(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(analyses, "engine_key", lambda: "another one")
        keep(database, FERRY)
    assert found(database) == []


def test_nothing_is_kept_yet(database: Database) -> None:
    assert found(database) == []
