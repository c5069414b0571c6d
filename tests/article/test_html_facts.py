"""What a web page tells of its article, in the many places where pages do."""

import json
from types import SimpleNamespace

import pytest

from tests.article.test_html_page import PROSE, QUOTED, article, page, text
from tui.article import html_facts
from tui.article.html_facts import Facts, facts_of
from tui.article.html_source import tree_of

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


def facts(head: str, body: str = "<main><h1>Ferry stops</h1></main>") -> Facts:
    return facts_of(tree_of(f"<html><head>{head}</head><body>{body}{PROSE}</body></html>".encode()))


NO_HEADING = "<div></div>"


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("Ferry stops for good | The Post", "Ferry stops for good"),
        ("Ferry stops for good - The Post", "Ferry stops for good"),
        ("Ferry stops for good - the post", "Ferry stops for good - the post"),
        ("Ferry stops - and trams, too, up north", "Ferry stops - and trams, too, up north"),
        ("The Post | Ferry stops for good", "Ferry stops for good"),
        ("The Post | Ferry stops", "The Post"),
        ("The Old Coast Post | Ferry stops for good this time", "Ferry stops for good this time"),
        ("The Old Coast Post Paper | Ferry stops for good this time, and trams",
         "The Old Coast Post Paper"),
        ("Ferry stops now | The trams go on", "Ferry stops now"),
        ("Ferry stops :: The Post", "Ferry stops"),
        ("Ferry stops", "Ferry stops"),
    ],
)  # fmt: skip
def test_the_name_of_a_page_ends_or_begins_with_its_site(named: str, title: str) -> None:
    assert facts(f"<title>{named}</title>", NO_HEADING).title == title


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("The Post: Ferry stops", "Ferry stops"), ("The Post | Ferry stops", "Ferry stops"),
        ("Ferry | The Post", "Ferry"), ("The Post", "The Post"),
        ("The Mail: Ferry stops", "The Mail: Ferry stops"),
    ],
)  # fmt: skip
def test_the_site_that_is_told_is_no_title(named: str, title: str) -> None:
    site = '<meta property="og:site_name" content="The Post">'
    assert facts(f"{site}<title>{named}</title>", NO_HEADING).title == title


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<h1>The Post</h1><h2>Ferry stops</h2>", "Ferry stops"),
        ("<h1>Ferry</h1>", "Ferry"),
        ("<h1>Weather</h1><h1>The ferry stops for good</h1>", "The ferry stops for good"),
        ("<h1>Weather</h1><h1>Ferry stops for good</h1>", "Ferry stops for good"),
        ("<h1>Weather</h1><main><h1>Trams stop</h1></main>", "Trams stop"),
        ("<h1>Weather</h1><article><h1>Trams stop</h1></article>", "Trams stop"),
        ("<h1>Weather</h1><div><h1>Trams stop</h1></div>", "Weather"),
        ("<h1> </h1><h1>Trams stop</h1>", "Trams stop"),
        ("<h2>Trams stop</h2>", "Ferry stops"),
        ("<h3>Ferry stops</h3>", "Ferry stops"),
        (f"<h1>{'x' * 300}</h1>", "x" * 300),
        (f"<h1>{'x' * 301}</h1>", "Ferry stops"),
    ],
)
def test_which_heading_is_the_title(body: str, title: str) -> None:
    head = '<meta property="og:title" content="Ferry stops"><title>The Post</title>'
    site = '<meta property="og:site_name" content="The Post">'
    assert facts(head + site, body).title == title


@pytest.mark.parametrize("tag", ["h2", "h3"])
@pytest.mark.parametrize(
    ("shown", "is_it"),
    [
        ("Norrland ferry stops for good", True), ("Norrland ferry stops again", False),
        ("Ferry, Norrland, stops, good", True), ("Norrland ferry stops and good trams go", True),
    ],
)  # fmt: skip
def test_a_heading_with_many_words_of_the_title(tag: str, shown: str, is_it: bool) -> None:
    title = "Norrland ferry stops for good"
    found = facts(f"<title>{title} today</title>", f"<{tag}>{shown}</{tag}>").heading
    assert (found is not None and found.text == shown) == is_it


@pytest.mark.parametrize(
    ("author", "shown", "byline"),
    [
        ("Ada Holm", "", "Ada Holm"), ("by Ada Holm", "", "Ada Holm"), ("admin", "", None),
        ("Ada Holm", "<p class='byline'>By Ada Holm and Bo Sand</p>", "Ada Holm and Bo Sand"),
        ("Ada Holm", "<p class='byline'>By Ada Holm and others</p>", "Ada Holm"),
        ("Eve Lund", "<p class='byline'>By Ada Holm and Bo Sand</p>", "Eve Lund"),
        ("", "<div class='credits'>Story by Ada Holm</div>", "Ada Holm"),
        ("", "<p class='text'>Story by Ada Holm</p>", None),
    ],
)  # fmt: skip
def test_who_is_told_and_who_is_shown(author: str, shown: str, byline: str | None) -> None:
    head = f"<meta name='author' content='{author}'>"
    assert facts(head, f"<h1>Ferry stops</h1>{shown}").byline == byline


@pytest.mark.parametrize(
    ("place", "is_told"),
    [("head", True), ("line", True), ("long line", False), ("sentence", False)],
)
def test_whom_another_program_finds_stands_apart(
    place: str, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SimpleNamespace(sitename=None, author="Ada Holm; Bo Sand", date=None)
    monkeypatch.setattr(html_facts, "extract_metadata", lambda *_, **__: found)
    head = "<meta name='writers' content='Ada Holm, Bo Sand'>" if place == "head" else ""
    for tag in ("a", "address", "b", "cite", "div", "em", "i", "li", "p", "span"):
        names = f"<{tag}>Ada Holm</{tag}> <{tag}>Bo Sand</{tag}>"
        line = {
            "line": f"<div>{names}</div>",
            "long line": f"<section><p>{'x' * 120} {names}</p></section>",
            "sentence": f"<td>{names} went.</td>",
        }.get(place, "")
        if place == "line" or tag not in ("div", "p", "li", "address"):
            told = facts(head, f"<h1>Ferry stops</h1><table><tr>{line}</tr></table>").byline
            assert told == ("Ada Holm and Bo Sand" if is_told else None), tag


@pytest.mark.parametrize(
    ("head", "body", "is_live"),
    [
        (told({"@type": "LiveBlogPosting"}), "", True), (told({"@type": "BlogPosting"}), "", False),
        ("<title>Ferry stops: live</title>", "", True), ("<title>Alive</title>", "", False),
        ("<title>The strike as it happened</title>", "", True),
        ("", "<div class='live-blog'></div>", True), ("", "<p class='live-blog'></p>", False),
        ("", "<main id='liveUpdates'></main>", True), ("", "<div class='live'></div>", False),
    ],
)  # fmt: skip
def test_a_live_report_is_told_by_its_name_or_its_parts(
    head: str, body: str, is_live: bool
) -> None:
    assert facts(head, f"<h1>Ferry stops</h1>{body}").live == is_live


@pytest.mark.parametrize(
    ("script", "body"),
    [
        (by(ADA, articleBody="So it is."), "So it is."),
        ([by(ADA, articleBody="So."), by(BO, articleBody="So it is.")], "So it is."),
        (by(ADA, articleBody="So it is.", isAccessibleForFree=True), "So it is."),
        (by(ADA, articleBody="So it is.", isAccessibleForFree="False"), ""),
        (by(ADA, articleBody=["So it is."]), ""),
    ],
)
def test_the_text_that_is_told_to_machines(script: object, body: str) -> None:
    assert facts(told(script)).body == body


def test_other_scripts_and_scripts_without_end_are_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = json.dumps(by(ADA))
    other = f"<script>{script}</script><script type='application/json'>{script}</script>"
    assert facts(other + "<script type='application/ld+json'></script>").byline is None
    tail = "<script type='application/ld+json'>{"
    assert facts(f"{tail}</script>{told(by(ADA))}").byline == "Ada Falk"
    monkeypatch.setattr(html_facts, "_MOST_SCRIPT", len(script))
    assert facts(told(by(ADA))).byline is None
    monkeypatch.setattr(html_facts, "_MOST_SCRIPT", len(script) + 1)
    assert facts(told(by(ADA))).byline == "Ada Falk"
    monkeypatch.undo()
    monkeypatch.setattr(html_facts, "_MOST_NODES", 2)
    assert facts(told({}, by(ADA))).byline is None
    assert facts(told(by(ADA), {})).byline == "Ada Falk"


def test_the_summary_is_what_the_page_says_of_itself() -> None:
    head = (
        '<meta property="og:description" content="It is over.">'
        '<meta name="description" content="No boats."><meta name="description" content="Else.">'
    )
    assert facts(head).summary == "itisovernoboats"


@pytest.mark.parametrize("program", ["pandoc 3", "LibreOffice 7", "OpenOffice", "The Site 2"])
def test_what_a_writing_program_made_has_no_title_of_a_site(program: str) -> None:
    made = facts(f"<meta name='generator' content='{program}'><title>Rain</title>", NO_HEADING)
    assert (made.written, made.title) == ((False, "Rain") if "Site" in program else (True, None))


@pytest.mark.parametrize(
    ("shown", "is_it"),
    [
        ("<b>The ferry stops today</b>", True), ("<b>Ferry stops today</b>", False),
        ("<b>UPDATE: The ferry stops today</b>", True),
        ("<b>An update as of right now: The ferry stops today</b>", False),
        ("<i>The ferry stops today</i>", False),
    ],
)  # fmt: skip
def test_which_element_shows_the_title_without_headings(shown: str, is_it: bool) -> None:
    wanted = "Ferry stops today" if "<b>Ferry" in shown else "The ferry stops today"
    found = facts(f"<title>{wanted} | The Post</title>", f"<div>{shown}<u>x</u></div>").heading
    assert (found is not None) == is_it


@pytest.mark.parametrize(("length", "is_title"), [(280, True), (20_000, False)])
def test_a_title_with_a_long_word_is_read_at_once(length: int, is_title: bool) -> None:
    named = f"foo - {'X' * length}! b c"
    assert facts(f"<title>{named}</title>", NO_HEADING).title == (named if is_title else None)
