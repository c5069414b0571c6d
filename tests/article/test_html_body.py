"""Which blocks around those that are surely the article's are of it, too."""

import pytest

from tests.article.test_html_page import PROSE, QUOTED
from tui.article import html_body
from tui.article.html_blocks import blocks_of
from tui.article.html_body import article_of
from tui.article.html_facts import Facts, letters
from tui.article.html_source import tree_of

FIRST = PROSE + QUOTED
LAST = PROSE.replace("ferry", "tram") + QUOTED.replace("Ada Falk", "Bo Sand").replace("wait", "go")
PLACES = {
    "above": "<h1>Ferry stops</h1>{}" + FIRST + LAST,
    "between": "<h1>Ferry stops</h1>" + FIRST + "{}" + LAST,
    "below": "<h1>Ferry stops</h1>" + FIRST + LAST + "{}",
}
SURE = [
    "The ferry to Norrland stopped on Monday and will not run before the spring.",
    "“We wait,” said Ada Falk, who has waited before.",
    "The tram to Norrland stopped on Monday and will not run before the spring.",
    "“We go,” said Bo Sand, who has goed before.",
]
SAID = "Nobody on the quay could tell for how long the crews would be away from it."
LINK = "<a href='/x'>{}</a>"


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is surely the article is found, and nothing else."""
    monkeypatch.setattr(html_body, "_extracted", lambda _: "\n".join(SURE))


def kept(
    source: str,
    *,
    byline: str | None = None,
    summary: str = "",
    body: str = "",
    live: bool = False,
) -> list[str]:
    """The blocks that are kept of a page's body."""
    root = tree_of(f"<html><body>{source}</body></html>".encode())
    heading = root.find(".//h1")
    facts = Facts("Ferry stops", byline, None, heading, body, letters(summary), live, False)
    return [block.text for block in article_of(blocks_of(root.find("body")), root, facts)]


def others(inside: str, place: str = "between") -> list[str]:
    """What is kept of some markup in a place; what is surely the article is kept anyway."""
    made = kept(f"<main>{PLACES[place].format(inside)}</main>")
    assert [text for text in made if text in SURE] == SURE
    return [text for text in made if text not in SURE]


ANYWHERE, NOWHERE = "above between below", ""


@pytest.mark.parametrize(
    ("inside", "stays"),
    [
        *((f"<p>{offer}</p>", NOWHERE) for offer in (
            "Advertisement", "Read more: Trams stop as well", "Related stories", "Don’t miss:",
            "© 2024 The Post", "Photo: Ada Falk", "12 updates", "Home » News » Coast",
            "All rights reserved.", "Story continues below this picture", "Sponsored content",
            f"Read more: {'x' * 228}.")),
        (f"<p>Read more: {'x' * 229}.</p>", "between below"),
        (f"<p>{LINK.format('Sign up for our letters.')}</p>", NOWHERE),
        (f"<p>Explore: {LINK.format('boats')} of the coast.</p>", NOWHERE),
        ("<p>Sign up for it was slow, said the mayor of the port.</p>", ANYWHERE),
        (f"<p>{LINK.format('Trams stop as well, on the coast')}</p>", NOWHERE),
        (f"<p>{LINK.format('Trams stop as well, on the coast.')}</p>", "between"),
        (f"<p>{LINK.format('Trams stop as well')} on all coasts</p>", "between"),
        (f"<p>{LINK.format('x' * 79)} {'x' * 20}</p>", "between"),
        (f"<p>{LINK.format('x' * 80)} {'x' * 19}</p>", NOWHERE),
        (f"<p>{LINK.format('Trams')} | {LINK.format('Boats')} | {LINK.format('Rain')}</p>",
         NOWHERE),
        ("<div class='n'><p class='k'>We use cookies to tell boats apart.</p></div>", NOWHERE),
        ("<p>We use cookies to tell boats apart.</p>", "between below"),
        ("<div class='n'><p class='k'>“We use cookies,” said the mate.</p></div>", "between"),
        (f"<div><p class='k'>We use cookies.{' We do.' * 69}</p></div>", NOWHERE),
        (f"<div><p class='k'>We use cookies.{' We do.' * 70}</p></div>", "above between"),
        (f"<div class='n'><p class='k'>{SAID}</p></div>", "above between"),
        (f"<section><p>{SAID}</p></section>", "above between"),
        ("<p>Reporting by Eve Lund; editing by Bo Sand</p>", "between below"),
        ("<p>Reporting by nobody</p>", "between"),
        ("<h3>More on this</h3>", "between"),
        ("<p>It was 3 May 2021.</p>", "between below"),
        ("<p>3 May 2021</p>", NOWHERE),
        ("<p><time datetime='2021-05-03T09:15'>Today</time> it rained</p>", NOWHERE),
        ("<p><time datetime='2021-05-03T09:15'>Today</time> it rained.</p>", "between below"),
        (f"<p><time datetime='2021-05-03T09:15'>Today</time> it rained {'on and ' * 20}</p>",
         "between"),
        ("<blockquote>“We wait,” said Ada Falk</blockquote>", NOWHERE),
        ("<blockquote>We have waited for a year</blockquote>", "between"),
        ("<blockquote>We did</blockquote>", "between"),
        ("<div class='pullquote'>We wait, said Ada Falk</div>", NOWHERE),
        ("<pre>one</pre>", "between"),
        ("<p>Rain again</p>", "between"),
        ("<div>Rain, again</div>", NOWHERE),
        ("<div>Rain and fog again</div>", "between"),
        ("<div>Rain and fog.</div>", "between"),
        ("<p>Rain and fog.</p>", "between below"),
        ("<p>By Eve Lund</p>", "above between"),
        ("<p>By eve lund</p>", "between"),
        (f"<p>By Eve Lund {'of the Post ' * 9}</p>", "between"),
    ],
)  # fmt: skip
def test_where_a_block_is_of_the_article(inside: str, stays: str) -> None:
    assert {place for place in PLACES if others(inside, place)} == set(stays.split())


@pytest.mark.parametrize(
    ("inside", "stays"),
    [
        ("<p class='standfirst'>The crews are away.</p>", True),
        ("<p class='standfirst'>Crews are away.</p>", False),
        ("<div class='deck'><p>The crews are away.</p></div>", True),
        ("<div class='deck'><div><p>The crews are away.</p></div></div>", True),
        ("<div class='deck'><div><div><p>The crews are away.</p></div></div></div>", False),
        ("<p class='x'>The crews are away.</p>", False),
        ("<p>The crews of all the boats are away</p>", False),
        ("<p>The crews of all the boats are away now.</p>", True),
        ("<p>The crews of all boats are away now.</p>", False),
        ("<h2>The crews are away</h2>", True),
        ("<h2>Crews are away</h2>", False),
        ("<p>The crews are away</p>", False),
        (f"<p>The crews of all the boats {LINK.format('are away')} now.</p>", False),
        ("<p>Crews of all boats went</p>", True),
        ("<p>Crews of all boats</p>", True),
        ("<p>Crews of all</p>", False),
    ],
)
def test_what_stands_above_the_text_as_its_summary(inside: str, stays: bool) -> None:
    source = f"<main>{PLACES['above'].format(inside)}</main>"
    made = kept(source, summary="Crews of all boats went to sea.")
    assert (len(made) == 1 + len(SURE)) == stays


def test_only_the_first_of_two_headings_above_the_text_is_its_summary() -> None:
    inside = "<p>Rain again</p><h2>The crews are away</h2>"
    assert others(inside, "above") == []


def test_a_credit_is_not_told_twice() -> None:
    source = f"<main>{PLACES['above'].format('<p>By Eve Lund</p>')}</main>"
    assert kept(source, byline="Eve Lund") == SURE


MORE = f"<ul><li>{LINK.format('One tram')}</li><li>{LINK.format('Two trams')}</li></ul>"


@pytest.mark.parametrize(
    ("before", "stays"),
    [
        ("<h3>More on this</h3>", False),
        ("<p>More on this</p>", True),
        ("<div>More on this of all</div>", False),
        ("<div>More on this of all.</div>", True),
        (f"<p>{SAID}</p>", True),
        ("<div>Reporting by Eve Lund and Bo Sand</div>", True),
        ("<h3>More on this</h3><h4>On the coast</h4>", False),
        ("<h3>More on this</h3><p>Rain and fog.</p>", True),
    ],
)
def test_what_stands_before_links_away_may_only_announce_them(before: str, stays: bool) -> None:
    found = others(f"{before}{MORE}")
    assert bool(found) == stays
    assert "One tram" not in found


@pytest.mark.parametrize(
    ("items", "stays"),
    [
        ("<li>one tram</li><li>two trams</li>", True),
        (f"<li>{LINK.format('eight888')}</li><li>22</li>", False),
        (f"<li>{LINK.format('eight888')}</li><li>333</li>", True),
        (f"<li>{LINK.format('One tram.')}</li>", False),
    ],
)
def test_a_list_that_mostly_leads_away_is_left_out_as_a_whole(items: str, stays: bool) -> None:
    assert bool(others(f"<ul>{items}</ul>")) == stays


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        ("<div><h2>In short</h2><ul><li>{}</li></ul></div>", True),
        ("<div><p>In short</p><ul><li>{}</li></ul></div>", False),
        ("<div><h2>In short</h2><div><div><ul><li>{}</li></ul></div></div></div>", False),
    ],
)
def test_the_heading_of_a_list_that_sums_up_the_text_is_of_it(
    above: str, stays: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = "The ferry is gone."
    monkeypatch.setattr(html_body, "_extracted", lambda _: "\n".join([gone, *SURE]))
    told = f"<p>{SAID}</p>{above.format(gone)}"
    found = kept(f"<main>{PLACES['above'].format(told)}</main>")
    assert found == [SAID, *(["In short"] if stays else []), gone, *SURE]


@pytest.mark.parametrize(
    ("inside", "count"),
    [
        ("<p>3 comments</p><p>I stay.</p>", 0),
        ("<p>Comments (3):</p><p>I stay.</p>", 0),
        ("<p>Comments on this</p><p>I stay.</p>", 1),
    ],
)
def test_what_readers_say_below_is_left_out(inside: str, count: int) -> None:
    assert len(others(inside, "below")) == count
    assert len(others(inside, "between")) == 2


@pytest.mark.parametrize(
    ("byline", "last", "stays"),
    [
        ("Ada Holm", "Ada Holm covers the coast.", False),
        ("Eve Lund and Ada Holm", "Ada Holm covers the coast.", False),
        ("Eve Lund, Ada Holm", "Ada Holm covers the coast.", False),
        ("Ada Holm", "Ada Holmes covers the coast.", True),
        ("Ada Holm", f"Ada Holm covers the coast.{' She swims.' * 42}", False),
        ("Ada Holm", f"Ada Holm covers the coast.{' She swims.' * 44}", True),
        (None, "Ada Holm covers the coast.", True),
    ],
)
def test_who_wrote_it_is_not_told_about_below(byline: str | None, last: str, stays: bool) -> None:
    made = kept(f"<main>{PLACES['below'].format(f'<p>{last}</p>')}</main>", byline=byline)
    assert made == [*SURE, *([last] if stays else [])]


def test_whoever_wrote_it_may_be_in_the_text() -> None:
    text, told = f"<p>{SAID}</p>", "Ada Holm left the quay."
    for behind, stays in ((4, False), (5, True)):
        made = kept(f"<main>{FIRST}{LAST}<p>{told}</p>{text * behind}</main>", byline="Ada Holm")
        assert (told in made) == stays


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<figure><blockquote>We wait, said Ada Falk</blockquote><p>Eve Lund</p></figure>", []),
        ("<figure><blockquote>We wait</blockquote></figure>", ["We wait"]),
        ("<blockquote><p>We wait, said Ada Falk</p><p>Eve Lund</p></blockquote>", []),
        (f"<blockquote><p>We wait, said Ada Falk</p><p>{SAID} {SAID}</p></blockquote>",
         [f"{SAID} {SAID}"]),
        ("<blockquote><p>We go, said Ada Falk</p><p>Eve Lund</p></blockquote>",
         ["We go, said Ada Falk", "Eve Lund"]),
    ],
)  # fmt: skip
def test_a_quotation_that_repeats_the_text_is_told_once(inside: str, expected: list[str]) -> None:
    assert [text for text in others(inside) if text != "Eve Lund"] == [
        text for text in expected if text != "Eve Lund"
    ]


@pytest.mark.parametrize(("count", "stays"), [(1, False), (2, False), (3, True)])
def test_a_repetition_set_apart_is_seldom(count: int, stays: bool) -> None:
    apart = "<p class='big'>The ferry to Norrland stopped</p>" * count
    others_too = f"<p>{SAID}</p>"
    made = kept(f"<main>{FIRST}{apart}{LAST}{others_too}</main>")
    assert ("The ferry to Norrland stopped" in made) == stays


def test_where_the_text_stands_above_its_title_it_is_kept() -> None:
    assert kept(f"<main>{FIRST}{LAST}<h1>Ferry stops</h1><p>{SAID}</p></main>") == [*SURE, SAID]
    assert kept(f"<main>{PROSE}<h1>Ferry stops</h1>{QUOTED}{LAST}</main>") == SURE[1:]


def test_where_nothing_is_found_all_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_body, "_extracted", lambda _: "")
    assert kept("<h1>Ferry stops</h1><p>Rain again</p><p>3 May 2021</p>") == [
        "Rain again", "3 May 2021"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", None])
def test_what_the_page_tells_of_its_text_is_found(
    text: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html_body, "_extracted", lambda _: text)
    aside = f"<div class='x'><p>{SAID}</p></div>"
    source = f"<h1>Ferry stops</h1><section>{FIRST}{LAST}</section>{aside}"
    if text is not None:
        assert kept(source, body=" ".join(SURE)) == SURE
        marked = source.replace("<section", "<section itemprop='articleBody'")
        assert kept(marked) == SURE
        assert kept(marked.replace("<div", "<div itemprop='articleBody'")) == [*SURE, SAID]
    else:
        assert SAID in kept(source)


@pytest.mark.parametrize(
    ("aside", "stays"),
    [("<div class='a'>{}</div>", True), ("<div class='b'>{}</div>", False), ("<p>{}</p>", False)],
)
def test_what_is_set_as_the_text_beside_it_is_of_it(aside: str, stays: bool) -> None:
    beside = aside.format(f"<p>{SAID}</p>")
    made = kept(f"<section><div class='a'>{FIRST}{LAST}</div>{beside}</section><p>Rain.</p>")
    assert made == [*SURE, *([SAID] if stays else [])]


def test_pages_without_end_are_read_in_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    source = f"<main>{PLACES['below'].format('<p>3 May 2021</p>')}</main>"
    monkeypatch.setattr(html_body, "_MOST_STEPS", 5)
    assert "3 May 2021" in kept(source)
    monkeypatch.setattr(html_body, "_MOST_STEPS", 1_000)
    assert "3 May 2021" not in kept(source)
