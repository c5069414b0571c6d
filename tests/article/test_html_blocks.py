"""The blocks of a web page, as a browser shows them."""

import pytest

from tests.article.test_html_page import PROSE, QUOTED, blocks, page
from tui.article.html_blocks import blocks_of
from tui.article.html_source import tree_of


def told(inside: str) -> list[tuple[str, str]]:
    """The blocks that some markup is, between paragraphs."""
    made = blocks(page(f"{PROSE}{QUOTED}{inside}{PROSE.replace('Monday', 'Friday')}"))
    return made[3:-1]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<ol start='3'><li>one</li><li>two</li></ol>", [("item", "3. one"), ("item", "4. two")]),
        ("<ol start='x'><li>one</li></ol>", [("item", "1. one")]),
        ("<ol start='1234567'><li>one</li></ol>", [("item", "1. one")]),
        ("<ol><li>one<ul><li>a</li></ul></li><li>two</li></ol>",
         [("item", "1. one"), ("item", "- a"), ("item", "2. two")]),
        ("<ul><li><p>one</p><p>and more of it</p></li></ul>",
         [("item", "- one"), ("paragraph", "and more of it")]),
        ("<p>one<br>two</p>", [("paragraph", "one"), ("paragraph", "two")]),
        ("<p>It rains.<br><br>It still rains.</p>",
         [("paragraph", "It rains."), ("paragraph", "It still rains.")]),
        ("<h3>Who\nwaits</h3>", [("heading", "Who waits")]),
        ("<p>So <img class='emoji' alt='🙂'>.</p>", [("paragraph", "So 🙂.")]),
        ("<p>So <img class='photo' alt='A quay'>.</p>", [("paragraph", "So .")]),
        ("<p>“So <q>it <q>is</q></q>”</p>", [("paragraph", "“So “it ‘is’””")]),
        ("<table><tr><td><p>One.</p></td><td><p>Two.</p></td></tr></table>",
         [("paragraph", "One."), ("paragraph", "Two.")]),
        ("<p>• one</p>", [("item", "• one")]),
        ("<p>It rained.<a href='#n1'><sup>1</sup></a></p>", [("paragraph", "It rained.")]),
        ("<p>It rained.<sup><a href='#n1'>1</a></sup></p>", [("paragraph", "It rained.")]),
        ("<p>It rained.<sup><a href='/n1'>1</a></sup> So.</p>", [("paragraph", "It rained.1 So.")]),
        ("<p>It rained.<sup>2</sup> So.</p>", [("paragraph", "It rained.2 So.")]),
        ("<p>It rained.<a role='doc-noteref' href='#n1'>1</a></p>", [("paragraph", "It rained.")]),
        ("<p>It rained <a href='#n1'>in <sup>part</sup></a>.</p>",
         [("paragraph", "It rained in part.")]),
        ("<blockquote><p>No.</p><ul><li>one</li></ul></blockquote>",
         [("quote", "> No."), ("quote", "> one")]),
    ],
)  # fmt: skip
def test_what_a_page_shows(inside: str, expected: list[tuple[str, str]]) -> None:
    assert told(inside) == expected


def shown(markup: str) -> list[tuple[str, str]]:
    """The blocks of a body, whatever they are to the article."""
    body = tree_of(f"<html><body>{markup}</body></html>".encode()).find("body")
    return [(block.kind, block.text) for block in blocks_of(body)]


def words(markup: str) -> list[str]:
    return [text for _, text in shown(markup)]


CELLS = "<tr><td>Year</td><td>Sacks</td></tr><tr><td>1952</td><td>311</td></tr>"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("one<p>two</p>three", ["one", "two", "three"]),
        ("<b>one</b> two<i>three</i> four", ["one twothree four"]),
        ("<p>one<span>two<br>three</span>four</p>", ["onetwo", "threefour"]),
        (f"<table>{CELLS}</table>", ["Year | Sacks", "1952 | 311"]),
        (f"<table><tbody>{CELLS.replace('td', 'th')}</tbody></table>",
         ["Year | Sacks", "1952 | 311"]),
        (f"<table>{CELLS.replace('Year', '')}</table>", ["Sacks", "1952 | 311"]),
        (f"<table>{CELLS.replace('Sacks', '<p>Sacks</p>')}</table>",
         ["Year | Sacks", "1952 | 311"]),
        (f"<table>{CELLS.replace('Sacks', '<p>Sa</p><p>cks</p>')}</table>",
         ["Year", "Sa", "cks", "1952", "311"]),
        (f"<table>{CELLS.replace('Sacks', 'x' * 200)}</table>",
         [f"Year | {'x' * 200}", "1952 | 311"]),
        (f"<table>{CELLS.replace('Sacks', 'x' * 201)}</table>", ["Year", "x" * 201, "1952", "311"]),
        (f"<table>{CELLS[:36]}</table>", ["Year", "Sacks"]),
        ("<table><tr><td>one</td></tr><tr><td>two</td></tr></table>", ["one", "two"]),
        (f"<table><tr><td>one</td><td><table>{CELLS}</table></td></tr><tr><td>two</td></tr></table>",
         ["one", "Year | Sacks", "1952 | 311", "two"]),
        (f"<table>{CELLS}</table><p>one</p><table><tr><td>two</td><td>three</td></tr></table>",
         ["Year | Sacks", "1952 | 311", "one", "two", "three"]),
        ("<pre>one\n   two</pre>", ["one", "two"]),
        ("<p>one\n   two</p>", ["one two"]),
        ("<p><img class='emoji' alt='🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂'></p>", ["🙂" * 12]),
        ("<p>So <img class='emoji'>it <img alt='x'>is</p>", ["So it is"]),
        ("<q>a <q>b <q>c</q></q></q> <q>d</q>", ["“a ‘b “c”’” “d”"]),
        ("<p>a<span class='sdfootnoteanc'>1</span>b</p>", ["ab"]),
        ("<p>a<span class='footnote-ref'>1</span>b</p>", ["ab"]),
        ("<p>a<em class='footnote-ref'>1</em>b</p>", ["a1b"]),
        ("<p>a<span><a href='#x'>1</a></span>b</p>", ["a1b"]),
        ("<p>a<sup><a href='#x'>1</a></sup>b</p>", ["ab"]),
        ("<p>a<sup><a>1</a></sup>b</p>", ["a1b"]),
        ("<p>a<sup><a href='#x'>1</a>2</sup>b</p>", ["a12b"]),
        ("<p>a<a href='#x'><sup> 1 </sup></a>b</p>", ["ab"]),
    ],
)  # fmt: skip
def test_the_words_of_a_page(markup: str, expected: list[str]) -> None:
    assert words(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        *((f"<{tag}>one</{tag}>", [("heading", "one")]) for tag in ("h1", "h6", "summary")),
        ("<h2><div>one</div></h2><p>two</p>", [("heading", "one"), ("paragraph", "two")]),
        ("<blockquote>one<p>two</p></blockquote>three",
         [("quote", "one"), ("quote", "two"), ("paragraph", "three")]),
        ("<blockquote><h2>one</h2></blockquote>", [("heading", "one")]),
        *((f"<{tag}><li>one</li></{tag}>two", [("item", "one"), ("paragraph", "two")])
          for tag in ("ul", "menu", "dir")),
        ("<li>one</li>", [("item", "one")]),
        ("<ol start=''><li>one</li></ol>", [("item", "1. one")]),
        ("<ol start='99999'><li>one</li></ol>", [("item", "99999. one")]),
        ("<ol start='100000'><li>one</li></ol>", [("item", "1. one")]),
        ("<ul><ol><li>one</li></ol><li>two</li></ul>", [("item", "1. one"), ("item", "two")]),
        ("<ul><li><h3>one</h3>two</li></ul>", [("heading", "one"), ("item", "two")]),
        ("<ul><li>one<br>two</li></ul>", [("item", "one two")]),
        ("<p>- one<br>- two</p>", [("item", "one"), ("item", "two")]),
        ("<h2>- one<br>two</h2>", [("heading", "- one two")]),
        ("<blockquote>- one<br>- two</blockquote>", [("quote", "- one"), ("quote", "- two")]),
        (f"<blockquote>{'<p>one</p>' * 8}</blockquote>", [("quote", "one")] * 8),
        (f"<blockquote>{'<p>one</p>' * 9}</blockquote>", [("paragraph", "one")] * 9),
        (f"<blockquote>{'<p>one</p>' * 9}</blockquote>{'<p>one</p>' * 9}",
         [("quote", "one")] * 9 + [("paragraph", "one")] * 9),
        (f"<blockquote>{'<p>one</p>' * 9}</blockquote><blockquote>two</blockquote>three",
         [*[("paragraph", "one")] * 9, ("quote", "two"), ("paragraph", "three")]),
    ],
)  # fmt: skip
def test_the_kinds_of_its_blocks(markup: str, expected: list[tuple[str, str]]) -> None:
    assert shown(markup) == expected


@pytest.mark.parametrize(
    ("markup", "linked", "stamps"),
    [
        ("<p><a href='/x'>one</a> two</p>", [3], [""]),
        ("<p><a href='#x'>one</a> <a>two</a></p>", [0], [""]),
        ("<p><a href='/x'>one</a> <a href='/y'> two </a></p>", [6], [""]),
        ("<p><a href='/x'>one</a><br>two<br><a href='/x'>four</a></p>", [3, 0, 4], ["", "", ""]),
        ("<p><a href='/x'>one</a></p><p>two</p>", [3, 0], ["", ""]),
        ("<p><time>9 am</time> one</p><p>two</p>", [0, 0], ["9 am", ""]),
        ("<p><time datetime='2021-05-03T09:15Z'></time> one</p>", [0], ["09:15"]),
        ("<p><time datetime='2021-05-03T09:15Z'>Now</time> one</p>", [0], ["Now"]),
        ("<p><time datetime='2021-05-03'></time> one</p>", [0], [""]),
        ("<p><time></time> one</p>", [0], [""]),
        ("<p><time>9</time> one <time>10 am</time></p>", [0], ["910 am"]),
        ("<p><time>9\n am</time>one<br>two</p>", [0, 0], ["9 am", "9 am"]),
        ("<p><time datetime='2021-05-03T09:15Z'></time></p>one", [0, 0], ["09:15", ""]),
    ],
)
def test_what_leads_away_and_what_tells_the_time(
    markup: str, linked: list[int], stamps: list[str]
) -> None:
    body = tree_of(f"<html><body>{markup}</body></html>".encode()).find("body")
    made = blocks_of(body)
    assert [block.linked for block in made] == linked
    assert [block.stamp for block in made] == stamps
