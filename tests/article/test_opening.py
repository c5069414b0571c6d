"""What sources open: one article, or a list of several."""

from pathlib import Path

import pytest

from tests.reader.test_library import write_letters
from tui.article.loading import ArticleError
from tui.article.model import Article
from tui.article.opening import Listing, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rain.txt").write_text("Rain again\n\nIt rains.\n", encoding="utf-8")
    (tmp_path / "fog.txt").write_text("Fog again\n\nIt is dim.\n", encoding="utf-8")
    write_letters(tmp_path / "letters.mbox")
    return tmp_path


def names(found: Article | Listing) -> list[str]:
    assert isinstance(found, Listing)
    return [Path(entry.source).name for entry in found.entries]


def test_one_article_is_read(folder: Path) -> None:
    found = opened([str(folder / "rain.txt")])
    assert isinstance(found, Article)
    assert found.title == "Rain again"


def test_several_are_listed_in_the_order_in_which_they_are_named(folder: Path) -> None:
    found = opened([str(folder / "rain.txt"), str(folder / "fog.txt")])
    assert names(found) == ["rain.txt", "fog.txt"]
    assert isinstance(found, Listing)
    assert (found.name, found.problems) == ("", [])


def test_a_folder_is_listed_under_its_name(folder: Path) -> None:
    found = opened([str(folder)])
    assert names(found) == ["fog.txt", "letters.mbox", "rain.txt"]
    assert isinstance(found, Listing)
    assert found.name == folder.name


def test_a_file_of_several_is_listed_under_its_name(folder: Path) -> None:
    found = opened([str(folder / "letters.mbox")])
    assert isinstance(found, Listing)
    assert [entry.title for entry in found.entries] == ["The well is dry", "The well is full"]
    assert found.name == "letters.mbox"


def test_what_cannot_be_listed_is_told_beside_what_can(folder: Path) -> None:
    found = opened([str(folder / "rain.txt"), "/nowhere"])
    assert names(found) == ["rain.txt"]
    assert isinstance(found, Listing)
    assert found.problems == ["cannot read /nowhere: no such file or directory"]


def test_where_there_is_nothing_the_first_reason_is_told() -> None:
    with pytest.raises(ArticleError, match=r"^cannot read /nowhere: no such file or directory$"):
        opened(["/nowhere", "/neither"])
