"""What `make fuzz` found, each as small as it gets, and a few damaged documents of every kind."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzzing.documents import SEEDS, Loader
from tests.fuzzing.mutations import mutated
from tests.fuzzing.promises import LONGEST_LINE, check_loading
from tui.article.loading import ArticleError, article_from_bytes, parts_of

PAGE = """<html><body><article><h1>Ferry late</h1>
<nav>Menu</nav>\x01The ferry to Ostrand was late again on Monday, the harbour master said.
<p>“We wait\x03 for the ice,” said Ada Falk, who has waited before.</p></article></body></html>"""
MESSAGE = """From a@b.example Mon Jan  5 10:00:00 2026
From: Ada Falk <a@b.example>
Date: {date}
Subject: {subject}

The ferry was late.

"""
ITEM = (
    "<item><title>{title}</title><pubDate>{date}</pubDate><description>It is.</description></item>"
)
RSS = f"<rss version='2.0'><channel>{ITEM}{ITEM}</channel></rss>"


def found(data: str, name: str, folder: Path) -> list[tuple[str, str | None]]:
    """The titles and dates of the parts of a document."""
    path = folder / name
    path.write_text(data, encoding="utf-8", newline="")
    return [(part.title, part.date) for part in parts_of(str(path)) or ()]


@pytest.mark.parametrize(("first", "second"), [("\x01", "\x03"), ("&#1;", "&#x3"), ("\ufffe", "")])
def test_a_page_with_control_characters_is_read_without_them(first: str, second: str) -> None:
    page = PAGE.replace("\x01", first).replace("\x03", second)
    text = article_from_bytes(page.encode(), "page.html").text
    assert "The ferry to Ostrand was late" in text
    assert "“We wait for the ice,”" in text
    assert "Menu" not in text


@pytest.mark.parametrize("year", ["99999999999", "2026 10:00:00 +99999999999999999999"])
def test_a_date_that_cannot_be_costs_no_message_and_no_entry(year: str, tmp_path: Path) -> None:
    date = f"Mon, 5 Jan {year}" if " " in year else f"Mon, 5 Jan {year} 10:00:00 +0000"
    mail = MESSAGE.format(date=date, subject="One")
    mail += MESSAGE.format(date="Mon, 5 Jan 2026 10:00:00 +0000", subject="Two")
    assert found(mail, "a.mbox", tmp_path) == [("One", None), ("Two", "2026-01-05")]
    feed = RSS.format(title="Late", date=date)
    assert found(feed, "a.rss", tmp_path) == [("Late", date)] * 2


def test_a_message_full_of_marks_of_signatures_is_read() -> None:
    _, _, data = MESSAGE.format(date="", subject="Marks").partition("\n")
    assert check_loading((data + "-- \nx\n" * 4_000).encode(), "a.eml") == "article"


def test_titles_of_parts_are_clean_lines(tmp_path: Path) -> None:
    mail = MESSAGE.format(date="", subject="Ferry \x1b[2J\x07 \u202elate") * 2
    assert [title for title, _ in found(mail, "a.mbox", tmp_path)] == ["Ferry late"] * 2


def test_an_error_is_no_longer_than_a_line_or_two() -> None:
    with pytest.raises(ArticleError) as raised:
        article_from_bytes(b"", "https://courier.example/" + "9" * 9999)
    assert str(raised.value).endswith("9…: there is no text in it")
    assert len(str(raised.value)) < LONGEST_LINE


def test_a_page_of_boxes_in_boxes_without_end_is_read() -> None:
    box = '<div class="box"><h3>Also read</h3><ul><li><a href="#">One</a></li></ul>'
    page = (
        f"{PAGE.partition('<article>')[0]}<nav></nav>{box * 1_500}<p>The ferry was late again.</p>"
    )
    assert check_loading(page.encode(), "page.html") == "article"


@pytest.mark.parametrize("path", SEEDS[::2], ids=lambda path: str(path.name))
def test_a_damaged_document_is_an_article_or_one_clear_line(path: Path) -> None:
    check_loading(mutated(path.read_bytes(), Random(path.name)), path.name)


def test_a_page_of_footers_in_footers_without_end_is_read() -> None:
    footers = '<div class="footer"><a href="#">One</a>' * 1_900
    page = f"{PAGE.partition('<article>')[0]}<nav></nav><p>The ferry was late again.</p>{footers}"
    assert check_loading(page.encode(), "page.html") == "article"


def test_a_process_loads_documents_and_says_what_came_of_each() -> None:
    loader = Loader()
    try:
        assert loader.load(PAGE.encode(), "page.html") == ("article", False)
        assert loader.load(b" \n", "empty.txt") == ("there is no text in it", False)
    finally:
        loader.end()


def test_a_document_that_takes_longer_than_it_may_is_told_of_and_ends_its_process() -> None:
    loader = Loader(0.001)
    try:
        assert loader.load(PAGE.encode(), "page.html") == (
            "it took longer than 0.001 seconds",
            True,
        )
    finally:
        loader.end()


def test_the_same_chance_makes_the_same_document() -> None:
    for path in SEEDS[::9]:
        data = path.read_bytes()
        assert mutated(data, Random(1)) == mutated(data, Random(1)) != data
