"""What a web page tells of its article, in the many places where pages do."""

import json

import pytest

from tests.article.test_html_page import PROSE, QUOTED, article, page, text

TITLE = "<title>Ferry stops | The Post</title>"


def told(*nodes: object) -> str:
    """A head that tells machines something."""
    script = json.dumps(nodes[0] if len(nodes) == 1 else list(nodes))
    return f'{TITLE}<script type="application/ld+json">{script}</script>'


def by(author: object, **more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "author": author, **more}


ADA, BO = {"@type": "Person", "name": "Ada Falk"}, {"@type": "Person", "name": "Bo Sand"}
POST = {"@type": "Organization", "name": "The Post"}


@pytest.mark.parametrize(
    ("node", "byline"),
    [
        (by(ADA), "Ada Falk"),
        (by("By Ada Falk"), "Ada Falk"),
        (by([ADA, BO]), "Ada Falk and Bo Sand"),
        (by([ADA, BO, {"name": "Cy Lund"}]), "Ada Falk, Bo Sand and Cy Lund"),
        (by([ADA, ADA]), "Ada Falk"),
        (by([POST, BO], publisher=POST), "Bo Sand"),
        (by([POST, BO]), "The Post and Bo Sand"),
        (by("admin"), None),
        (by("https://news.example/ada"), None),
        (by("Ada Falk ada@news.example"), "Ada Falk"),
        (by({"@id": "#ada"}), None),
        ({"@graph": [by({"@id": "#ada"}), {"@id": "#ada", **ADA}]}, "Ada Falk"),
        ({"@type": "WebPage", "mainEntity": by(ADA)}, "Ada Falk"),
        ({"@type": "BlogPosting", "author": ADA}, "Ada Falk"),
        ({"@type": "Recipe", "author": ADA}, None),
    ],
)
def test_who_wrote_it_is_told_to_machines(node: object, byline: str | None) -> None:
    assert (
        article(page(PROSE + QUOTED.replace("Ada Falk", "Eve Lind"), told(node))).byline == byline
    )


def test_a_script_that_is_damaged_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": </script>' + told(by(ADA))
    assert article(page(PROSE + QUOTED, head)).byline == "Ada Falk"


@pytest.mark.parametrize(
    ("shown", "byline"),
    [
        ('<div><a rel="author" href="/">Ada Holm</a> and <a rel="author" href="">Bo Sand</a></div>',
         "Ada Holm and Bo Sand"),
        ('<div class="byline">By Ada Holm</div>', "Ada Holm"),
        ('<span class="byline">Words by Ada Holm</span>', "Ada Holm"),
        ('<address class="author">By Ada Holm</address>', "Ada Holm"),
        ('<cite class="writer">By Ada Holm</cite>', "Ada Holm"),
        ('<p id="story-by">Written by: Ada Holm</p>', "Ada Holm"),
        ('<p class="byline">Ada Holm would not say.</p>', None),
    ],
)  # fmt: skip
def test_who_wrote_it_is_shown(shown: str, byline: str | None) -> None:
    assert article(page(shown + PROSE + QUOTED)).byline == byline


@pytest.mark.parametrize("line", ["<p>{}</p>", "<li>{}</li>", "<div>{}</div>", "<td>{}</td>"])
def test_a_name_on_a_line_of_its_own_may_be_the_author(line: str) -> None:
    name = "<span class='author'>Ada Holm</span>"
    assert article(page(line.format(name) + PROSE + QUOTED)).byline == "Ada Holm"


@pytest.mark.parametrize("end", [".", "!", "?", "”"])
def test_a_name_in_a_short_sentence_is_no_author(end: str) -> None:
    line = f"<p>So said <span class='author'>Ada Holm</span> of it{end}</p>"
    assert article(page(PROSE + line + PROSE)).byline is None


@pytest.mark.parametrize("tag", ["div", "p", "td", "b", "strong", "font", "span", "center"])
def test_a_title_without_a_heading_is_found_where_it_is_shown(tag: str) -> None:
    title = "The ferry to Norrland stops for good"
    shown = f"<{tag}>UPDATE 2-{title}</{tag}>"
    if tag == "td":
        shown = f"<table><tr>{shown}</tr></table>"
    head = f"<title>{title} | The Post</title><meta property='og:title' content='{title}'>"
    source = page(PROSE + QUOTED, head).replace("<h1>Ferry stops</h1>", f"<div>{shown}</div>")
    made = article(source)
    assert made.title == title
    assert made.text.count(title) == 1


def test_the_heading_that_the_page_tells_elsewhere_is_the_title() -> None:
    body = f"<h1>The Post</h1><h2>Ferry stops</h2>{PROSE}{QUOTED}"
    head = f'{TITLE}<meta property="og:title" content="Ferry stops">'
    source = f"<html><head>{head}</head><body>{body}</body></html>"
    assert article(source).title == "Ferry stops"


def test_a_heading_that_has_most_words_of_the_title_is_it() -> None:
    body = f"<h2>Weather</h2><h2>Norrland ferry stops for good</h2>{PROSE}{QUOTED}"
    title = "<title>Norrland ferry stops for good after storms</title>"
    source = f"<html><head>{title}</head><body>{body}</body></html>"
    assert article(source).title == "Norrland ferry stops for good"


def test_a_badge_in_the_heading_is_no_part_of_the_title() -> None:
    head = f'{TITLE}<meta property="og:title" content="Ferry stops">'
    source = page(PROSE + QUOTED, head).replace("<h1>", "<h1><b>Exclusive</b> ")
    assert article(source).title == "Ferry stops"


def test_a_line_end_in_a_heading_parts_words() -> None:
    assert article(
        page(PROSE + QUOTED).replace("Ferry stops</h1>", "Ferry<br>stops</h1>")
    ).title == ("Ferry stops")


def test_what_a_page_says_of_itself_is_told_once() -> None:
    head = f'{TITLE}<meta name="description" content="The boats stay.">'
    assert text(page(PROSE + QUOTED, head)) == text(page(PROSE + QUOTED))
