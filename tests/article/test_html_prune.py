"""What is taken out of a page's tree before its article is looked for."""

import pytest

from tui.article.html_furniture import is_pulled, prune, words_of
from tui.article.html_source import tree_of

SAID = "Nobody on the quay could tell for how long the crews would be away from it."
TEXT = f"<p>{SAID}</p>" * 20
NOTE = "The harbour master and the mate were not asked, which is not seldom."


def left(markup: str, *, live: bool = False, captions: bool = False, lightly: bool = False) -> str:
    """The words of a body that stay, but for those of its text."""
    root = tree_of(f"<html><body>{markup}</body></html>".encode())
    prune(root, root.find(".//h1"), live=live, captions=captions, lightly=lightly)
    return " ".join(" ".join(root.find("body").itertext()).replace(SAID, "").split())


@pytest.mark.parametrize(
    ("box", "stays"),
    [
        ("<section>{}</section>", True), ("<section class='related'>{}</section>", False),
        ("<div class='Most-Viewed'>{}</div>", False), ("<div class='most'><b>{}</b></div>", True),
        ("<div class='most viewed'>{}</div>", True), ("<div class='tag-share'>{}</div>", True),
        ("<main class='related'>{}</main>", True), ("<div role='MENU'>{}</div>", False),
        ("<div itemprop='articleBody' class='related'>{}</div>", True),
        ("<header>{}</header>", False), ("<article><header>{}</header></article>", True),
        ("<main><header>{}</header></main>", True), ("<search>{}</search>", False),
        ("<form>{}</form>", False), ("<div hidden>{}</div>", False),
        ("<div hidden class='subscriber'>{}</div>", True),
        ("<div hidden class='expandable'>{}</div>", True),
        ("<div style='Display: None'>{}</div>", False),
        ("<div style='display:block'>{}</div>", True),
        ("<div aria-hidden='true'>{}</div>", False), ("<div class='skip-link'>{}</div>", False),
        ("<div class='timestamp'>{}</div>", False), ("<div class='byline'>{}</div>", False),
        ("<related-box>{}</related-box>", False),
        ("<blockquote class='related'>{}</blockquote>", False),
        ("<p>So: <b class='related'>{}</b></p>", True),
        ("<p><b class='related'>{}</b> so</p>", True),
        ("<p>x<i> </i><b class='related'>{}</b></p>", True),
        ("<div><b class='related'>{}</b></div>", False),
        ("<div>So <i><b class='related'>{}</b></i></div>", True),
        ("<div>So <section class='related'>{}</section></div>", False),
        ("<p>So <b hidden>{}</b></p>", False), ("<p>So <b class='sr-only'>{}</b></p>", False),
        ("<p>So <b hidden class='full'>{}</b></p>", True),
    ],
)  # fmt: skip
def test_what_is_furniture(box: str, stays: bool) -> None:
    kept = left(f"<h1>Ferry</h1>{TEXT}{box.format(NOTE)}")
    assert (NOTE in kept) == stays


@pytest.mark.parametrize(
    ("box", "options", "stays"),
    [
        ("<div class='related'>{}</div>", "lightly", True),
        ("<div class='sidebar'>{}</div>", "lightly", True),
        ("<div class='comments'>{}</div>", "lightly", False), ("<nav>{}</nav>", "lightly", False),
        ("<div class='timestamp'>{}</div>", "live", True),
        ("<div class='meta'>{}</div>", "live", True),
        ("<div class='sidebar'>{}</div>", "live", False),
        ("<figcaption>{}</figcaption>", "captions", True), ("<aside>{}</aside>", "captions", False),
    ],
)  # fmt: skip
def test_what_stays_where_it_is_wanted(box: str, options: str, stays: bool) -> None:
    kept = left(
        f"<h1>Ferry</h1>{TEXT}{box.format(NOTE)}",
        live=options == "live",
        captions=options == "captions",
        lightly=options == "lightly",
    )
    assert (NOTE in kept) == stays
    assert NOTE not in left(f"<h1>Ferry</h1>{TEXT}<nav>{NOTE}</nav>", live=options == "live")


def prose(count: int) -> str:
    return f"<p>{'word ' * 19}word.</p>" * count


@pytest.mark.parametrize(
    ("box", "within", "beside", "stays"),
    [
        ("<div class='comments'>{}</div>", 17, 3, False),
        ("<div class='comments'>{}</div>", 18, 2, True),
        ("<div class='related'>{}</div>", 11, 9, False),
        ("<div class='related'>{}</div>", 12, 8, True),
        ("<div class='related'>{}</div>", 5, 1, False),
        ("<div class='related'>{}</div>", 7, 1, True),
        ("<div class='sidebar'>{}</div>", 8, 12, False),
        ("<div class='sidebar'>{}</div>", 9, 11, True),
        ("<div class='sidebar'>{}</div>", 3, 1, True),
    ],
)
def test_what_holds_most_of_the_prose_is_none(
    box: str, within: int, beside: int, stays: bool
) -> None:
    kept = left(f"<h1>Ferry</h1>{box.format(prose(within))}{prose(beside)}")
    assert kept.count("word.") == beside + (within if stays else 0)


def test_what_holds_the_heading_stays() -> None:
    assert NOTE in left(f"<div class='related'><h1>Ferry</h1>{NOTE}</div>{TEXT}")
    assert NOTE not in left(f"<h1>Ferry</h1><div class='related'>{NOTE}</div>{TEXT}")
    assert left(f"<div class='related'>{NOTE}</div>{TEXT}") == ""


def test_words_of_links_are_no_prose() -> None:
    box = f"<div class='related'>{prose(9)}<a href='/x'>{prose(9)}</a></div>"
    assert left(f"<h1>Ferry</h1>{box}{prose(9)}").count("word.") == 9
    short = "<p>Rain, and more of it in the north.</p>" * 90
    assert left(f"<h1>Ferry</h1><div class='related'>{short}</div>{prose(2)}").count("Rain") == 0


def test_paragraphs_that_are_all_called_so_are_the_text() -> None:
    assert left(f"<h1>Ferry</h1>{prose(9).replace('<p>', '<p class=tools>')}").count("word.") == 9
    mixed = prose(2).replace("<p>", "<p class=tools>") + prose(9)
    assert left(f"<h1>Ferry</h1>{mixed}").count("word.") == 9


FORM = "<form><input type='{}' name='x'></form>"


@pytest.mark.parametrize(
    ("markup", "stays"),
    [
        (f"<div>{NOTE}{FORM.format('EMail')}</div>", False),
        (f"<div>{NOTE}{FORM.format('text')}</div>", True),
        (f"<div><div>{NOTE}</div><section>{FORM.format('email')}</section></div>", False),
        (f"<ul><li>{NOTE}{FORM.format('email')}</li></ul>", True),
        (f"<div>{NOTE}{'x ' * 260}{FORM.format('email')}</div>", True),
        (f"<div>{NOTE}{prose(2)}{FORM.format('email')}</div>", False),
        (f"<div>{NOTE}{prose(3)}{FORM.format('email')}</div>", True),
    ],
)  # fmt: skip
def test_a_box_that_asks_for_an_address_goes_as_a_whole(markup: str, stays: bool) -> None:
    assert (NOTE in left(f"<h1>Ferry</h1><main>{TEXT}{markup}</main>")) == stays


@pytest.mark.parametrize(
    ("box", "note", "stays"),
    [
        ("footer", "Correction: it was Bo.", True),
        ("div class='related'", "Correction: it was.", True),
        ("aside", "Correction: it was Bo.", False),
        ("footer class='comments'", "Correction: x.", False),
        ("footer", "It was a correction.", False), ("footer", "Editor’s note: it was Bo.", True),
    ],
)  # fmt: skip
def test_what_was_amended_is_told(box: str, note: str, stays: bool) -> None:
    markup = f"<{box}><p>{note}</p>{NOTE}</{box.split()[0]}> tail"
    told = f"{note} " if stays else ""
    assert left(f"<h1>Ferry</h1>{TEXT}{markup}") == f"Ferry {told}tail"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("<p class='mostRead x_y-2' id='A'>", " most read | x y 2 | a "), ("<p>", ""),
        ("<p class='post-12 tag-share b'>", " b "), ("<my-box>", " my box "),
        ("<p data-component='x' data-module='y' data-testid='z'>", " x | y | z "),
        ("<p class='a--b'>", " a b "),
    ],
)  # fmt: skip
def test_the_words_of_names(tag: str, words: str) -> None:
    root = tree_of(f"<html><body>{tag}x</body></html>".encode())
    assert words_of(root.find("body")[0]) == words


@pytest.mark.parametrize(
    ("name", "is_one"), [("pullquote", True), ("pull-quote x", True), ("quote", False)]
)
def test_what_is_set_as_a_quotation_out_of_the_text(name: str, is_one: bool) -> None:
    root = tree_of(f"<html><body><p class='{name}'>x</p></body></html>".encode())
    assert is_pulled(root.find(".//p")) == is_one
