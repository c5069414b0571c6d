"""A whole analysis is found again for just the same question, and the store stays small."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.corrections import Correction
from tui.analysis.model import Analysis
from tui.analysis.options import Options, Share
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.store import analyses
from tui.store.analyses import AnalysisStore, Asked
from tui.store.articles import ArticleStore
from tui.store.database import Database

FOUND = voiced_harbour()
ASKED = Asked(FOUND.article, Options(), ())
CORRECTION = Correction((Span(18, 25),), "statement", "Ada", None, "Bo", new=True)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(tmp_path / "pullquote.db")
    ArticleStore(database).opened(FOUND.article)
    return database


def long_one(number: int) -> Analysis:
    """The analysis of an article that cannot be compressed to less than about 20 kB."""
    letters = random.Random(number).choices("abcdefghijklmnopqrstuvwxyz", k=40_000)
    return Analysis(article_from_text("".join(letters)))


def test_what_was_found_is_found_again(database: Database) -> None:
    store = AnalysisStore(database)
    assert store.found(ASKED) is None
    store.keep(ASKED, FOUND)
    assert store.found(ASKED) == FOUND


@pytest.mark.parametrize(
    "asked",
    [
        Asked(article_from_text(FOUND.article.text + " More."), Options(), ()),
        replace(ASKED, options=Options(sentences=4)),
        replace(ASKED, options=Options(sentences=Share(3))),
        replace(ASKED, options=Options(summarizer="lead")),
        replace(ASKED, corrections=(CORRECTION,)),
    ],
)
def test_another_question_finds_nothing(database: Database, asked: Asked) -> None:
    store = AnalysisStore(database)
    store.keep(ASKED, FOUND)
    assert store.found(asked) is None


def test_another_engine_finds_nothing_and_keeps_its_own(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = AnalysisStore(database)
    store.keep(ASKED, FOUND)
    monkeypatch.setattr(analyses, "engine_key", lambda: "another one")
    assert store.found(ASKED) is None
    store.keep(replace(ASKED, options=Options(sentences=4)), FOUND)
    monkeypatch.undo()
    assert store.found(ASKED) is None


def test_summaries_of_two_lengths_stand_side_by_side_until_a_correction(
    database: Database,
) -> None:
    store, longer = AnalysisStore(database), replace(ASKED, options=Options(sentences=4))
    store.keep(ASKED, FOUND)
    store.keep(longer, FOUND)
    assert store.found(ASKED) == store.found(longer) == FOUND
    right = replace(ASKED, corrections=(CORRECTION,))
    store.keep(right, FOUND)
    assert store.found(right) == FOUND
    assert store.found(ASKED) is store.found(longer) is None


def test_an_analysis_that_lacks_something_is_not_kept(database: Database) -> None:
    store = AnalysisStore(database)
    store.keep(ASKED, replace(FOUND, notice="Statements are found by rules."))
    assert store.found(ASKED) is None
    (opened,) = ArticleStore(database).latest(1)
    assert len(opened.voices) == 3


@pytest.mark.parametrize("document", [b"", b"x", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_what_cannot_be_read_is_read_anew(database: Database, document: bytes) -> None:
    store = AnalysisStore(database)
    store.keep(ASKED, FOUND)
    with database.writing() as rows:
        rows.execute("UPDATE analyses SET document = ?", (document,))
    assert store.found(ASKED) is None
    store.keep(ASKED, FOUND)
    assert store.found(ASKED) == FOUND


def test_what_was_opened_least_recently_goes_first_and_the_file_stays_small(
    database: Database,
) -> None:
    store, opened = AnalysisStore(database, 70_000), ArticleStore(database)
    found = [long_one(number) for number in range(5)]
    questions = [Asked(analysis.article, Options(), ()) for analysis in found]
    for question, analysis in zip(questions, found, strict=True):
        opened.opened(question.article)
        opened.opened(questions[0].article)  # this one is opened again and again
        store.keep(question, analysis)
    kept = [number for number, question in enumerate(questions) if store.found(question)]
    assert kept == [0, 4]
    assert database.path.stat().st_size < 200_000
    AnalysisStore(database, 100).keep(questions[1], found[1])
    assert store.found(questions[0]) is None
    assert database.path.stat().st_size < 100_000


def test_of_an_article_that_is_known_no_more_nothing_is_kept(database: Database) -> None:
    analysis = long_one(1)
    AnalysisStore(database).keep(Asked(analysis.article, Options(), ()), analysis)
    assert AnalysisStore(database).found(Asked(analysis.article, Options(), ())) is None
