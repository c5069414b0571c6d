"""Which single articles sources stand for."""

from pathlib import Path

import pytest

from tests.reader.test_library import write_letters
from tui.article.listing import articles, listed, parts_listed
from tui.article.loading import ArticleError, SeveralError, load
from tui.article.model import Article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("Rain again\n\nIt rains.\n", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(bytes(99))
    (tmp_path / "picture.png").touch()
    (tmp_path / "b.quotes.md").write_text("# Rain again\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("# What is here\n", encoding="utf-8")
    write_letters(tmp_path / "letters.mbox")
    return tmp_path


def test_a_folder_stands_for_the_articles_in_it(folder: Path) -> None:
    names = [Path(entry.source).name for entry in listed(str(folder))]
    assert names == ["b.txt", "c.txt", "letters.mbox"]


def test_a_pattern_stands_for_the_files_that_it_fits(folder: Path) -> None:
    assert [Path(e.source).name for e in listed(f"{folder}/*.txt")] == ["b.txt", "c.txt"]
    assert [Path(e.source).name for e in listed(f"{folder}/README.md")] == ["README.md"]
    with pytest.raises(ArticleError, match=r": no file has such a name$"):
        listed(f"{folder}/*.pdf")


def test_a_mailbox_is_its_messages(folder: Path) -> None:
    parts = parts_listed(str(folder / "letters.mbox"))
    assert [part.title for part in parts] == ["The well is dry", "The well is full"]
    assert load(parts[1].source).title == "The well is full"
    assert load(parts[1].source).source == parts[1].source
    assert parts_listed(str(folder / "b.txt")) == []


def test_of_several_articles_one_has_to_be_named(folder: Path) -> None:
    box = str(folder / "letters.mbox")
    with pytest.raises(SeveralError, match=r"it holds 2 articles: name one, such as .*mbox#"):
        load(box)
    with pytest.raises(ArticleError, match="there is no 'nothing' in"):
        load(f"{box}#nothing")
    with pytest.raises(ArticleError, match="is one article, without parts"):
        load(f"{folder}/b.txt#1")


def test_each_article_comes_and_what_is_none_is_said_in_its_place(folder: Path) -> None:
    found = list(articles([str(folder), "/nowhere"]))
    told = [one.title if isinstance(one, Article) else str(one)[-20:] for one in found]
    assert told == [
        "Rain again", "c.txt: not a text file"[-20:], "The well is dry", "The well is full",
        "no such file or directory"[-20:],
    ]  # fmt: skip


def test_what_a_feed_only_leads_to_is_not_fetched(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    words = "“It rains,” said Ada Falk. " * 60
    feed.write_text(
        '<rss version="2.0"><channel><title>Paper</title>'
        "<item><title>Far</title><link>http://paper.invalid/a</link></item>"
        f"<item><title>Here</title><link>http://paper.invalid/b</link>"
        f"<description>{words}</description></item></channel></rss>",
        encoding="utf-8",
    )
    far, here = articles([str(feed)])
    assert "http://paper.invalid/a: the feed only leads to it" in str(far)
    assert isinstance(here, Article)
    assert here.title == "Here"
    assert [part.link for part in parts_listed(str(feed))] == ["http://paper.invalid/a", None]


def test_a_part_is_found_by_its_number_too(folder: Path) -> None:
    box = str(folder / "letters.mbox")
    assert load(f"{box}#2").title == "The well is full"
    with pytest.raises(ArticleError, match=r"there is no '3' in .*, but 1 to 2, in its order"):
        load(f"{box}#3")


def test_a_pattern_with_two_stars_reaches_into_folders_below(folder: Path) -> None:
    (folder / "older" / "still").mkdir(parents=True)
    (folder / "older" / "still" / "a.txt").write_text("Fog\n", encoding="utf-8")
    found = [str(Path(e.source).relative_to(folder)) for e in listed(f"{folder}/**/*.txt")]
    assert found == ["b.txt", "c.txt", "older/still/a.txt"]


def test_a_part_that_is_named_is_listed_by_its_file_and_its_name(folder: Path) -> None:
    (entry,) = listed(f"{folder}/letters.mbox#2")
    assert (entry.source, entry.title) == (f"{folder}/letters.mbox#2", "letters.mbox, 2")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("  ", "no name is given"),
        ("/nowhere", "no such file or directory"),
        ("/nowhere.mbox#2", "no such file or directory"),
        ("x" * 5000, "file name too long"),
    ],
)
def test_why_a_source_stands_for_nothing_is_said(source: str, said: str) -> None:
    with pytest.raises(ArticleError, match=f": {said}$"):
        listed(source)


def test_what_comes_behind_a_source_that_cannot_be_read_is_read(folder: Path) -> None:
    missing, rain = articles(["/nowhere", str(folder / "b.txt")])
    assert isinstance(missing, ArticleError)
    assert isinstance(rain, Article)
