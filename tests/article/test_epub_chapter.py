"""A chapter of a book: its blocks, the places in it, and what it says that it is."""

import pytest

from tests.article.test_epub_book import page
from tui.article import epub_chapter
from tui.article.epub_chapter import Chapter, parsed_page, pieces_of_markup, read_chapter


def chapter(body: str, attributes: str = "") -> Chapter:
    return read_chapter(page(f"<body{attributes}>{body}</body>").encode())


def told(body: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in chapter(body).pieces]


ROWS = "<tr><th>Year</th><th>Sacks</th></tr><tr><td>1952</td><td>311</td></tr>"
TURNS = "<tr><td>FALK:</td><td>Not a word.</td></tr><tr><td>SAND:</td><td>Nor I.</td></tr>" * 2
SAID = "Nobody on the quay could tell for how long the crews would be away."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("one<p>two</p>three",
         [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")]),
        ("<p>one <b>two</b>\n three</p>", [("paragraph", "one two three")]),
        *((f"<{tag}>one</{tag}>", [("heading", "one")]) for tag in ("h1", "h6")),
        ("<h2>one<br/>two</h2>", [("heading", "one two")]),
        ("<h2><p>one</p></h2>", [("heading", "one")]),
        ("<blockquote>one<h2>two</h2><ul><li>three</li></ul></blockquote>",
         [("quote", "one"), ("quote", "two"), ("quote", "three")]),
        ("<ul><li>one</li><li>two</li></ul>", [("item", "one"), ("item", "two")]),
        ("<ol><li>one</li><li>two</li></ol>", [("item", "1. one"), ("item", "2. two")]),
        ("<ol start='4'><li>one</li></ol>", [("item", "4. one")]),
        ("<ol start='-4'><li>one</li></ol>", [("item", "-4. one")]),
        ("<ol start='x'><li>one</li></ol>", [("item", "1. one")]),
        ("<ol><li value='7'>one</li><li>two</li></ol>", [("item", "7. one"), ("item", "8. two")]),
        ("<ul><li><p>one</p><p>two</p></li></ul>", [("item", "one"), ("paragraph", "two")]),
        ("<ol><li>one<ul><li>a</li></ul></li><li>two</li></ol>",
         [("item", "1. one"), ("item", "a"), ("item", "2. two")]),
        ("<pre>one\n  two\n\nthree</pre>",
         [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")]),
        ("<blockquote>zero<pre>one</pre></blockquote>", [("quote", "zero"), ("quote", "one")]),
        (f"<p>{SAID}<br/>It rained.</p>", [("paragraph", SAID), ("paragraph", "It rained.")]),
        ("<p>It rained,<br/>and more</p>", [("paragraph", "It rained, and more")]),
        (f"<table>{ROWS}</table>", [("paragraph", "Year | Sacks"), ("paragraph", "1952 | 311")]),
        ("<blockquote><table><tr><td>a</td><td>b</td></tr></table></blockquote>",
         [("quote", "a | b")]),
        ("<table><tr><td>a</td></tr></table>", [("paragraph", "a")]),
        (f"<table><tr><td>{'x' * 100}</td><td>b</td></tr></table>",
         [("paragraph", f"{'x' * 100} | b")]),
        (f"<table><tr><td>{'x' * 101}</td><td>b</td></tr></table>",
         [("paragraph", "x" * 101), ("paragraph", "b")]),
        ("<table><tr><td><p>a</p></td><td>b</td></tr></table>", [("paragraph", "a | b")]),
        ("<table><tr><td><p>a</p><p>c</p></td><td>b</td></tr></table>",
         [("paragraph", "a"), ("paragraph", "c"), ("paragraph", "b")]),
        (f"zero<table>{TURNS}</table>",
         [("paragraph", "zero"), *[("turn", "FALK: Not a word."), ("turn", "SAND: Nor I.")] * 2]),
        (f"<table>{TURNS.replace('Nor I.', '<p>Nor</p><p>I.</p>')}</table>",
         [("paragraph", "FALK: | Not a word."), ("paragraph", "SAND:"), ("paragraph", "Nor"),
          ("paragraph", "I.")] * 2),
        ("<div><p>a</p>b<p>c</p>d</div>",
         [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c"), ("paragraph", "d")]),
        ("<p>a<script>b</script>c<style>d</style>e</p>", [("paragraph", "ace")]),
        ("<p>a<span hidden=''>b</span>c<!-- d -->e</p>", [("paragraph", "ace")]),
        ("<p>a&nbsp;b &mdash; c &amp; d &unknown; e</p>", [("paragraph", "a b — c & d e")]),
    ],
)  # fmt: skip
def test_the_blocks_of_a_chapter(body: str, expected: list[tuple[str, str]]) -> None:
    if "&unknown;" in body:  # no XHTML: it is read as browsers do
        expected = [("paragraph", "a b — c & d &unknown; e")]
    assert told(body) == expected


@pytest.mark.parametrize(
    ("aside", "stays"),
    [
        ("<a epub:type='noteref' href='#n'>x</a>", False),
        ("<aside role='doc-footnote'>x</aside>", False),
        ("<span epub:type='bridgehead'>x</span>", True), ("<span class='pagenum'>12</span>", False),
        ("<span class='PageNum'>[xii]</span>", False),
        ("<span class='pagenum'>p. 12</span>", False),
        ("<span class='pagenum'>Page twelve</span>", True), ("<span class='num'>12</span>", True),
        ("<span class='pagenum'></span>", True), ("<span class='pagenum'>12345</span>", True),
    ],
)  # fmt: skip
def test_notes_and_the_numbers_of_printed_pages_are_left_out(aside: str, stays: bool) -> None:
    words = "".join(aside.partition(">")[2].partition("<")[0])
    assert told(f"<p>One{aside}two</p>") == [("paragraph", f"One{words if stays else ''}two")]
    in_cell = f"<table><tr><td>One{aside}two</td><td>b</td></tr></table>"
    assert told(in_cell) == [("paragraph", f"One{words if stays else ''}two | b")]


NEXT, BACK = "<a href='b.xhtml'>Next</a>", "<a href='a.xhtml'>Previous</a>"


@pytest.mark.parametrize(
    ("bar", "stays"),
    [
        (f"{BACK} | {NEXT}", False), (f"[ {NEXT} ]", True), (f"{BACK} and {NEXT}", True),
        (f"{BACK} | <a href='c.xhtml'>The fog</a>", True), (f"{BACK} | <a>Next</a>", True),
        (f"{BACK} {'·' * 107}{NEXT}", False), (f"{BACK} {'·' * 108}{NEXT}", True),
        ("<a href='a'>Main menu</a> / <a href='b'>Section 2</a>", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["div", "p", "nav"])
def test_bars_of_links_between_articles_are_left_out(bar: str, stays: bool, tag: str) -> None:
    assert (len(told(f"<p>One</p><{tag}>{bar}</{tag}>")) > 1) == stays


def test_places_begin_with_the_piece_that_follows_them() -> None:
    made = chapter(
        "<h1 id='a'>One</h1><p id='b'>Two <span id='c'>three</span><a name='d'>four</a></p>"
        "<a id='e'></a><a name='f'/><p>Five</p><p name='g'>Six</p><p id='a'>Seven</p><hr id='z'/>"
    )
    assert made.places == {"a": 0, "b": 1, "c": 1, "d": 1, "e": 2, "f": 2, "z": 5}


def test_a_chapter_tells_what_it_is() -> None:
    assert chapter("x", " epub:type='Cover frontmatter' role='doc-cover'").types == {
        "cover", "frontmatter", "doc-cover"
    }  # fmt: skip
    assert chapter("<section epub:type='toc'>x</section>").types == {"toc"}
    assert chapter("<section epub:type='toc'>x</section><p>y</p>").types == set()
    assert chapter("<!-- x --><section epub:type='toc'>x</section>").types == {"toc"}


def test_links_and_their_letters_are_counted() -> None:
    made = chapter("<p><a href='b'>ab<b>cd</b></a> <a>ef</a> <a href='c'>g</a></p>")
    assert (made.links, made.linked) == (2, 5)


def test_a_chapter_that_is_too_long_or_none_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r"^it is damaged: a chapter of it cannot be read$"):
        parsed_page(b"")
    assert parsed_page(b"<p>one").tag == "html"
    monkeypatch.setattr(epub_chapter, "LARGEST", 8)
    assert parsed_page(b"<p>1</p>").tag == "p"
    with pytest.raises(ValueError, match=r"^a chapter of it is larger than 0 MB$"):
        parsed_page(b"<p>12</p>")


def test_entities_that_a_chapter_declares_are_left_out() -> None:
    head = '<!DOCTYPE html [<!ENTITY rain "fog">]>'
    data = page("<body><p>So &rain; it is</p></body>", head).encode()
    assert [piece.text for piece in read_chapter(data).pieces] == ["So it is"]


def test_a_piece_of_markup_is_its_blocks() -> None:
    made = pieces_of_markup("<h2>Öne</h2><p>two &amp; <b>three")
    assert [(p.kind, p.text) for p in made] == [("heading", "Öne"), ("paragraph", "two & three")]
    assert pieces_of_markup("") == []
