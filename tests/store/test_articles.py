"""The articles that were opened: the latest first, with the place where each was left."""

from pathlib import Path

import pytest

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.options import Options
from tui.article.loading import article_from_text, load
from tui.article.model import Article
from tui.article.sources import is_there
from tui.store import articles
from tui.store.analyses import AnalysisStore, Asked
from tui.store.articles import ArticleStore, Place
from tui.store.database import Database

TOP = Place(0, None, 0.0)


@pytest.fixture
def store(tmp_path: Path) -> ArticleStore:
    return ArticleStore(Database(tmp_path / "pullquote.db"))


def article(folder: Path, name: str, text: str | None = None) -> Article:
    path = folder / f"{name}.txt"
    path.write_text(text or f"{name.title()} is its title\n\nIt rains.\n", encoding="utf-8")
    return load(str(path))


def names(store: ArticleStore, most: int = 9) -> list[str]:
    return [Path(opened.source).stem for opened in store.latest(most)]


def test_the_latest_is_first_and_none_is_twice(store: ArticleStore, tmp_path: Path) -> None:
    for name in ("one", "two", "one", "three"):
        store.opened(article(tmp_path, name))
    assert names(store) == ["three", "one", "two"]
    assert names(store, 1) == ["three"]
    (first, *_) = store.latest(9)
    assert (first.title, first.voices, first.place) == ("Three is its title", (), TOP)


def test_a_place_is_found_again_wherever_the_article_lies(
    store: ArticleStore, tmp_path: Path
) -> None:
    here, place = article(tmp_path, "here"), Place(7, 12, 0.25)
    assert store.opened(here) == TOP
    store.left(here, place)
    piped = article_from_text(here.text)
    assert store.opened(piped) == place
    assert names(store) == ["here"]
    (tmp_path / "there.txt").write_text(here.text, encoding="utf-8")
    assert store.opened(load(str(tmp_path / "there.txt"))) == place
    assert names(store) == ["there"]


def test_a_file_with_other_words_is_another_article(store: ArticleStore, tmp_path: Path) -> None:
    before = article(tmp_path, "news")
    store.opened(before)
    store.left(before, Place(7, None, 0.5))
    assert store.opened(article(tmp_path, "news", "All is new\n\nIt is.")) == TOP
    assert [opened.title for opened in store.latest(9)] == ["All is new"]


def test_what_is_piped_is_on_no_shelf(store: ArticleStore) -> None:
    store.opened(article_from_text("It rains.\n\nIt does.\n"))
    assert names(store) == []


def test_the_list_does_not_grow_for_ever(
    store: ArticleStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "MOST_ARTICLES", 3)
    for name in "abcde":
        store.opened(article(tmp_path, name))
    assert names(store) == ["e", "d", "c"]


def test_voices_come_by_share(tmp_path: Path) -> None:
    database, found = Database(tmp_path / "pullquote.db"), voiced_harbour()
    store = ArticleStore(database)
    store.opened(found.article)
    AnalysisStore(database).keep(Asked(found.article, Options(), ()), found)
    (opened,) = store.latest(1)
    shares = [voice.share for voice in opened.voices]
    assert shares == sorted((s.share for s in found.speakers if s.quotes), reverse=True)
    assert "Piet Oduya" in [voice.name for voice in opened.voices]


def test_an_article_whose_path_is_no_text_has_its_place_and_no_path(
    store: ArticleStore, tmp_path: Path
) -> None:
    folder, place = tmp_path / "caf\udce9", Place(7, 12, 0.25)
    folder.mkdir()
    here = article(folder, "here")
    assert store.opened(here) == TOP
    store.left(here, place)
    assert store.opened(here) == place
    assert names(store) == []


@pytest.mark.parametrize("name", ["two  blanks", "soft\xadhyphen", "line\nend", " space "])
def test_whatever_its_file_is_called_it_is_found_again(
    store: ArticleStore, tmp_path: Path, name: str
) -> None:
    store.opened(article(tmp_path, name, "It rains.\n\nIt rained.\n"))
    (opened,) = store.latest(9)
    assert is_there(opened.source)
    assert opened.source == str(tmp_path / f"{name}.txt")
    assert opened.title.isprintable()
