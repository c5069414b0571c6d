"""Saved pages of many layouts, and pieces of pages, become the article that is in them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tui.article.loading import ArticleError, article_from_bytes, load
from tui.article.model import Article

PAGES = Path(__file__).parent / "pages"
PROSE = "<p>The ferry to Norrland stopped on Monday and will not run before the spring.</p>"
QUOTED = "<p>“We wait,” said Ada Falk, who has waited before.</p>"
SOURCE = """\
---
title: The mill at Arle turns again
---

The wheel of the mill turned on Sunday, and the whole village stood in the wet to see it.[^1]

“It’s louder than I remember,” said Hugo Pask. “But then *so was I*.”

Rain.

## What it cost

1. forty tons of oak;
2. two marriages.

> We asked for a wheel. We did not ask for a committee.

- [the council’s page](https://arle.example/mill)
- dry socks

| Year | Sacks |
|------|-------|
| 1952 | 311   |

[The trust has a history of the mill on its own site](https://arle.example/history)

[^1]: The parish magazine says “nearly all”.
"""
WRITTEN = """\
The mill at Arle turns again

The wheel of the mill turned on Sunday, and the whole village stood in the wet to see it.

“It’s louder than I remember,” said Hugo Pask. “But then so was I.”

Rain.

What it cost

1. forty tons of oak;
2. two marriages.

> We asked for a wheel. We did not ask for a committee.

- the council’s page
- dry socks

Year | Sacks

1952 | 311

The trust has a history of the mill on its own site

"""


def page(body: str, head: str = "<title>Ferry stops | The Post</title>") -> str:
    """A page of a site, the article's heading and some text in its middle."""
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{head}</head><body class="single">'
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<main><h1>Ferry stops</h1>{body}</main>"
        '<div class="cookie-notice"><p>We use cookies. By going on you agree to all of them.</p>'
        "</div><footer>© The Post</footer></body></html>"
    )


def article(source: str | bytes) -> Article:
    data = source.encode() if isinstance(source, str) else source
    return article_from_bytes(data, "page.html")


def text(source: str | bytes) -> str:
    return article(source).text


def blocks(source: str) -> list[tuple[str, str]]:
    made = article(source)
    return [(b.kind, made.text[b.span.start : b.span.end]) for b in made.blocks]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_a_saved_page_is_its_article_and_nothing_else(path: Path) -> None:
    assert load(str(path)).text == path.with_suffix(".txt").read_text("utf-8").rstrip("\n")


@pytest.mark.parametrize(
    ("name", "byline", "date"),
    [
        ("wordpress_sidebar", "Tamsin Oyelaran", "2023-10-12"),
        ("hashed_divs", "Leocadia Brandt and Osei Farrow", "2024-02-03"),
        ("live_blog", "Priya Lindqvist and Conall Webb", "2024-12-06"),
        ("old_tables", "Cornelius Ubeda", "2001-08-21"),
        ("county_daily", "Marguerite Tolliver", "2019-10-30"),
        ("regional_breaks", "Ranulph Ede", "2014-03-04"),
        ("wire_pre", "Katya Dembele", None),
    ],
)
def test_title_authors_and_date_are_told(name: str, byline: str, date: str | None) -> None:
    made = load(str(PAGES / f"{name}.html"))
    assert made.title == made.text.partition("\n")[0]
    assert (made.byline, made.date) == (byline, date)


def test_blocks_are_of_the_kind_that_the_page_says() -> None:
    made = blocks(
        page(
            f"{PROSE}<h2>Who waits</h2><ol><li>one</li><li><p>two</p></li></ol>"
            f"<blockquote><p>No boat.</p></blockquote>{QUOTED}"
        )
    )
    assert [kind for kind, _ in made] == [
        "title", "paragraph", "heading", "item", "item", "quote", "paragraph"
    ]  # fmt: skip
    assert made[3:6] == [("item", "1. one"), ("item", "2. two"), ("quote", "> No boat.")]


def test_the_times_of_a_live_report_are_headings() -> None:
    made = load(str(PAGES / "live_blog.html"))
    kinds = {made.text[b.span.start : b.span.end]: b.kind for b in made.blocks}
    assert [kinds[time] for time in ("14:41", "13:37", "12:55", "11:02")] == ["heading"] * 4


def test_inline_elements_add_and_remove_nothing() -> None:
    sentence = (
        "<p><b>N</b>orrland<i>er</i>s <span>“</span>won’t<span> wait</span>”, said "
        "<a href='/f'>Ada</a>\n\tFalk<wbr>mere <time>on Tuesday</time>, "
        "<span class='author'>her own</span> words.</p>"
    )
    assert "Norrlanders “won’t wait”, said Ada Falkmere on Tuesday, her own words." in text(
        page(PROSE + sentence + PROSE)
    )


def test_marks_that_a_browser_sets_are_set() -> None:
    assert "She said “it is ‘late’ again”." in text(
        page(f"{PROSE}<p>She said <q>it is <q>late</q> again</q>.</p>")
    )


def test_what_only_a_screen_reader_says_is_left_out() -> None:
    sentence = '<p><span aria-hidden="true">T</span><span class="sr-only">The</span>he end.</p>'
    assert text(page(PROSE + sentence)).endswith("\n\nThe end.")


def test_two_line_breaks_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    made = text(
        "<html><body><h1>Ferry</h1>"
        "<pre>   The ferry to Norrland stopped on Monday and will not run\n"
        "before the spring, the owners said, who were not there.\n\n   Nobody waits.</pre>"
        "<div>We go.<br><br>We stay.<br /> <br/>“No.”</div></body></html>"
    )
    assert made == (
        "Ferry\n\nThe ferry to Norrland stopped on Monday and will not run before the spring, the "
        "owners said, who were not there.\n\nNobody waits.\n\nWe go.\n\nWe stay.\n\n“No.”"
    )


def test_short_paragraphs_and_linked_sentences_are_kept() -> None:
    made = text(
        page(
            f"{PROSE}<p>No.</p><p><a href='/a'>All of this sentence is a link.</a></p>"
            f"<p>020 1234</p><p><a href='/b'>Order tickets here</a></p>{QUOTED}"
        )
    )
    assert "\n\nNo.\n\nAll of this sentence is a link.\n\n020 1234\n\n“We wait,”" in made


def test_a_caption_is_left_out_unless_nothing_else_is_there() -> None:
    figure = "<figure><img src='x.jpg'><figcaption>The ferry at rest.</figcaption></figure>"
    assert "at rest" not in text(page(figure + PROSE + QUOTED))
    assert text(page(figure)) == "Ferry stops\n\nThe ferry at rest."


def test_a_quotation_that_only_repeats_the_text_is_left_out() -> None:
    pulled = "<blockquote>“We wait”</blockquote>"
    made = text(page(f"{PROSE}<blockquote>The ferry to Norrland stopped</blockquote>{QUOTED}"))
    assert "> " not in made
    assert "> Another saying altogether." in text(
        page(f"{PROSE}{pulled}<blockquote>Another saying altogether.</blockquote>{QUOTED}")
    )


def told(body: str, *, free: bool = True) -> str:
    node = {"@type": "NewsArticle", "articleBody": body, "isAccessibleForFree": free}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_a_text_that_only_machines_are_told_is_read() -> None:
    head = told("“We wait,” said Ada Falk.\n\nShe had a book and two loaves of bread.")
    assert text(page("", head)) == (
        "Ferry stops\n\n“We wait,” said Ada Falk.\n\nShe had a book and two loaves of bread."
    )


def test_a_text_that_is_not_free_is_not_taken_from_the_machines_copy() -> None:
    hidden = "Only who pays may read how long Ada Falk waited and what she had to eat meanwhile. "
    made = text(page(PROSE, told(hidden * 5, free=False)))
    assert "Only who pays" not in made


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ferry stops for good - The Norrland Post</title>", "Ferry stops for good"),
        ("<title>Post | Ferry stops for good and all</title>", "Ferry stops for good and all"),
        ("<title>Notes | The Post</title>", "Notes"),
        (
            '<title>x</title><meta property="og:title" content="Ferry stops | The Post">'
            '<meta property="og:site_name" content="The Post">',
            "Ferry stops",
        ),
    ],
)
def test_a_title_is_without_the_name_of_the_site(head: str, title: str) -> None:
    assert article(f"<html><head>{head}</head><body>{PROSE}{QUOTED}</body></html>").title == title


def test_a_credit_that_nothing_marks_is_the_byline() -> None:
    made = article(page(f"<p>By Bo Sand</p><p>Published: 4 May 2021, 10:12</p>{PROSE}{QUOTED}"))
    assert made.byline == "Bo Sand"
    assert made.text.startswith("Ferry stops\n\nBy Bo Sand\n\nThe ferry")


def test_entries_of_a_live_report_that_no_class_tells_keep_their_times() -> None:
    entries = "".join(
        f"<div><time>{time}</time>{PROSE.replace('Monday', day)}</div>"
        for time, day in (("14:41", "Friday"), ("13:37", "Thursday"), ("12:55", "Tuesday"))
    )
    made = blocks(page(f"<div>{entries}</div>", "<title>Ferry live: all stops</title>"))
    assert [text for kind, text in made if kind == "heading"] == ["14:41", "13:37", "12:55"]
    assert len(made) == 7


def test_what_a_site_says_of_itself_is_no_text_wherever_it_stands() -> None:
    offer = "<div><section><p>Get all our stories in your inbox each morning.</p></section></div>"
    quoted = "<p>“Get them in your inbox,” said the minister, who does so.</p>"
    assert text(page(PROSE + offer + QUOTED + quoted + PROSE)) == (
        text(page(PROSE + QUOTED + quoted + PROSE))
    )
    assert "“Get them in your inbox,”" in text(page(PROSE + QUOTED + quoted + PROSE))


def test_a_name_in_a_sentence_is_no_author() -> None:
    quoted = "<p>“We wait,” said <span class='author'>Ada Falk</span>.</p>"
    assert article(page(PROSE + quoted + PROSE)).byline is None


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="windows-1252">'),
        ("utf-8-sig", '<meta charset="windows-1252">'),
        ("utf-16", ""),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">'),
        ("cp1252", '<meta charset="utf-8">'),
        ("cp1252", '<meta charset="no-such-thing">'),
        ("cp1252", '<meta charset="rot13">'),
        ("cp1252", ""),
        ("mac-roman", '<meta charset="macintosh">'),
    ],
)
def test_a_page_is_decoded_by_its_mark_its_form_or_its_word(encoding: str, declared: str) -> None:
    source = (
        f"<html><head>{declared}</head><body><p>“Café, it’s late” – she said.</p></body></html>"
    )
    assert text(source.encode(encoding)) == "“Café, it’s late” – she said."


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("<p>One line of text</p>", "One line of text"),
        ("<p>“We go,” said Ada.</p>\n<p>She went.</p>", "“We go,” said Ada.\n\nShe went."),
        ("<div class='story'><p>We go.</p><p><a href='/x'>More</a></p></div>", "We go.\n\nMore"),
        ("<li>salt</li><li>bread</li>", "- salt\n- bread"),
        ("<p>Open to the end, he said, <p>without</b> a stop</p>",
         "Open to the end, he said,\n\nwithout a stop"),
    ],
)  # fmt: skip
def test_a_piece_of_a_page_is_read_whole(piece: str, expected: str) -> None:
    assert text(piece) == expected


def test_an_xhtml_page_keeps_what_stands_behind_closed_elements() -> None:
    made = text(
        '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        '<title/><script src="/a.js"/></head><body><a id="top"/><p>We go.</p><div class="c"/>'
        "<p>We stay.<br/></p></body></html>"
    )
    assert made == "We go.\n\nWe stay."


def made_by(command: list[str], tmp_path: Path) -> Path:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    source = tmp_path / "mill.md"
    source.write_text(SOURCE, "utf-8")
    made = tmp_path / "mill.html"
    subprocess.run([*command, str(source), "-o", str(made)], check=True, timeout=60)
    return made


def test_a_page_that_pandoc_wrote_is_complete(tmp_path: Path) -> None:
    whole = load(str(made_by(["pandoc", "-s"], tmp_path))).text
    assert whole == f"{WRITTEN}1. The parish magazine says “nearly all”."
    piece = load(str(made_by(["pandoc"], tmp_path))).text
    assert piece == whole.partition("\n\n")[2]


def test_a_page_that_libreoffice_wrote_is_complete() -> None:
    written = (
        '<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4 (Linux)"/>'
        "<title></title></head><body><h1 class='western'>The mill</h1><p style='margin: 0cm'>The "
        "wheel\nturned on Sunday.<a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a>"
        "</p><p><br/><br/></p><ul><li><p>oak;</p></li></ul><p><a href='/a'>Its history</a></p>"
        "<div id='sdfootnote1'><p><a class='sdfootnotesym' href='#sdfootnote1anc'>1</a>Nearly.</p>"
        "</div><div title='footer'><p>7</p></div></body></html>"
    )
    assert text(written) == (
        "The mill\n\nThe wheel turned on Sunday.\n\n- oak;\n\nIts history\n\nNearly."
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (
            "<html><body>" + "<div>" * 100_000 + "<p>We go.</p>",
            "the page is nested too deeply to be read",
        ),
        ("<html><body>" + "<b>x" * 3000, "the page is nested too deeply to be read"),
        (
            "<html><head><title>T</title></head><body><div id=root></div></body></html>",
            "there is no text in the page",
        ),
        ("<html></html>", "there is no text in the page"),
        ("<html><frameset><frame src=a></frameset></html>", "there is no text in the page"),
        ("<html><body>" + "<i></i>" * 200_001, "the page has more than 200,000 elements"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(source: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=f"^cannot read page.html: {reason}$"):
        article(source)


def test_hostile_pages_are_read_within_bounds() -> None:
    script = "<script>" + "var a = '<p>x</p>';" * 280_000 + "</script>"
    arrays = f'<script type="application/ld+json">{"[" * 1_000_000}</script>'
    deep = "<div class=a>" * 900, "<ul><li>" * 400, "<blockquote>" * 400, "<table><tr><td>" * 300
    for odd in (script, arrays, *deep):
        assert "“We wait,” said Ada Falk" in text(page(f"{odd}{PROSE}{QUOTED}"))


def test_entities_of_a_document_type_are_not_looked_at() -> None:
    made = text(
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">'
        '<!ENTITY x SYSTEM "file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml">'
        "<body><p>We &b; go &x; now.</p></body></html>"
    )
    assert made == "We &b; go &x; now."


def test_text_of_a_page_cannot_act_on_a_terminal() -> None:
    assert text(page(f"{PROSE}<p>We \x1b[31mgo&#27;[0m\x07 now.</p>")).endswith("We go now.")


def test_an_element_with_attributes_without_end_is_not_read() -> None:
    attributes = " ".join(f"a{i} = 'x'" for i in range(3000))
    with pytest.raises(
        ArticleError,
        match=r"^cannot read page\.html: an element of the page has more than 2,000 attributes$",
    ):
        text(page(f"<p {attributes}>It is.</p>"))
