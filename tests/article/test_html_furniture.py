"""What is not the article of a web page is left out, and nothing else."""

import pytest

from tests.article.test_html_page import PROSE, QUOTED, page, text

OFFER = "We bring more of this to whoever asks for it, on every morning but one."
BODY = PROSE + QUOTED + PROSE.replace("Monday", "Friday") + QUOTED.replace("Ada", "Bo")
PLAIN = text(page(BODY))


@pytest.mark.parametrize(
    "box",
    ["<nav>{}</nav>", "<aside>{}</aside>", "<footer>{}</footer>", "<dialog>{}</dialog>",
     "<figcaption>{}</figcaption>", "<form>{}</form>", "<label>{}</label>",
     "<fieldset>{}</fieldset>", "<header>{}</header>", "<div role='navigation'>{}</div>",
     "<div role='Banner'>{}</div>", "<div aria-hidden='true'>{}</div>", "<div hidden>{}</div>",
     "<div style='display:none'>{}</div>", "<div class='related'>{}</div>",
     "<div id='newsletter'>{}</div>", "<div class='site-footer'>{}</div>",
     "<div class='siteFooter'>{}</div>", "<div class='most-read'>{}</div>",
     "<div data-component='share'>{}</div>", "<div data-testid='promo'>{}</div>",
     "<div class='sidebar'>{}</div>", "<div class='comments'>{}</div>",
     "<cookie-banner>{}</cookie-banner>", "<p class='copyright'>{}</p>",
     "<script>{}</script>", "<style>{}</style>", "<noscript>{}</noscript>",
     "<span class='sr-only'>{}</span>", "<button>{}</button>", "<textarea>{}</textarea>"],
)  # fmt: skip
def test_a_box_beside_the_article_is_left_out(box: str) -> None:
    source = page(BODY).replace("<main>", f"{box.format(OFFER)}<main>")
    assert text(source) == PLAIN
    assert text(page(BODY).replace("</main>", f"</main>{box.format(OFFER)}")) == PLAIN


@pytest.mark.parametrize(
    "box",
    ["<div>{}</div>", "<section class='story'>{}</section>", "<div class='tag-share'>{}</div>",
     "<div class='post-related'>{}</div>",
     "<div role='article'>{}</div>", "<div aria-hidden='false'>{}</div>"],
)  # fmt: skip
def test_a_part_of_the_article_stays(box: str) -> None:
    assert OFFER in text(page(PROSE + QUOTED + box.format(f"<p>{OFFER}</p>") + BODY))


@pytest.mark.parametrize(
    ("around", "stays"),
    [
        ("<p>They said: <span class='share'>{}</span></p>", True),
        ("<p><a class='share' href='#'>{}</a> they said to all of us.</p>", True),
        ("<p>They said: <span class='sr-only'>{}</span></p>", False),
    ],
)
def test_words_within_a_line_stay_whatever_they_are_called(around: str, stays: bool) -> None:
    assert (OFFER in text(page(PROSE + around.format(OFFER) + QUOTED + PROSE))) == stays


@pytest.mark.parametrize("box", ["<header>{}</header>", "<div class='sidebar'>{}</div>"])
def test_what_holds_most_of_the_article_is_it_whatever_it_is_called(box: str) -> None:
    assert text(page(box.format(BODY))) == PLAIN


def test_a_header_within_the_article_stays() -> None:
    intro = "<p>The crews of both boats have walked off, and nobody can say for how long.</p>"
    assert "walked off" in text(page(f"<header>{intro}</header>{BODY}"))


@pytest.mark.parametrize("box", ["footer", "div class='footer'", "section class='related'"])
def test_that_an_article_was_amended_is_of_its_text(box: str) -> None:
    note = "This article was amended on 4 May 2021. An earlier version had Ada Falk fall."
    tag = box.split()[0]
    made = text(page(f"{BODY}<{box}><p>{note}</p><p>{OFFER}</p></{tag}>"))
    assert made == f"{PLAIN}\n\n{note}"


def test_a_form_that_wants_to_send_letters_goes_with_its_box() -> None:
    form = f"<div><p>{OFFER}</p><form><input type='email' name='email'></form></div>"
    assert text(page(PROSE + QUOTED + form + BODY)) == text(page(PROSE + QUOTED + BODY))
    other = form.replace("email", "city")
    assert OFFER in text(page(PROSE + QUOTED + other + BODY))
