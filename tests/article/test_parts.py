"""Of a source with several articles each is had by its name, its number or its address."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.article import addresses, loading
from tui.article.addresses import FetchError, Page
from tui.article.listing import articles
from tui.article.loading import (
    ArticleError,
    SeveralError,
    article_from_bytes,
    load,
    parts_of,
)
from tui.article.opening import opened

ITEM = (
    "<item><title>{}</title><link>{}</link><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate></item>"
)
TEXT = "<p>The ferry to Norrland stopped on Monday and will not run before the spring.</p>"
WHOLE = "<item><title>{}</title><description><![CDATA[{}]]></description></item>"


def feed(*items: str) -> str:
    return f'<rss version="2.0"><channel><title>News</title>{"".join(items)}</channel></rss>'


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, Page]:
    """The pages of a web that is there for the test alone; which was named is told in its name."""
    pages = dict[str, Page]()

    def fetch(address: str, *, named: bool) -> Page:
        if address not in pages:
            raise FetchError(f"it is not there ({named})")
        return pages[address]

    monkeypatch.setattr(addresses, "fetch", fetch)
    monkeypatch.setattr(loading, "_remembered", type(loading._remembered)())
    return pages


def page(text: str, name: str = "page.html", kept_on: str | None = None) -> Page:
    return Page(text.encode(), "", name, kept_on)


SITE = "https://news.example"


def test_an_entry_that_a_feed_leads_to_is_fetched_once_it_is_named(web: dict[str, Page]) -> None:
    web[f"{SITE}/feed"] = page(feed(ITEM.format("One", "/a"), ITEM.format("Two", "b")), "feed.rss")
    web[f"{SITE}/a"] = page(f"<html><body><h1>One</h1>{TEXT}</body></html>")
    parts = parts_of(f"{SITE}/feed")
    assert parts is not None
    assert [(p.title, p.date, p.link) for p in parts] == [
        ("One", "2021-05-03", f"{SITE}/a"), ("Two", "2021-05-03", f"{SITE}/b")
    ]  # fmt: skip
    assert load(f"{SITE}/feed#{parts[0].name}").title == "One"
    assert load(f"{SITE}/feed#1").source == f"{SITE}/a"
    with pytest.raises(ArticleError, match=rf"^cannot read {SITE}/b: it is not there \(True\)$"):
        load(f"{SITE}/feed#2")


def test_a_host_that_nobody_named_is_not_trusted(web: dict[str, Page]) -> None:
    items = [ITEM.format("One", "https://other.example/a"), ITEM.format("Two", "ftp://x.example/b")]
    web[f"{SITE}/feed"] = page(feed(*items), "feed.rss")
    with pytest.raises(ArticleError, match=r"it is not there \(False\)$"):
        load(f"{SITE}/feed#1")
    with pytest.raises(ArticleError, match=r"#2: it has neither text nor an address$"):
        load(f"{SITE}/feed#2")


def test_a_feed_of_one_address_only_leads_to_it(web: dict[str, Page], tmp_path: Path) -> None:
    path = tmp_path / "one.rss"
    path.write_text(feed(ITEM.format("One", f"{SITE}/a")))
    with pytest.raises(SeveralError) as told:
        load(str(path))
    (part,) = told.value.parts
    assert told.value.reason == (f"it only leads to an article: to have it fetched, name {part}")
    web[f"{SITE}/a"] = page(feed(ITEM.format("On", f"{SITE}/b")), "feed.rss")
    with pytest.raises(SeveralError, match=rf"^cannot read {SITE}/a: it only leads to"):
        load(part)
    path.write_text(feed(ITEM.format("One", "/a"), ITEM.format("Two", f"{SITE}/a")))
    assert [p.link for p in parts_of(str(path)) or ()] == [None, f"{SITE}/a"]


def test_a_feed_of_one_article_is_it(tmp_path: Path) -> None:
    data = feed(WHOLE.format("One", TEXT)).encode()
    assert article_from_bytes(data, "-", "one.rss").title == "One"
    with pytest.raises(SeveralError, match=r"^cannot read standard input: it holds 2 articles: "):
        article_from_bytes(feed(WHOLE.format("One", TEXT), WHOLE.format("2", TEXT)).encode(), "-")
    path = tmp_path / "one.rss"
    path.write_bytes(data)
    assert parts_of(f"{path}#1") is None


def test_a_part_that_holds_nothing_says_so(tmp_path: Path) -> None:
    path = tmp_path / "two.rss"
    path.write_text(feed(WHOLE.format("One", "<br>x<script>y</script>"), WHOLE.format("2", TEXT)))
    assert load(f"{path}#2").title == "2"
    path.write_text(feed(WHOLE.format("One", "<img src='x'>"), WHOLE.format("2", TEXT)))
    with pytest.raises(ArticleError, match=r"#1: there is no text in the entry$"):
        load(f"{path}#1")


def test_a_place_in_a_page_is_the_page(web: dict[str, Page]) -> None:
    web[f"{SITE}/a"] = page(f"<html><body><h1>One</h1>{TEXT}</body></html>")
    assert load(f"{SITE}/a#place").title == "One"
    with pytest.raises(ArticleError, match=rf"^cannot read {SITE}/b#c: it is not there \(True\)$"):
        load(f"{SITE}/b#c")


def test_a_page_that_was_kept_says_when(web: dict[str, Page]) -> None:
    web[f"{SITE}/a"] = page(f"<html><body>{TEXT}</body></html>", kept_on="2021-05-03")
    web[f"{SITE}/b"] = page(f"<html><body>{TEXT}</body></html>")
    assert load(f"{SITE}/a").note == (
        "there is no network: this is the page as it was kept on 2021-05-03"
    )
    assert load(f"{SITE}/b").note is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("0", "there is no '0' in {}, but 1 to 2, in its order"),
        ("3", "there is no '3' in {}, but 1 to 2, in its order"),
        ("x", "there is no 'x' in {}, but 1 to 2, in its order"),
        ("0000000010", "there is no '0000000010' in {}, but 1 to 2, in its order"),
        ("10000000001", "there is no '10000000001' in {}, but 1 to 2, in its order"),
    ],
)
def test_a_part_that_there_is_not_is_said_not_to_be_there(
    name: str, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "two.rss"
    path.write_text(feed(WHOLE.format("One", TEXT), WHOLE.format("2", TEXT)))
    with pytest.raises(ArticleError) as error:
        load(f"{path}#{name}")
    assert error.value.reason == told.format(path)
    with pytest.raises(SeveralError) as several:
        load(str(path))
    assert several.value.reason == (
        f"it holds 2 articles: name one, such as {several.value.parts[0]}"
    )


def test_only_the_last_sources_are_remembered(web: dict[str, Page], tmp_path: Path) -> None:
    paths = [tmp_path / f"{i}.rss" for i in range(6)]
    for path in paths:
        path.write_text(feed(WHOLE.format("One", TEXT), WHOLE.format(path.stem, TEXT)))
    known = parts_of(str(paths[0]))
    for path in paths[1:4]:
        parts_of(str(path))
    assert parts_of(str(paths[0])) is known
    parts_of(str(paths[4]))
    assert parts_of(str(paths[0])) is known  # it was asked for again
    assert len(loading._remembered) == 4
    paths[0].write_text(feed(WHOLE.format("One", TEXT), WHOLE.format("other", TEXT)))
    assert [part.title for part in parts_of(str(paths[0])) or ()] == ["One", "other"]


class Broken(io.BytesIO):
    """A pipe that breaks."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(5, "Broken Pipe")


@pytest.mark.parametrize("data", ["Rain again\n\nIt rained on.", ""])
def test_what_is_piped_is_read(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    if data:
        assert load("-").text == data
    else:
        with pytest.raises(ArticleError, match=r"^cannot read standard input: there is no text"):
            load("-")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Broken()))
    with pytest.raises(ArticleError, match=r"^cannot read standard input: broken pipe$"):
        load("-")


def test_the_clipboard_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.pasted.pasted", lambda: b"Rain again\n\nIt rained on.")
    assert load("clipboard:").text == "Rain again\n\nIt rained on."


def test_how_much_is_read_at_most(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(loading, "LARGEST", 6)
    monkeypatch.setattr(loading, "_LARGEST_TEXT", 5)
    path = tmp_path / "a.txt"

    def file(data: bytes) -> str:
        path.write_bytes(data)
        return str(path)

    readers: list[Callable[[bytes], object]] = [
        lambda data: article_from_bytes(data, "a.txt"), lambda data: load(file(data))
    ]  # fmt: skip
    for read in readers:
        read(b"Rain.")
        with pytest.raises(ArticleError, match=r"txt: it is text, and larger than 0 MB$"):
            read(b"Rains.")
        with pytest.raises(ArticleError, match=r"txt: larger than 256 MB$"):
            read(b"Rained.")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Rained.")))
    with pytest.raises(ArticleError, match=r"^cannot read standard input: larger than 256 MB$"):
        load("-")


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("a" * 240, "a" * 240), ("a" * 241, "a" * 239 + "…"), ("", "a file without a name"),
        ("a\n b", "a b"), ("-", "standard input"), ("clipboard:", "the clipboard"),
        ("\udce9", "?"),
    ],
)  # fmt: skip
def test_how_a_source_is_called(source: str, named: str) -> None:
    assert str(ArticleError(source, "it is\na test")) == f"cannot read {named}: it is a test"


def test_a_part_that_leads_to_several_says_so(web: dict[str, Page], tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_text(feed(ITEM.format("One", f"{SITE}/f"), ITEM.format("Two", f"{SITE}/b")))
    web[f"{SITE}/f"] = page(feed(WHOLE.format("A", TEXT), WHOLE.format("B", TEXT)), "f.rss")
    leads = f"cannot read {SITE}/f: it holds 2 articles: name one, such as {SITE}/f#"
    (told,) = articles([f"{path}#1"])
    assert isinstance(told, SeveralError)
    assert str(told).startswith(leads)
    with pytest.raises(SeveralError, match=f"^{leads}"):
        opened([f"{path}#1"])


def test_what_is_on_the_clipboard_by_now_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    both = feed(WHOLE.format("A", TEXT), WHOLE.format("B", TEXT)).encode()
    monkeypatch.setattr("tui.article.pasted.pasted", lambda: both)
    monkeypatch.setattr(loading, "_remembered", type(loading._remembered)())
    assert [part.title for part in parts_of("clipboard:") or ()] == ["A", "B"]
    monkeypatch.setattr("tui.article.pasted.pasted", lambda: b"Rain again\n\nIt rained on.\n")
    assert load("clipboard:#2").title == "B"  # of those that were listed
    assert parts_of("clipboard:") is None
    assert load("clipboard:").title == "Rain again"
